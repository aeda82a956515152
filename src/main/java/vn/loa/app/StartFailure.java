package vn.loa.app;

import java.net.BindException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.exception.FlywayValidateException;
import vn.loa.settings.CannotStartException;

/** Explains a failed start in one sentence, if the operator can do something about it. */
final class StartFailure {

    /** Netty's native transport and Java report a refused port in different words. */
    private static final String NATIVE_BIND = "bind(..) failed";

    private StartFailure() {
    }

    /** Empty when only a stack trace can explain the failure. */
    static Optional<String> explain(Throwable failure, String host, String port) {
        for (Throwable cause : causes(failure)) {
            if (cause instanceof CannotStartException) {
                return Optional.of(cause.getMessage());
            }
            if (cause instanceof BindException || String.valueOf(cause.getMessage()).contains(NATIVE_BIND)) {
                return Optional.of("Loa cannot listen on " + host + ":" + port + " (" + reason(cause) + "). Choose another port with "
                        + "quarkus.http.port (QUARKUS_HTTP_PORT), or stop what uses this one.");
            }
            if (cause instanceof FlywayValidateException) {
                return Optional.of("The database was made by a version of Loa from before the first release and cannot be upgraded: "
                        + "start with an empty database (another quarkus.datasource.jdbc.url, or another folder in loa.data) and "
                        + "import the articles again, or run the version that made it.");
            }
            if (cause instanceof SQLException sql && isRefusal(sql)) {
                return Optional.of("The database cannot be used: " + oneLine(sql.getMessage())
                        + ". See quarkus.datasource.jdbc.url, .username and .password.");
            }
        }
        return Optional.empty();
    }

    private static String reason(Throwable cause) {
        String message = oneLine(String.valueOf(cause.getMessage()));
        return message.contains("(-98)") || message.contains("in use") ? "it is in use" : message;
    }

    /** No connection (08), no authorization (28), no such database (3D): SQL:2016, classes of SQLSTATE. */
    private static boolean isRefusal(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().matches("(08|28|3D).*");
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s+", " ").replaceFirst("\\.$", "");
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}
