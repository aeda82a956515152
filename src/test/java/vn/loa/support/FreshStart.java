package vn.loa.support;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import vn.loa.cache.PublicCache;

/**
 * Runs before each test. Deletes all content (unless {@link ContentStays}), all counts and all keys but the first, sets the
 * clock to its start, and lets every answer be checked against the contract.
 */
public class FreshStart implements QuarkusTestBeforeEachCallback {

    private static final ContractFilter CONTRACT = new ContractFilter();
    private static final int ATTEMPTS = 10;
    private static final String DEADLOCK = "40P01";

    /**
     * Rows are deleted because that is many times faster than truncating that many almost empty tables, and as a replica
     * does it: without triggers, which the audit log has to refuse it.
     */
    private static final String EMPTY = """
            do $$
            declare emptied name;
            begin
                perform set_config('session_replication_role', 'replica', true);
                -- First: a publish that the test before has left behind is waited for, and its change is deleted with the others.
                update change_log set last = 0, deleted_to = 0;
                for emptied in select tablename from pg_tables where schemaname = 'public'
                        and tablename not in ('flyway_schema_history', 'api_key', 'change_log', 'search_index', 'signing_key',
                        'category_tree', 'force_day', 'effect_reading') loop
                    execute format('delete from %I', emptied);
                end loop;
                update category_tree set changed_at = null;
                update force_day set done = '2026-07-15', reached = null;
                delete from api_key where name <> 'admin';
                update api_key set revoked_at = null;
            end $$""";

    static {
        CompiledPaths.install();
        QuickJson.install();
    }

    private static Class<?> previous;
    private static boolean hasContent;

    /** Whether an earlier test of this class, whose content stays, has made it. */
    public static boolean hasContent() {
        return hasContent;
    }

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        Class<?> tests = context.getTestInstance().getClass();
        hasContent = tests == previous && tests.isAnnotationPresent(ContentStays.class);
        previous = tests;
        if (!hasContent) {
            empty();
        }
        Arc.container().instance(PublicCache.class).get().invalidate();
        Arc.container().instance(TestClock.class).get().set(TestClock.START);
        RestAssured.replaceFiltersWith(CONTRACT);
        // Bytes are sent as they are, with the Content-Type that the test says.
        RestAssured.config = RestAssured.config().encoderConfig(EncoderConfig.encoderConfig()
                .defaultContentCharset("UTF-8")
                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                .encodeContentTypeAs("text/plain", ContentType.BINARY)
                .encodeContentTypeAs("text/html", ContentType.BINARY)
                .encodeContentTypeAs("application/x-ndjson", ContentType.BINARY)
                .encodeContentTypeAs("application/zip", ContentType.BINARY)
                .encodeContentTypeAs("application/x-tar", ContentType.BINARY)
                .encodeContentTypeAs("application/gzip", ContentType.BINARY)
                .encodeContentTypeAs("application/merge-patch+json", ContentType.TEXT));
    }

    /** Again when it is held up by a request that the test before has left behind. */
    public static void empty() {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = Arc.container().instance(DataSource.class).get().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(EMPTY);
                return;
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !DEADLOCK.equals(e.getSQLState())) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
