package vn.loa.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** A real PostgreSQL for all tests of one run. */
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    public static final String ADMIN_KEY = "key-of-the-tests-0123456789";

    /** PostgreSQL's programs are unpacked once for all processes of the test run. */
    static final Path PROGRAMS = Path.of("target", "test-postgres");

    private EmbeddedPostgres postgres;

    /** @param name that its processes show */
    public static EmbeddedPostgres start(String name) {
        try {
            return builder().setServerConfig("cluster_name", name).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder().setOverrideWorkingDirectory(PROGRAMS.toAbsolutePath().toFile())
                .setLocaleConfig("locale", "C.UTF-8");
    }

    @Override
    public Map<String, String> start() {
        postgres = start("test-postgres");
        return Map.of(
                "quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", "postgres"),
                "quarkus.datasource.username", "postgres",
                "loa.admin-key", ADMIN_KEY);
    }

    @Override
    public void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
