package vn.loa.citation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The register when words match more directives than are counted. */
@QuarkusTest
class RegisterOfManyTest {

    private static final int MOST_COUNTED = 1000;

    @Inject
    DataSource database;

    @Test
    void as_many_matches_as_are_counted_have_a_number() throws SQLException {
        publishMany(MOST_COUNTED);
        first().body("page.totalItems", equalTo(MOST_COUNTED)).body("page.totalPages", equalTo(50));
        page(51).body("items", hasSize(0)).body("page.totalItems", equalTo(MOST_COUNTED));
    }

    @Test
    void more_matches_than_are_counted_have_none_and_are_all_reached() throws SQLException {
        publishMany(MOST_COUNTED + 1);
        first().body("page", not(hasKey("totalItems"))).body("page", not(hasKey("totalPages")))
                .body("page.nextCursor", notNullValue());
        page(51).body("items", hasSize(1)).body("items[0].directive.number", endsWith("-CT/TU"));
        page(52).body("items", hasSize(0)).body("page", not(hasKey("totalItems")));
    }

    private static ValidatableResponse first() {
        return page(1).body("items", hasSize(20));
    }

    private static ValidatableResponse page(int number) {
        return given().get("/api/v1/directives?text=chi thi&page=" + number).then().statusCode(200);
    }

    /** In the role "replica" triggers do not run. */
    private void publishMany(int count) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("""
                    with text as (
                        insert into revision (article_id, number, language, title, body, tags, directive_type, directive_number,
                            directive_number_key, created_at, published_at, updated_at, body_bytes, section_bytes, citation_bytes,
                            cites)
                        select gen_random_uuid(), 1, 'vi', 'Văn bản ' || n, '', '{}', 'Chỉ thị', n || '-CT/TU', n || '-CT/TU', t, t, t,
                               0, 0, 0, 0
                        from generate_series(1, %d) n, (values (timestamptz '2026-07-14T00:00:00Z')) v (t)
                        returning id, article_id, published_at)
                    insert into article (id, slug, state, live_revision_id, first_published_at, public_updated_at, created_at,
                                         updated_at, version, listed)
                    select article_id, 'van-ban-' || id, 'published', id, published_at, published_at, published_at, published_at, 0,
                           '{}'
                    from text""".formatted(count));
            statement.execute("set session_replication_role = origin");
        }
    }
}
