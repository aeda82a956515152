package vn.loa.cache;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Properties;
import org.jboss.logging.Logger;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;

/**
 * Hears from the database that something was published, here or by another instance (PostgreSQL's NOTIFY, sent by
 * triggers when the change is committed). It asks the database again and again: an answer proves that everything
 * committed before the question was heard, and what is kept may be used for {@link #LEASE} after the question.
 */
@ApplicationScoped
class ChangeListener {

    private static final Logger LOG = Logger.getLogger(ChangeListener.class);
    /** Less than the second after which nobody may read what was withdrawn. */
    private static final Duration LEASE = Duration.ofMillis(900);
    private static final int PAUSE_MILLIS = 200;
    private static final int RETRY_MILLIS = 500;
    /** Where the public's own moments are: see the migration that makes the triggers. */
    private static final String MOMENTS = "select last, next from public_moments";

    private final AgroalDataSource database;
    private final PublicCache cache;
    private volatile Thread thread;
    private boolean away;

    ChangeListener(AgroalDataSource database, PublicCache cache) {
        this.database = database;
        this.cache = cache;
    }

    void start(@Observes StartupEvent start) {
        thread = new Thread(this::listen, "loa-changes");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stop) {
        Thread listening = thread;
        thread = null;
        if (listening != null) {
            listening.interrupt();
        }
    }

    private boolean goesOn() {
        return thread == Thread.currentThread();
    }

    private void listen() {
        while (goesOn()) {
            try (Connection connection = connect(); Statement statement = connection.createStatement()) {
                statement.execute("listen loa_public_change");
                hear(statement, connection.unwrap(PGConnection.class));
            } catch (SQLException e) {
                // Said once, not with every attempt.
                if (goesOn() && !away) {
                    LOG.warnf("Changes are not heard, and so no answers are kept until they are: %s", e.getMessage());
                }
                away = true;
            }
            cache.lost();
            pause();
        }
    }

    private void hear(Statement statement, PGConnection notifications) throws SQLException {
        cache.drop();
        while (goesOn()) {
            long asked = System.nanoTime();
            Moments moments = moments(statement);
            if (notifications.getNotifications().length > 0) {
                cache.drop();
            }
            cache.good(asked + LEASE.toNanos(), moments);
            if (away) {
                LOG.info("Changes are heard again");
                away = false;
            }
            if (notifications.getNotifications(PAUSE_MILLIS).length > 0) {
                cache.drop();
            }
        }
    }

    private static Moments moments(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(MOMENTS)) {
            row.next();
            return Moments.of(instant(row, 1), instant(row, 2));
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** One of its own: a pool that is used up must not stop the hearing, and it waits longer than any other. */
    private Connection connect() throws SQLException {
        AgroalConnectionFactoryConfiguration pool =
                database.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
        Properties properties = new Properties();
        properties.putAll(pool.jdbcProperties());
        if (pool.principal() instanceof NamePrincipal name) {
            PGProperty.USER.set(properties, name.getName());
        }
        pool.credentials().stream().filter(SimplePassword.class::isInstance).map(SimplePassword.class::cast)
                .forEach(password -> PGProperty.PASSWORD.set(properties, password.getWord()));
        PGProperty.APPLICATION_NAME.set(properties, "loa-changes");
        PGProperty.CONNECT_TIMEOUT.set(properties, 2);
        // Nothing heard for so long means that nobody is there.
        PGProperty.SOCKET_TIMEOUT.set(properties, 1);
        return new Driver().connect(pool.jdbcUrl(), properties);
    }

    private void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread = null;
        }
    }
}
