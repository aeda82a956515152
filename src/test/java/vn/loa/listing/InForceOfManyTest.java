package vn.loa.listing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.support.Statements;

/**
 * Lists of what is in force on a day, of many documents. Of 6,200 documents, in the order of their issue and of their publication, the
 * first 1,100 were in force up to 2004; the others begin in 2020, and every second of them ends with that year.
 */
@QuarkusTest
class InForceOfManyTest {

    private static final int ALL = 6_200;
    private static final int EARLY = 1_100;
    private static final List<String> LISTS = List.of("articles", "directives");

    @Inject
    DataSource database;

    @BeforeEach
    void publish() throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("""
                    with text as (
                        insert into revision (article_id, number, language, title, body, tags, directive_type, directive_number,
                            directive_number_key, directive_issued_on, created_at, published_at, updated_at, body_bytes, section_bytes,
                            citation_bytes, cites)
                        select ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 1, 'vi', 'Văn bản ' || n, '', '{}', 'Chỉ thị', n || '-CT/TU', n || '-CT/TU',
                               date '2000-01-01' + (n - 1) / 2, t, t + n * interval '1 minute', t, 0, 0, 0, 0
                        from generate_series(1, %1$d) n, (values (timestamptz '2026-07-01T00:00:00Z')) v (t)
                        returning id, article_id, published_at, title, directive_number, directive_issued_on),
                    carrier as (
                        insert into article (id, slug, state, live_revision_id, first_published_at, public_updated_at, created_at,
                                             updated_at, version, listed)
                        select article_id, 'van-ban-' || id, 'published', id, published_at, published_at, published_at, published_at, 0,
                               json_build_object('id', article_id, 'slug', 'van-ban-' || id, 'state', 'published', 'revision', 1,
                                   'revisionPublishedAt', day, 'language', 'vi', 'title', title, 'summary', null, 'byline', null,
                                   'firstPublishedAt', day, 'publicUpdatedAt', day, 'updatedAt', day, 'directive', json_build_object(
                                       'type', 'Chỉ thị', 'number', directive_number, 'issuer', null, 'issuedOn', directive_issued_on,
                                       'title', null), 'tags', array[]::text[], 'picture', null)
                        from text, (values ('2026-07-01T00:00:00Z')) v (day)),
                    head as (insert into force (article_id, keys, issued_on) select article_id, '{}', directive_issued_on from text)
                    insert into force_period (article_id, eid, from_day, before_day, status, effects, shown)
                    select article_id, '', p.from_day, p.before_day, p.status, '{}', shown_status(p.status, null, null, null, '{}')
                    from (select *, split_part(directive_number, '-', 1)::int as n from text) text, lateral (
                        select case when n > %2$d then date '2020-01-01' else directive_issued_on end as starts,
                               case when n <= %2$d then date '2005-01-01' when n %% 2 = 1 then '2021-01-01' else 'infinity' end as ends) days,
                        lateral (values (date '-infinity', starts, 'not-yet'), (starts, ends, 'in-force'), (ends, 'infinity', 'ended'))
                            p (from_day, before_day, status)
                    where p.from_day < 'infinity'""".formatted(ALL, EARLY));
            statement.execute("""
                    insert into article_filter (field, value, first_published_at, article_id)
                    select field, value, first_published_at, article_id from article_filter_entry""");
            statement.execute("""
                    insert into public_count (field, value, change)
                    select field, value, count(*) from public_count_entry group by field, value""");
            statement.execute("""
                    insert into in_force_range (value, published_at, issued_on, article_id)
                    select value, published_at, issued_on, article_id from in_force_range_entry""");
            statement.execute("""
                    insert into public_count (field, value, change)
                    select 'inForceOn', value, count(*) from in_force_range group by value""");
            statement.execute("set session_replication_role = origin");
            // PostgreSQL plans by what it knows of tables, and would look at these within a minute.
            statement.execute("analyze");
        }
    }

    private static JsonPath page(String list, String day, int number) {
        return given().queryParam("inForceOn", day).queryParam("page", number).get("/api/v1/" + list).then().statusCode(200).extract()
                .jsonPath();
    }

    /** Each list has the documents from the first one down, in steps, on its pages. */
    private static void assertPages(String day, int total, int first, int step) {
        for (String list : LISTS) {
            for (int number : new int[] {1, 2, 50}) {
                JsonPath page = page(list, day, number);
                assertEquals(numbers(first - 20 * (number - 1) * step, step, 20), page.getList("items.directive.number"), list + number);
                assertEquals(total, page.getInt("page.totalItems"), list + number);
                assertEquals(20, page.getList("items.findAll {it.force.status == 'in-force'}").size(), list + number);
            }
            String cursor = page(list, day, 1).getString("page.nextCursor");
            assertEquals(numbers(first - 20 * step, step, 20), given().queryParam("inForceOn", day).queryParam("cursor", cursor)
                    .get("/api/v1/" + list).then().statusCode(200).extract().jsonPath().getList("items.directive.number"), list);
        }
    }

    private static List<String> numbers(int first, int step, int count) {
        return IntStream.range(0, count).mapToObj(i -> first - i * step + "-CT/TU").toList();
    }

    @Test
    void many_are_in_force_and_the_latest_among_them() {
        assertPages("2020-06-30", ALL - EARLY, ALL, 1);
        // The first day of all of them.
        assertPages("2020-01-01", ALL - EARLY, ALL, 1);
    }

    @Test
    void many_are_in_force_and_the_latest_documents_are_not() {
        assertPages("2004-06-30", EARLY, EARLY, 1);
        // The last day of all of them.
        assertPages("2004-12-31", EARLY, EARLY, 1);
    }

    @Test
    void every_second_one_is_in_force() {
        assertPages("2022-01-01", (ALL - EARLY) / 2, ALL, 2);
        LISTS.forEach(list -> assertEquals(List.of(), page(list, "2022-01-01", 200).getList("items")));
    }

    @Test
    void many_have_another_order() {
        List<String> latestFirst = numbers(ALL, 1, ALL - EARLY);
        List<String> byTitle = latestFirst.stream().sorted().limit(20).toList();
        for (String list : LISTS) {
            assertEquals(byTitle, given().queryParam("inForceOn", "2020-06-30").queryParam("sort", "title").get("/api/v1/" + list).then()
                    .statusCode(200).body("page.totalItems", equalTo(ALL - EARLY)).extract().path("items.directive.number"), list);
        }
        assertEquals(numbers(ALL, 1, ALL).stream().sorted(Comparator.comparing(number -> number.replace("-CT/TU", ""))).limit(20).toList(),
                given().queryParam("type", "chi thi").queryParam("sort", "title").get("/api/v1/articles").then().statusCode(200)
                        .body("page.totalItems", equalTo(ALL)).extract().path("items.directive.number"));
    }

    @Test
    void another_filter_leaves_out_some_of_many() {
        for (String list : LISTS) {
            given().queryParam("inForceOn", "2020-06-30").queryParam("number", "5000-CT/TU").get("/api/v1/" + list).then().statusCode(200)
                    .body("items.directive.number", contains("5000-CT/TU")).body("page.totalItems", equalTo(1));
            given().queryParam("inForceOn", "2020-06-30").queryParam("type", "chi thi").get("/api/v1/" + list).then().statusCode(200)
                    .body("items.directive.number", equalTo(numbers(ALL, 1, 20))).body("page.totalItems", nullValue());
            given().queryParam("inForceOn", "2000-01-02").queryParam("type", "chi thi").get("/api/v1/" + list).then().statusCode(200)
                    .body("items.directive.number", equalTo(numbers(4, 1, 4))).body("page.totalItems", equalTo(4));
        }
    }

    @Test
    void few_or_none_are_in_force() {
        for (String list : LISTS) {
            assertEquals(List.of("4-CT/TU", "3-CT/TU", "2-CT/TU", "1-CT/TU"), page(list, "2000-01-02", 1).getList("items.directive.number"));
            for (String day : new String[] {"1999-12-31", "2005-01-01", "2010-01-01"}) {
                assertEquals(List.of(), page(list, day, 1).getList("items"), day);
                assertEquals(0, page(list, day, 1).getInt("page.totalItems"), day);
            }
        }
    }

    @Test
    void a_page_costs_one_statement_however_many_are_in_force() {
        for (String list : LISTS) {
            for (String day : new String[] {"1999-12-31", "2004-06-30", "2020-06-30", "2022-01-01"}) {
                assertEquals(1, Statements.during(() -> page(list, day, 1)), list + day);
            }
        }
    }
}
