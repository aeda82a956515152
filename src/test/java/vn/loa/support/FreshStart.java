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

/** Before each test: no content, no counts, no keys but the first, the clock at its start, and every answer held against the contract. */
public class FreshStart implements QuarkusTestBeforeEachCallback {

    private static final ContractFilter CONTRACT = new ContractFilter();

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        try (Connection connection = Arc.container().instance(DataSource.class).get().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    truncate article, site_day, site_hour, site_base, visitor_key, visitor_state, view_state, visit_hit,
                    visit_refusal, sample_content, idempotent_answer, media, media_content, change cascade""");
            statement.execute("update change_log set last = 0, deleted_to = 0");
            statement.execute("delete from api_key where name <> 'admin'");
            statement.execute("update api_key set revoked_at = null");
            // The audit log refuses to be emptied, except in a session that replicates.
            statement.execute("set session_replication_role = replica; truncate audit; set session_replication_role = origin");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Arc.container().instance(PublicCache.class).get().drop();
        Arc.container().instance(TestClock.class).get().set(TestClock.START);
        RestAssured.replaceFiltersWith(CONTRACT);
        // Bytes are sent as they are, with the Content-Type that the test says.
        RestAssured.config = RestAssured.config().encoderConfig(EncoderConfig.encoderConfig()
                .defaultContentCharset("UTF-8")
                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                .encodeContentTypeAs("text/plain", ContentType.BINARY)
                .encodeContentTypeAs("text/html", ContentType.BINARY)
                .encodeContentTypeAs("application/merge-patch+json", ContentType.TEXT));
    }
}
