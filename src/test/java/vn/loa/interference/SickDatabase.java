package vn.loa.interference;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import vn.loa.support.TestDatabase;

/** A PostgreSQL of its own, which the application reaches over two proxies as if it were two hosts. */
public final class SickDatabase {

    final DatabaseProxy first;
    final DatabaseProxy second;
    private final EmbeddedPostgres postgres;

    private SickDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
        this.first = DatabaseProxy.to(postgres.getPort());
        this.second = DatabaseProxy.to(postgres.getPort());
    }

    /** Executes statements on a connection that bypasses the proxies. */
    void execute(String... statements) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The application on it. */
    public static final class Profile implements QuarkusTestProfile {

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Resource.class));
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.transaction-manager.default-transaction-timeout", "5S", "loa.database.read-timeout", "2S");
        }
    }

    /** Starts it. */
    public static final class Resource implements QuarkusTestResourceLifecycleManager {

        private SickDatabase database;

        @Override
        public Map<String, String> start() {
            database = new SickDatabase(TestDatabase.start("sick-postgres"));
            return Map.of("quarkus.datasource.jdbc.url", "jdbc:postgresql://" + database.first.host() + ","
                            + database.second.host() + "/postgres?targetServerType=primary",
                    "quarkus.datasource.username", "postgres", "loa.admin-key", TestDatabase.ADMIN_KEY);
        }

        @Override
        public void inject(TestInjector tests) {
            tests.injectIntoFields(database, new TestInjector.MatchesType(SickDatabase.class));
        }

        @Override
        public void stop() {
            try {
                database.first.close();
                database.second.close();
                database.postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
