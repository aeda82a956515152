package vn.loa.app;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import vn.loa.app.command.LoaCommand;
import vn.loa.app.embedded.DataConfig;
import vn.loa.app.embedded.EmbeddedDatabase;
import vn.loa.settings.CannotStartException;

/**
 * Starts Loa. The database comes first: without a configured {@code quarkus.datasource.jdbc.url}, an embedded
 * PostgreSQL is started, which stops only after the application.
 */
@QuarkusMain
public class Loa {

    static final String JDBC_URL = "quarkus.datasource.jdbc.url";

    public static void main(String... args) {
        // vn.loa.http.pipeline.RequestLimits checks URIs instead, and answers with a problem.
        System.setProperty("vertx.disableURIValidation", "true");
        SmallRyeConfig config = ConfigUtils.configBuilder().build();
        try {
            if (args.length > 0) {
                System.exit(LoaCommand.run(() -> checked(config), new PrintWriter(System.out, true), new PrintWriter(System.err, true), args));
            }
            Settings.check(config);
            if (config.getOptionalValue(JDBC_URL, String.class).isPresent()) {
                Quarkus.run(null, (exitCode, failure) -> onExit(exitCode, failure, config), args);
            } else {
                runOnEmbeddedDatabase(config, args);
            }
        } catch (CannotStartException e) {
            // Printed, because logging is not set up yet. The message is complete without a stack trace.
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static SmallRyeConfig checked(SmallRyeConfig config) {
        Settings.check(config);
        return config;
    }

    private static void runOnEmbeddedDatabase(SmallRyeConfig config, String... args) {
        EmbeddedDatabase database = EmbeddedDatabase.start(
                Path.of(config.getOptionalValue("loa.data", String.class).orElse(DataConfig.DEFAULT_DATA)));
        // System properties have the highest precedence, and Quarkus reads its configuration after this line.
        database.settings().forEach(System::setProperty);

        CountDownLatch applicationStopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            await(applicationStopped);
            database.close();
        }, "embedded-database-stop"));
        Quarkus.run(null, (exitCode, failure) -> {
            applicationStopped.countDown();
            onExit(exitCode, failure, config);
        }, args);
    }

    /** Runs when the application has stopped or has failed to start. */
    private static void onExit(int exitCode, Throwable failure, SmallRyeConfig config) {
        if (failure != null && LaunchMode.current().isDevOrTest()) {
            // In development mode Quarkus shows the failure and waits for a change of the code.
            throw new IllegalStateException("Loa did not start", failure);
        }
        if (failure != null) {
            String host = config.getOptionalValue("quarkus.http.host", String.class).orElse("0.0.0.0");
            String port = config.getOptionalValue("quarkus.http.port", String.class).orElse("8080");
            StartFailure.explain(failure, host, port).ifPresentOrElse(System.err::println, () -> {
                System.err.println("Loa did not start");
                failure.printStackTrace();
            });
            System.exit(exitCode);
        }
    }

    /** Bounded, so that a hanging shutdown still stops the database before the process is killed. */
    private static void await(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
