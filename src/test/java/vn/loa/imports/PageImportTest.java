package vn.loa.imports;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.loa.support.Keys;
import vn.loa.support.Pages;

/** What an import stores, and what it leaves unchanged. {@link PageReadingTest} covers the reading of pages. */
@QuarkusTest
class PageImportTest {

    private static final String IMPORTS = "/api/v1/imports";
    private static final String NEWS = Pages.news("Tin", "08:00:00 01-06-2024", "Nội dung.");

    private static void assertNothingIsStored() {
        given().get("/api/v1/articles").then().body("page.totalItems", equalTo(0));
        given().get("/api/v1/visitors").then().body("total", equalTo(0));
        // A page that had been stored, even as a draft, would now be recognised.
        Pages.fixture("canonical.txt").queryParam("dryRun", true).post(IMPORTS).then().body("warnings", empty());
    }

    @Test
    void a_dry_run_reports_and_stores_nothing() {
        Pages.fixture("canonical.txt").queryParam("dryRun", true).queryParam("publish", true).queryParam("visitors", true)
                .post(IMPORTS).then().statusCode(200)
                .body("article.id", nullValue()).body("article.state", equalTo("published"))
                .body("article.sections", hasSize(5)).body("found.views", equalTo(1042))
                .body("found.visitors.total", equalTo(1519377));
        assertNothingIsStored();
    }

    @Test
    void an_import_makes_a_draft() {
        Response response = Pages.fixture("canonical.txt").post(IMPORTS);
        response.then().statusCode(201).body("article.state", equalTo("draft")).body("article.revision", nullValue())
                .header("Location", endsWith("/api/v1/articles/" + response.path("article.id") + "/draft"));
        given().get("/api/v1/articles").then().body("page.totalItems", equalTo(0));
    }

    @Test
    void what_the_import_shows_is_what_is_read_afterwards() {
        Response imported = Pages.fixture("canonical.txt").queryParam("publish", true).post(IMPORTS);
        Response read = given().queryParam("include", "sections,citations")
                .get("/api/v1/articles/{id}", imported.<String>path("article.id"));
        Map<String, Object> shown = new LinkedHashMap<>(read.<Map<String, Object>>path("$"));
        // A report has the body as a draft has it, in one piece.
        assertEquals(shown.get("body"), shown.remove("bodyBefore").toString() + shown.remove("bodyAfter"));
        // A report is about the text alone.
        shown.remove("force");
        assertEquals(imported.<Object>path("article"), shown);
    }

    @Test
    void where_a_page_stood_leads_to_its_article() {
        String html = "<html><head><link rel=\"canonical\" href=\"https://trang-cu.vn/tin?id=%d\"></head><body><article><h1>Tin số %d</h1>"
                + "<p>Sáng nay đoàn viên ra quân làm sạch kênh.</p><p>Chiều nay thì nghỉ.</p></article></body></html>";
        String first = Pages.publish(Pages.page(html.formatted(1, 1).getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8"));
        assertLeads("http://www.trang-cu.vn/tin?id=1", first);
        Pages.page(html.formatted(1, 2).getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8").queryParam("publish", true).post(IMPORTS)
                .then().statusCode(201).body("warnings.code", hasItem("old-address-in-use"));
        assertLeads("http://www.trang-cu.vn/tin?id=1", first);
        String second = Pages.publish(Pages.page(Pages.news("Tin chữ", "08:00:00 01-06-2024", "Nội dung.")).queryParam("address",
                "https://trang-cu.vn/chu.html"));
        assertLeads("https://trang-cu.vn/chu.html", second);
        Keys.as("editor").contentType("text/plain; charset=utf-8").body(Pages.news("Tin nháp", "08:00:00 01-06-2024", "Nháp.").getBytes(StandardCharsets.UTF_8))
                .queryParam("address", "https://trang-cu.vn/nhap.html").post(IMPORTS).then().statusCode(201);
        Pages.asAdmin().get("/api/v1/old-addresses").then().body("items", hasSize(2));
        Pages.page("Tin\n\nNội dung.").queryParam("address", "tin.html").post(IMPORTS).then().statusCode(400)
                .body("errors[0].parameter", equalTo("address"));
    }

    private static void assertLeads(String address, String article) {
        String page = given().redirects().follow(false).queryParam("url", address).get("/api/v1/legacy").then().statusCode(301).extract()
                .header("Location");
        String slug = given().get("/api/v1/articles/{id}", article).path("slug");
        assertTrue(page.contains(slug), page);
    }

    @Test
    void the_publication_stamp_is_in_the_sites_zone() {
        String id = Pages.publish(Pages.fixture("canonical.txt"));
        given().get("/api/v1/articles/{id}", id).then()
                .body("firstPublishedAt", equalTo("2023-09-25T09:20:05Z"))
                .body("publicUpdatedAt", equalTo("2023-09-25T09:20:05Z"));
    }

    @Test
    void a_page_without_a_stamp_is_published_now() {
        Pages.page("Tin không ngày\n\nĐoạn một của tin.\n\nĐoạn hai của tin.").queryParam("publish", true).post(IMPORTS)
                .then().statusCode(201).body("article.firstPublishedAt", equalTo("2026-07-15T05:00:00Z"))
                .body("found.publishedAt", nullValue()).body("warnings.code", contains("no-publication-date"));
    }

    @Test
    void figures_of_another_script_are_words() {
        Pages.page("Tin\n\nNgày 𝟎𝟖:𝟎𝟎:𝟎𝟎 𝟎𝟏-𝟎𝟔-𝟐𝟎𝟐𝟒 - Lượt xem: 𝟓𝟏").queryParam("dryRun", true).post(IMPORTS)
                .then().statusCode(200).body("found.views", nullValue()).body("warnings.code", contains("no-publication-date"))
                .body("article.body", containsString("𝟓𝟏"));
    }

    @Test
    void a_stamp_in_the_future_is_not_believed() {
        Pages.page(Pages.news("Tin", "08:00:00 01-06-2044", "Nội dung.")).queryParam("publish", true).post(IMPORTS)
                .then().statusCode(201).body("article.firstPublishedAt", equalTo("2026-07-15T05:00:00Z"))
                .body("warnings.code", contains("publication-date-in-future"));
    }

    @Test
    void words_that_stand_apart_are_reported() {
        String html = "<html><body><h1>Tin</h1><div>Ngày 08:00:00 01-06-2024</div>"
                + "<div class='sapo'>Câu dẫn này đủ dài để người đọc thấy rằng nó là một phần của bài viết ở trên.</div>"
                + "<div class='text'>" + "<p>Một đoạn văn đủ dài của bài viết, nói về việc hòa giải ở cơ sở trong tỉnh.</p>".repeat(12)
                + "<p><a href='/x'>Xem toàn văn</a></p></div>"
                + "<div>Một câu ở xa bài viết, dài như một đoạn văn nhưng không thuộc về bài viết này đâu nhé.</div></body></html>";
        Pages.page(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8").queryParam("dryRun", true).post(IMPORTS)
                .then().statusCode(200)
                .body("article.body", containsString("Câu dẫn này"))
                .body("article.body", containsString("Xem toàn văn"))
                .body("warnings.code", contains("text-left-out"))
                .body("warnings[0].near", containsString("Một câu ở xa"));
    }

    @Test
    void a_time_further_down_is_part_of_the_text() {
        Pages.page("Hội nghị\n\n" + "Đoạn văn.\n\n".repeat(6) + "Hội nghị bắt đầu lúc 8h00 ngày 12/05/2024.\n\nHết.")
                .queryParam("dryRun", true).post(IMPORTS).then().statusCode(200)
                .body("article.title", equalTo("Hội nghị")).body("article.body", containsString("lúc 8h00"));
    }

    @Test
    void lines_between_paragraphs_stay_where_they_are() {
        Pages.page(Pages.news("Tin", "08:00:00 01-06-2024", "Đoạn một.", "Tổng cộng: 12", "Tin", "Từ khóa: một, hai", "Đoạn cuối."))
                .queryParam("dryRun", true).post(IMPORTS).then().statusCode(200)
                .body("article.body", containsString("Tổng cộng: 12")).body("article.body", containsString(">Tin<"))
                .body("article.body", containsString("Từ khóa: một, hai")).body("article.tags", empty());
    }

    @Test
    void headings_in_capitals_are_not_names() {
        Pages.page(Pages.news("Tin", "08:00:00 01-06-2024", "QUYẾT ĐỊNH", "Đoạn hai.", "TM. ỦY BAN NHÂN DÂN"))
                .queryParam("dryRun", true).post(IMPORTS).then().statusCode(200)
                .body("article.byline", nullValue()).body("article.body", containsString("QUYẾT ĐỊNH"))
                .body("article.body", containsString("TM. ỦY BAN"));
    }

    @Test
    void the_pages_views_are_the_articles_base() {
        String id = Pages.publish(Pages.fixture("canonical.txt"));
        given().get("/api/v1/articles/{id}/views", id).then().body("views", equalTo(1042));
    }

    @Test
    void only_an_admin_decides_what_the_counters_begin_with() {
        Keys.as("publisher").contentType("text/plain").body(Pages.read("canonical.txt")).queryParam("visitors", true).post(IMPORTS)
                .then().statusCode(403);
        for (boolean dryRun : new boolean[] {true, false}) {
            Keys.as("publisher").contentType("text/plain").body(Pages.read("canonical.txt")).queryParam("publish", true)
                    .queryParam("dryRun", dryRun).post(IMPORTS).then()
                    .body("found.views", equalTo(1042)).body("warnings.code", hasItem("views-left-out"));
        }
        String id = given().get("/api/v1/articles").then().extract().path("items[0].id");
        given().get("/api/v1/articles/{id}/views", id).then().body("views", equalTo(0));
        given().get("/api/v1/visitors").then().body("total", equalTo(0));
    }

    @Test
    void the_pages_date_is_taken_over_for_a_publisher_and_left_out_for_an_editor() {
        String page = Pages.news("Tin của biên tập viên", "08:00:00 01-06-2024", "Nội dung.");
        for (boolean dryRun : new boolean[] {true, false}) {
            Keys.as("editor").contentType("text/plain; charset=utf-8").body(page.getBytes(StandardCharsets.UTF_8)).queryParam("dryRun", dryRun)
                    .post(IMPORTS).then().body("article.firstPublishedAt", nullValue(), "found.publishedAt", equalTo("2024-06-01T01:00:00Z"),
                            "warnings.code", contains("date-left-out", "views-left-out"));
        }
        Keys.as("publisher").contentType("text/plain; charset=utf-8").body(page.replace("01-06", "02-06").getBytes(StandardCharsets.UTF_8))
                .queryParam("publish", true).post(IMPORTS).then().statusCode(201)
                .body("article.firstPublishedAt", equalTo("2024-06-02T01:00:00Z"), "warnings.code", contains("views-left-out"));
    }

    @Test
    void the_sites_counters_are_taken_over_only_when_asked() {
        Pages.publish(Pages.fixture("canonical.txt"));
        given().get("/api/v1/visitors").then().body("total", equalTo(0));
        Pages.publish(Pages.fixture("wrapped.txt").queryParam("visitors", true));
        given().get("/api/v1/visitors").then()
                .body("total", equalTo(1540963)).body("today", equalTo(0)).body("online", equalTo(0));
        IntStream.range(0, 5).forEach(n ->
                given().noContentType().header("User-Agent", "visitor " + n).post("/api/v1/hits").then().statusCode(204));
        given().get("/api/v1/visitors").then()
                .body("total", equalTo(1540968)).body("today", equalTo(5)).body("online", equalTo(5));
    }

    @Test
    void a_page_without_counters_takes_nothing_over() {
        Pages.publish(Pages.fixture("wrapped.txt").queryParam("visitors", true));
        Pages.publish(Pages.fixture("no-counters.txt").queryParam("visitors", true));
        given().get("/api/v1/visitors").then().body("total", equalTo(1540963));
    }

    @Test
    void the_same_page_is_not_imported_twice() {
        String id = Pages.publish(NEWS);
        String fetchedLater = NEWS.replace("Lượt xem: 10", "Lượt xem: 99");
        Pages.page(fetchedLater).queryParam("publish", true).post(IMPORTS).then().statusCode(409)
                .body("code", equalTo("already-imported")).body("detail", containsString(id))
                .body("article.id", equalTo(id)).body("article.slug", equalTo("tin"));
        given().get("/api/v1/articles").then().body("page.totalItems", equalTo(1));
        given().get("/api/v1/articles/{id}/views", id).then().body("views", equalTo(10));
    }

    @Test
    void a_page_is_the_same_as_text_and_as_html() {
        String id = Pages.publish(NEWS);
        String html = "<html><body><h1>Tin</h1><p>Ngày 08:00:00 01-06-2024</p><p>Nội dung.</p></body></html>";
        Pages.page(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8").post(IMPORTS)
                .then().statusCode(409).body("article.id", equalTo(id));
    }

    @Test
    void a_dry_run_says_that_a_page_was_imported_before() {
        String id = Pages.publish(NEWS);
        Pages.page(NEWS).queryParam("dryRun", true).post(IMPORTS).then().statusCode(200)
                .body("warnings.code", hasItem("already-imported")).body("warnings.articleId", hasItem(id));
    }

    @Test
    void of_simultaneous_imports_of_a_page_one_wins() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<Integer>> imports = IntStream.range(0, 6)
                    .mapToObj(n -> threads.submit(() -> Pages.page(NEWS).queryParam("publish", true).post(IMPORTS).statusCode()))
                    .toList();
            int won = 0;
            for (Future<Integer> status : imports) {
                won += status.get() == 201 ? 1 : 0;
                assertEquals(true, status.get() == 201 || status.get() == 409, "status " + status.get());
            }
            assertEquals(1, won);
        } finally {
            threads.shutdownNow();
        }
        given().get("/api/v1/articles").then().body("page.totalItems", equalTo(1));
    }
}
