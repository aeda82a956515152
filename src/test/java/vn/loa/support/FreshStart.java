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

/** Before each test: no content, no counts, the clock at its start, and every answer held against the contract. */
public class FreshStart implements QuarkusTestBeforeEachCallback {

    private static final ContractFilter CONTRACT = new ContractFilter();

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        try (Connection connection = Arc.container().instance(DataSource.class).get().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    truncate article, site_day, site_base, visitor_key, visitor_state, view_state, sample_content,
                    media, media_content cascade""");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Arc.container().instance(TestClock.class).get().set(TestClock.START);
        RestAssured.replaceFiltersWith(CONTRACT);
        // Bytes are sent as they are, with the Content-Type that the test says.
        RestAssured.config = RestAssured.config().encoderConfig(EncoderConfig.encoderConfig()
                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                .encodeContentTypeAs("text/plain", ContentType.BINARY)
                .encodeContentTypeAs("text/html", ContentType.BINARY));
    }
}
