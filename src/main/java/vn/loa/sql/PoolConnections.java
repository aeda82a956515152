package vn.loa.sql;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.PgConnection;

/**
 * Sets the timeouts of the pool's connections, and cuts them all when the database has gone. {@code socketTimeout} holds
 * only while a connection is made: a server that does not greet by then is not there. Afterwards a statement may take long,
 * and so may its answer.
 */
@ApplicationScoped
class PoolConnections implements AgroalPoolInterceptor {

    private static final Logger LOG = Logger.getLogger(PoolConnections.class);
    /**
     * Longer than any transaction (quarkus.transaction-manager.default-transaction-timeout): only a connection that lost
     * its server unseen is silent for so long. A host that went silent is noticed by the {@link DatabasePulse}.
     */
    private static final Duration LONGEST_STATEMENT = Duration.ofMinutes(6);

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final int operatorsTimeout;
    /** Migrations may take longer. */
    private volatile boolean started;

    PoolConnections(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        Properties parameters = Driver.parseURL(url, null);
        String seconds = parameters == null ? null : PGProperty.SOCKET_TIMEOUT.getOrNull(parameters);
        this.operatorsTimeout = seconds == null ? -1 : (int) Duration.ofSeconds(Integer.parseInt(seconds)).toMillis();
    }

    /** Of a pool that nothing migrates by. */
    static PoolConnections ofReplica(String url) {
        PoolConnections connections = new PoolConnections(url);
        connections.started = true;
        return connections;
    }

    void start(@Observes StartupEvent start) {
        started = true;
    }

    @Override
    public void onConnectionCreate(Connection connection) {
        open.removeIf(PoolConnections::isClosed);
        try {
            open.add(connection.unwrap(PgConnection.class));
        } catch (SQLException closedAlready) {
            LOG.debug("A new connection was lost at once", closedAlready);
        }
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        int timeout = operatorsTimeout >= 0 ? operatorsTimeout : started ? (int) LONGEST_STATEMENT.toMillis() : 0;
        try {
            connection.setNetworkTimeout(Runnable::run, timeout);
        } catch (SQLException closedAlready) {
            LOG.debug("A connection was lost in the pool", closedAlready);
        }
    }

    /**
     * Cuts all connections. Whoever waits for an answer on one of them fails at once. They are not closed in good order,
     * because saying goodbye to a host that reads nothing may wait, too.
     */
    void cutAll() {
        open.forEach(PoolConnections::cut);
        open.removeIf(PoolConnections::isClosed);
    }

    private static void cut(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException closedAlready) {
            LOG.debug("A connection was lost already", closedAlready);
        }
    }

    /** Whether a connection leads to another host than this one. */
    boolean leadElsewhere(String host) {
        return open.stream().anyMatch(connection -> !isClosed(connection) && !leadsTo(host, connection));
    }

    /** Cuts those that lead to another host than this one. */
    void cutElsewhere(String host) {
        open.stream().filter(connection -> !leadsTo(host, connection)).forEach(PoolConnections::cut);
    }

    private static boolean leadsTo(String host, Connection connection) {
        try {
            return host.equals(OwnConnection.host(connection));
        } catch (SQLException closedAlready) {
            return true;
        }
    }

    private static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }
}
