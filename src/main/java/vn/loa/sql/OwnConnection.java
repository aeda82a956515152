package vn.loa.sql;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.PgConnection;

/** A connection beside the pool: a pool that is used up, or whose connections hang, must not stop who has one. */
public final class OwnConnection {

    private OwnConnection() {
    }

    /**
     * To the pool's database.
     *
     * @param name as which PostgreSQL shows it ({@code pg_stat_activity.application_name})
     * @param toConnect how long it waits for a connection to be made; in whole seconds
     * @param patience how long it waits for anything, whatever the URL says of the pool; in whole seconds
     */
    public static Connection open(AgroalDataSource pool, String name, Duration toConnect, Duration patience)
            throws SQLException {
        AgroalConnectionFactoryConfiguration factory =
                pool.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
        Properties properties = new Properties();
        properties.putAll(factory.jdbcProperties());
        if (factory.principal() instanceof NamePrincipal user) {
            PGProperty.USER.set(properties, user.getName());
        }
        factory.credentials().stream().filter(SimplePassword.class::isInstance).map(SimplePassword.class::cast)
                .forEach(password -> PGProperty.PASSWORD.set(properties, password.getWord()));
        PGProperty.APPLICATION_NAME.set(properties, name);
        PGProperty.CONNECT_TIMEOUT.set(properties, (int) toConnect.toSeconds());
        PGProperty.SOCKET_TIMEOUT.set(properties, (int) patience.toSeconds());
        Connection connection = new Driver().connect(factory.jdbcUrl(), properties);
        connection.setNetworkTimeout(Runnable::run, (int) patience.toMillis());
        return connection;
    }

    /**
     * Where there is no pool: for a command. Afterwards statements may take as long as they do.
     *
     * @param name as which PostgreSQL shows it
     * @param toConnect how long it waits for a connection to be made; in whole seconds
     */
    public static Connection open(String url, Optional<String> user, Optional<String> password, String name, Duration toConnect)
            throws SQLException {
        Properties properties = properties(user, password, toConnect);
        PGProperty.APPLICATION_NAME.set(properties, name);
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        Connection connection = DriverManager.getConnection(url, properties);
        connection.setNetworkTimeout(Runnable::run, 0);
        return connection;
    }

    private static Properties properties(Optional<String> user, Optional<String> password, Duration patience) {
        Properties properties = new Properties();
        user.ifPresent(name -> PGProperty.USER.set(properties, name));
        password.ifPresent(word -> PGProperty.PASSWORD.set(properties, word));
        PGProperty.CONNECT_TIMEOUT.set(properties, (int) patience.toSeconds());
        PGProperty.SOCKET_TIMEOUT.set(properties, (int) patience.toSeconds());
        return properties;
    }

    /**
     * Runs a statement where there is no pool: for a command, while the application does not run.
     *
     * @param patience how long it waits for the connection, and for the statement; in whole seconds
     * @return how many rows it changed
     */
    public static int update(NamedSql sql, String url, Optional<String> user, Optional<String> password, Duration patience)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, properties(user, password, patience))) {
            return Statements.update(connection, sql);
        }
    }

    /** {@code host:port}: with several in the URL, the one that was connected to. */
    public static String host(Connection connection) throws SQLException {
        return connection.unwrap(PgConnection.class).getQueryExecutor().getHostSpec().toString();
    }
}
