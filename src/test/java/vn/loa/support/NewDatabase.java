package vn.loa.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.eclipse.microprofile.config.ConfigProvider;

/** An empty database beside that of the tests, whose owner has no other rights. */
public final class NewDatabase implements AutoCloseable {

    private static final String OWNER = "owner_of_a_new_database";

    private final String name;

    private NewDatabase(String name) {
        this.name = name;
    }

    public static NewDatabase create(String name) throws SQLException {
        NewDatabase database = new NewDatabase(name);
        database.close();
        ofTests("create role " + OWNER + " login");
        ofTests("create database " + name + " owner " + OWNER);
        return database;
    }

    /** One that nobody else uses, to the database of the tests. */
    public static Connection connectToTests() throws SQLException {
        return DriverManager.getConnection(urlOfTests());
    }

    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", OWNER);
        return DriverManager.getConnection(url(), properties);
    }

    public String url() {
        return urlOfTests().replaceFirst("/[^/?]*\\?.*$", "/" + name);
    }

    public static String user() {
        return OWNER;
    }

    private static String urlOfTests() {
        return ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
    }

    private static void ofTests(String sql) throws SQLException {
        try (Connection connection = connectToTests(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        ofTests("drop database if exists " + name + " with (force)");
        ofTests("drop role if exists " + OWNER);
    }
}
