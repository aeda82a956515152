package vn.loa.visitor;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Pages;
import vn.loa.support.TestClock;
import vn.loa.visitor.retention.VisitorRetention;

@QuarkusTest
class VisitorTest {

    private static final String HITS = "/api/v1/hits";
    private static final String VISITORS = "/api/v1/visitors";

    @Inject
    TestClock clock;

    @Inject
    VisitorRetention keeping;

    @Inject
    DataSource database;

    /** A client with a browser's user agent: that of RestAssured is a program's. */
    private static RequestSpecification browser() {
        return given().header("User-Agent", "Firefox");
    }

    private static void hit(String visitor) {
        given().noContentType().header("User-Agent", visitor).post(HITS).then().statusCode(204);
    }

    private static void hit(String visitor, String article) {
        given().header("User-Agent", visitor).contentType("application/json").body("{\"articleId\":\"" + article + "\"}")
                .post(HITS).then().statusCode(204);
    }

    private static void assertCounters(int online, int today, int total) {
        given().get(VISITORS).then().statusCode(200)
                .body("online", equalTo(online)).body("today", equalTo(today)).body("total", equalTo(total));
    }

    private static String article() {
        return Pages.publish(Pages.news("Tin", "08:00:00 01-06-2024", "Nội dung."));
    }

    private static void assertViews(String article, int views) {
        given().get("/api/v1/articles/{id}/views", article).then().statusCode(200).body("views", equalTo(views));
    }

    @Test
    void before_the_first_hit_all_counters_are_zero() {
        assertCounters(0, 0, 0);
        given().get(VISITORS).then().body("asOf", equalTo(TestClock.START.toString()));
    }

    @Test
    void each_visitor_is_one_visit() {
        hit("Firefox");
        hit("Firefox");
        hit("Chrome");
        assertCounters(2, 2, 2);
    }

    @Test
    void a_visitor_who_returns_after_30_minutes_of_silence_is_a_new_visit() {
        hit("Firefox");
        clock.advance(Duration.ofMinutes(29));
        hit("Firefox");
        clock.advance(Duration.ofMinutes(29));
        hit("Firefox");
        assertCounters(1, 1, 1);
        clock.advance(Duration.ofMinutes(30));
        hit("Firefox");
        assertCounters(1, 2, 2);
    }

    @Test
    void a_visitor_is_online_for_five_minutes() {
        hit("Firefox");
        clock.advance(Duration.ofMinutes(4).plusSeconds(59));
        assertCounters(1, 1, 1);
        clock.advance(Duration.ofSeconds(1));
        assertCounters(0, 1, 1);
    }

    @Test
    void the_day_turns_at_midnight_in_the_sites_zone() {
        clock.set(Instant.parse("2026-07-15T16:59:59Z"));
        hit("Firefox");
        assertCounters(1, 1, 1);
        clock.set(Instant.parse("2026-07-15T17:00:00Z"));
        assertCounters(1, 0, 1);
        hit("Chrome");
        assertCounters(2, 1, 2);
    }

    @Test
    void views_count_once_per_visitor_in_30_minutes() {
        String article = article();
        assertViews(article, 10);
        hit("Firefox", article);
        hit("Firefox", article);
        hit("Chrome", article);
        assertViews(article, 12);
        clock.advance(Duration.ofMinutes(20));
        hit("Firefox", article);
        assertViews(article, 12);
        clock.advance(Duration.ofMinutes(10));
        hit("Firefox", article);
        assertViews(article, 13);
    }

    @Test
    void a_hit_of_an_article_is_a_visit_to_the_site() {
        String article = article();
        hit("Firefox", article);
        hit("Firefox");
        assertCounters(1, 1, 1);
    }

    @Test
    void simultaneous_hits_of_one_visitor_are_one_visit() throws InterruptedException, ExecutionException {
        String article = article();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> hits = IntStream.range(0, 40)
                    .<Future<?>>mapToObj(n -> threads.submit(() -> hit("visitor " + n % 4, article))).toList();
            for (Future<?> hit : hits) {
                hit.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertCounters(4, 4, 4);
        assertViews(article, 14);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "bingbot/2.0",
            "Sogou web spider/4.0", "facebookcatalog crawler", "curl/8.5.0", "Mozilla/5.0 HeadlessChrome/126.0", "coccocbot-web/1.0",
            "Java-http-client/17.0.9", " "})
    void crawlers_are_answered_but_not_counted(String userAgent) {
        hit(userAgent);
        assertCounters(0, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({"Sec-Purpose,prefetch;prerender", "Purpose,prefetch", "X-Moz,Prefetch", "X-Purpose,preview"})
    void pages_fetched_in_advance_are_not_counted(String header, String value) {
        browser().noContentType().header(header, value).post(HITS).then().statusCode(204);
        assertCounters(0, 0, 0);
    }

    @Test
    void a_hit_that_cannot_be_counted_is_refused_and_changes_nothing() {
        browser().contentType("application/json").body("{\"articleId\":\"x\"}").post(HITS).then().statusCode(400)
                .body("errors.pointer", contains("/articleId"));
        browser().contentType("application/json").body("{\"article\":\"x\"}").post(HITS).then().statusCode(400)
                .body("errors.pointer", contains("/article")).body("errors.code", contains("unknown-field"));
        browser().contentType("application/json").body("{").post(HITS).then().statusCode(400);
        browser().contentType("application/json").body("{} {}").post(HITS).then().statusCode(400);
        browser().contentType("application/json").body("{\"articleId\":null,\"articleId\":null}").post(HITS)
                .then().statusCode(400);
        browser().contentType("application/json").body("{\"articleId\":\"\"}").post(HITS).then().statusCode(400);
        for (String body : List.of("[]", "null", "1", "\"\"", "{\"hitId\": 1}", "{\"hitId\": \"AAAAAAAAAAAAAAAAAAAAAA==\"}",
                "{\"hitId\": \"1-1-1-1-1\"}")) {
            browser().contentType("application/json").body(body).post(HITS).then().statusCode(400);
        }
        browser().contentType("text/html").body("x".getBytes()).post(HITS).then().statusCode(415);
        browser().contentType("application/json").body("{\"articleId\":\"" + UUID.randomUUID() + "\"}").post(HITS)
                .then().statusCode(404).body("errors.pointer", contains("/articleId"));
        assertCounters(0, 0, 0);
    }

    @Test
    void a_draft_cannot_be_viewed() {
        String draft = Pages.page(Pages.news("Nháp", "08:00:00 01-06-2024", "Nội dung.")).post("/api/v1/imports")
                .then().statusCode(201).extract().path("article.id");
        browser().contentType("application/json").body("{\"articleId\":\"" + draft + "\"}").post(HITS)
                .then().statusCode(404);
        assertCounters(0, 0, 0);
    }

    @Test
    void yesterdays_keys_and_hashes_are_destroyed_and_the_counts_stay() throws SQLException {
        String article = article();
        hit("Firefox", article);
        clock.advance(Duration.ofDays(1));
        keeping.keep();
        assertEquals(0, rows("visitor_key") + rows("visitor_state") + rows("view_state"));
        given().get(VISITORS).then().body("total", equalTo(1)).body("today", equalTo(0));
        assertViews(article, 11);
    }

    @Test
    void a_chore_that_fails_keeps_no_other_from_being_done() throws SQLException {
        hit("Firefox", article());
        clock.advance(Duration.ofDays(100));
        execute("alter table stored_hit rename to stored_hit_away");
        try {
            keeping.keep();
        } finally {
            execute("alter table stored_hit_away rename to stored_hit");
        }
        assertEquals(0, rows("visitor_key") + rows("visitor_state") + rows("view_state"));
        assertEquals(0, rows("site_hour") + rows("article_hour"));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void neither_address_nor_user_agent_is_stored() throws SQLException {
        hit("A very particular browser", article());
        for (String table : List.of("visitor_key", "visitor_state", "view_state", "site_hour", "article_hour", "article_views", "stored_hit")) {
            try (Connection connection = database.getConnection();
                    ResultSet rows = connection.createStatement().executeQuery("select t::text from " + table + " t")) {
                while (rows.next()) {
                    assertFalse(rows.getString(1).matches("(?i).*(particular|127\\.0\\.0\\.1).*"), rows.getString(1));
                }
            }
        }
    }

    private int rows(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
