package vn.loa;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import vn.loa.database.DataConfig;
import vn.loa.database.DataInUseException;
import vn.loa.database.EmbeddedDatabase;

/**
 * Starts Loa. The database comes first: when no {@code quarkus.datasource.jdbc.url} is configured an embedded
 * PostgreSQL is started, and it stops only after the application has.
 */
@QuarkusMain
public class Loa {

    static final String JDBC_URL = "quarkus.datasource.jdbc.url";

    public static void main(String... args) {
        // vn.loa.web.Edge checks addresses instead, and answers with a problem.
        System.setProperty("vertx.disableURIValidation", "true");
        SmallRyeConfig config = ConfigUtils.configBuilder().build();
        if (config.getOptionalValue(JDBC_URL, String.class).isPresent()) {
            Quarkus.run(args);
        } else {
            Path data = Path.of(config.getOptionalValue("loa.data", String.class).orElse(DataConfig.DEFAULT_DATA));
            try {
                runOnEmbeddedDatabase(data, args);
            } catch (DataInUseException e) {
                // Its message is all there is to say, and nothing is set up to log it yet.
                System.err.println(e.getMessage());
                System.exit(1);
            }
        }
    }

    private static void runOnEmbeddedDatabase(Path data, String... args) {
        EmbeddedDatabase database = EmbeddedDatabase.start(data);
        // System properties outrank every other source, and Quarkus reads its configuration after this line.
        database.settings().forEach(System::setProperty);

        CountDownLatch applicationStopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            await(applicationStopped);
            database.close();
        }, "embedded-database-stop"));
        Quarkus.run(null, (exitCode, failure) -> {
            applicationStopped.countDown();
            if (failure != null) {
                throw new IllegalStateException("Loa did not start", failure);
            }
        }, args);
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
