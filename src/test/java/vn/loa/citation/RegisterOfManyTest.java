package vn.loa.citation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.Statements;

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

    @Test
    void who_cites_a_law_is_counted_from_the_index_alone_and_only_when_it_is_wanted() throws SQLException {
        String law = Editing.published(RegisterTest.directive("Luật", "45/2013/QH13", "Quốc hội", "2013-11-29", "Luật Đất đai", "Một."));
        String citing = """
                insert into citing_place (document_key, published_at, article_id, section_id, place, type_key, not_after, bytes)
                select '%s', timestamptz '2024-01-01' + n %% 3000 * interval '1 hour', md5(n %% 3000 || 'a')::uuid, n, 0, 'luật', %s, 300
                from generate_series(1, 10000) n""";
        String counted = "select " + RegisterRepository.CITED_BY + " from public_directive d where d.article_id = '" + law + "'";
        List<String> plan = new ArrayList<>();
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(citing.formatted("45/2013/QH13", "null"));
            statement.execute(citing.formatted("law:đất đai", "date '2014-01-01' - n % 200"));
            statement.execute("insert into citing_place (document_key, published_at, article_id, section_id, place, bytes) "
                    + "select n % 3000 || '/2019/NĐ-CP', now(), md5(n::text)::uuid, n, 0, 300 from generate_series(1, 60000) n");
            statement.execute("analyze citing_place");
            // What is chosen without it depends on when the table was vacuumed.
            statement.execute("set enable_bitmapscan = off");
            try (ResultSet row = statement.executeQuery("explain (analyze, costs off) " + counted)) {
                while (row.next()) {
                    plan.add(row.getString(1));
                }
            } finally {
                statement.execute("reset enable_bitmapscan");
            }
        }
        assertTrue(plan.stream().anyMatch(line -> line.contains("Index Only Scan using citing_place_of_key")), String.join("\n", plan));
        given().get("/api/v1/directives").then().statusCode(200).body("items.citedBy", contains(3000));
        List<String> statements = Statements.textsDuring(() -> given().get("/api/v1/directives?fields=directive,cites").then().statusCode(200)
                .body("items.directive.number", contains("45/2013/QH13")).body("items[0]", not(hasKey("citedBy"))));
        assertTrue(statements.stream().noneMatch(text -> text.contains("public_reference")), statements.toString());
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
