package vn.loa.imports.job;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.Pages;

/** What becomes of the items of a job. */
@QuarkusTest
class ImportItemsTest {

    /** One pixel. */
    private static final String PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    private static final Map<String, ?> PUBLISHED = Map.of("publish", true, "sourceName", "trang-cu");
    private static final Map<String, ?> DRAFTS = Map.of("sourceName", "trang-cu");

    private static void assertCounts(JsonPath job, Map<String, Integer> expected) {
        for (String count : List.of("created", "updated", "unchanged", "changedHere", "skipped", "failed")) {
            assertEquals(expected.getOrDefault(count, 0), job.getInt("items." + count), count + job.prettify());
        }
        assertEquals(job.getInt("items.found"), job.getInt("items.done"));
    }

    @Test
    void lines_become_articles_with_what_they_were_elsewhere() {
        JsonPath job = Jobs.done(PUBLISHED, """
                {"source": "1", "title": "Tin một", "body": "<p>Một.</p>", "tags": ["điện"], "firstPublishedAt": "2019-03-01T02:00:00Z",
                """.strip() + """
                 "publicUpdatedAt": "2020-01-01T00:00:00Z", "views": 51, "oldAddresses": ["http://cu.vn/1"], "address": "http://cu.vn/tin?id=1"}""",
                Jobs.article("2", "Tin hai"));
        assertCounts(job, Map.of("created", 2));
        given().get("/api/v1/articles/tin-mot").then().statusCode(200).body("firstPublishedAt", equalTo("2019-03-01T02:00:00Z"),
                "tags", contains("điện"));
        given().get("/api/v1/articles/tin-mot/views").then().body("views", equalTo(51));
        for (String old : List.of("https://cu.vn/1", "https://www.cu.vn/tin?id=1")) {
            given().redirects().follow(false).queryParam("url", old).get("/api/v1/legacy").then().statusCode(301)
                    .header("Location", containsString("tin-mot"));
        }
        List<JsonNode> report = Jobs.report(job.getString("id"));
        assertEquals("created", report.get(0).path("status").asText());
        assertEquals(Editing.draft(report.get(1).path("article").asText()).path("slug"), "tin-hai");
        Pages.asAdmin().queryParam("actor", "key:admin").get("/api/v1/audit").then().body("items.action",
                org.hamcrest.Matchers.hasItems("import-job.create", "article.publish"));
    }

    @Test
    void an_item_that_is_sent_again_is_updated_or_passed_over_and_never_doubled() {
        Jobs.done(PUBLISHED, Jobs.article("1", "Tin một"), Jobs.article("2", "Tin hai"), Jobs.article("3", "Tin ba"));
        String third = given().get("/api/v1/articles/tin-ba").then().extract().path("id");
        Editing.retitled(third, "Sửa ở đây");
        JsonPath again = Jobs.done(PUBLISHED, Jobs.article("1", "Tin một"), Jobs.article("2", "Tin hai mới"), Jobs.article("3", "Tin ba mới"));
        assertCounts(again, Map.of("unchanged", 1, "updated", 1, "changedHere", 1));
        given().get("/api/v1/articles").then().body("page.totalItems", equalTo(3));
        given().get("/api/v1/articles/tin-hai").then().body("title", equalTo("Tin hai mới"), "revision", equalTo(2));
        given().get("/api/v1/articles/tin-ba").then().body("title", equalTo("Tin ba"));
        JsonNode left = Jobs.report(again.getString("id")).get(2);
        assertEquals("changed-here", left.path("status").asText());
        assertEquals("conflict", left.path("problem").path("code").asText());
        assertCounts(Jobs.done(Map.of("sourceName", "trang-khac"), Jobs.article("1", "Tin một")), Map.of("created", 1));
    }

    @Test
    void drafts_that_are_sent_again_are_saved_and_then_published() {
        Jobs.done(DRAFTS, Jobs.article("1", "Tin một"));
        given().get("/api/v1/articles/tin-mot").then().statusCode(404);
        assertCounts(Jobs.done(DRAFTS, Jobs.article("1", "Tin một"), Jobs.article("2", "Tin hai")), Map.of("unchanged", 1, "created", 1));
        assertCounts(Jobs.done(DRAFTS, Jobs.article("1", "Tin sửa")), Map.of("updated", 1));
        assertCounts(Jobs.done(PUBLISHED, Jobs.article("1", "Tin sửa")), Map.of("updated", 1));
        given().get("/api/v1/articles/tin-mot").then().statusCode(200).body("title", equalTo("Tin sửa"), "revision", equalTo(1));
        Pages.asAdmin().get("/api/v1/drafts").then().body("page.totalItems", equalTo(1));
    }

    @Test
    void pictures_and_attachments_are_named_by_the_keys_of_their_items_and_categories_are_created() {
        String picture = Jobs.line(Map.of("source", "anh", "kind", "file", "fileName", "anh.png", "bytes", PNG, "address", "http://cu.vn/anh.png"));
        String article = Jobs.line(Map.of("source", "1", "title", "Tin một", "category", "Tin tức/Môi trường",
                "picture", Map.of("source", "anh", "alternativeText", "Kênh"), "attachments", List.of(Map.of("source", "anh"))));
        Map<String, ?> options = Map.of("publish", true, "createCategories", true);
        // The article stands before its picture.
        assertCounts(Jobs.done(options, article, picture), Map.of("created", 2));
        String file = given().get("/api/v1/articles/tin-mot").then().statusCode(200).body("category.slug", equalTo("moi-truong"),
                "category.path.title", contains("Tin tức", "Môi trường"), "attachments", hasSize(1)).extract().path("picture.mediaId");
        given().get("/api/v1/media/" + file).then().statusCode(200).contentType("image/png");
        given().redirects().follow(false).queryParam("url", "http://cu.vn/anh.png").get("/api/v1/legacy").then().statusCode(301);
        assertCounts(Jobs.done(options, article, picture), Map.of("unchanged", 2));
        Pages.asAdmin().get("/api/v1/categories").then().body("page.totalItems", equalTo(2));
        JsonPath unknown = Jobs.done(Map.of(), Jobs.line(Map.of("source", "2", "title", "Hai", "category", "Khác", "picture",
                Map.of("source", "khac", "alternativeText", "x"))));
        assertEquals("[{\"pointer\":\"/picture/source\",\"code\":\"not-found\",\"message\":\"is the key of no file\"},"
                + "{\"pointer\":\"/category\",\"code\":\"not-found\",\"message\":\"is no category\"}]",
                Jobs.report(unknown.getString("id")).get(0).path("problem").path("errors").toString());
    }

    @Test
    void pages_are_read_as_pages_and_none_becomes_two_articles() {
        String html = "<article><h1>Củng cố tổ hòa giải</h1><time datetime=\"2024-04-18T10:15:30+07:00\">18/04/2024</time>"
                + "<p>Mỗi tổ hòa giải có từ 05 đến 07 người, trong đó có ít nhất một hòa giải viên nữ.</p></article>";
        String page = Jobs.line(Map.of("source", "a.html", "kind", "page", "mediaType", "text/html", "text", html,
                "address", "http://cu.vn/a.html"));
        String twice = Jobs.line(Map.of("source", "b.html", "kind", "page", "mediaType", "text/html", "bytes",
                Base64.getEncoder().encodeToString(html.getBytes(StandardCharsets.UTF_8))));
        JsonPath job = Jobs.done(PUBLISHED, page, twice);
        assertCounts(job, Map.of("created", 1, "skipped", 1));
        given().get("/api/v1/articles/cung-co-to-hoa-giai").then().statusCode(200).body("firstPublishedAt", equalTo("2024-04-18T03:15:30Z"));
        given().redirects().follow(false).queryParam("url", "http://cu.vn/a.html").get("/api/v1/legacy").then().statusCode(301);
        assertCounts(Jobs.done(PUBLISHED, page), Map.of("unchanged", 1));
    }

    @Test
    void a_table_has_a_header_and_an_item_a_line() {
        String table = "\uFEFFsource,title,body,tags,views,oldAddresses\r\n1,\"Tin, một\",<p>Một.</p>,điện | nước,12,http://cu.vn/1 http://cu.vn/2\r\n"
                + "\r\n2,,<p>Hai.</p>,,,\r\n3,Ba,,,x,\r\n4,Bốn,,,,,thừa\r\n5,\"Không đóng,,";
        String id = Jobs.post("text/csv", table, PUBLISHED).then().statusCode(202).extract().path("id");
        assertCounts(Jobs.ended(id, "done"), Map.of("created", 1, "failed", 4));
        List<JsonNode> report = Jobs.report(id);
        assertEquals(List.of("created", "failed", "failed", "failed", "failed"), report.stream().map(line -> line.path("status").asText()).toList());
        assertEquals("/title", report.get(1).at("/problem/errors/0/pointer").asText());
        assertEquals("/views", report.get(2).at("/problem/errors/0/pointer").asText());
        given().get("/api/v1/articles/tin-mot").then().body("tags", contains("điện", "nước"));
        String without = Jobs.post("text/csv", "a,b\r\n1,2\r\n", PUBLISHED).then().statusCode(202).extract().path("id");
        assertTrue(Jobs.ended(without, "failed").getString("problem").contains("header line"));
    }

    @Test
    void hostile_lines_are_reported_and_the_others_go_on() {
        String deep = "[".repeat(50_000);
        byte[] broken = "{\"source\": \"b\", \"title\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        String before = String.join("\n", "", "[]", "{", "null", deep, "{\"title\": \"Không khóa\"}", "{\"source\": 1, \"title\": \"x\"}",
                "{\"source\": \"\\u0000\", \"title\": \"x\"}", "{\"source\": \"k\", \"kind\": \"gì\"}",
                "{\"source\": \"p\", \"kind\": \"page\", \"text\": \"\", \"title\": \"x\"}", "{\"source\": \"w\", \"title\": 7, \"lạ\": 1}",
                "{\"source\": \"f\", \"kind\": \"file\", \"fileName\": \"a.png\", \"bytes\": \"!!\"}",
                "{\"source\": \"g\", \"kind\": \"file\", \"fileName\": \"a.png\", \"bytes\": \"AAAA\"}",
                "{\"source\": \"d\", \"title\": \"\\u0000\"}", "{\"source\": \"e\", \"title\": \"Ngày mai\", \"firstPublishedAt\": \"2099-01-01T00:00:00Z\"}",
                "{\"source\": \"h\", \"title\": \"Nửa\", \"body\": \"\\ud800\"}",
                "{\"source\": \"long\", \"title\": \"" + "x".repeat(5_000_000) + "\"}", Jobs.article("1", "Tin một"), Jobs.article("1", "Lặp lại"), "");
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        all.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        all.writeBytes(broken);
        all.writeBytes("\n".repeat(1_000_000).getBytes(StandardCharsets.UTF_8));
        all.writeBytes(Jobs.article("2", "Tin hai").getBytes(StandardCharsets.UTF_8));
        String id = Jobs.post(Jobs.LINES, all.toByteArray(), PUBLISHED).then().statusCode(202).extract().path("id");
        JsonPath job = Jobs.ended(id, "done");
        List<JsonNode> report = Jobs.report(id);
        String shown = report.stream().map(JsonNode::toString).reduce("", (a, b) -> a + "\n" + b);
        assertTrue(report.stream().noneMatch(line -> line.at("/problem/code").asText().equals("internal-error")), shown);
        assertTrue(job.getInt("items.created") >= 2 && job.getInt("items.failed") >= 16, shown);
        JsonNode last = report.get(report.size() - 1);
        assertEquals("created 1000020", last.path("status").asText() + " " + last.path("line").asLong());
        given().get("/api/v1/articles/tin-mot").then().statusCode(200);
    }

    @Test
    void a_dry_run_reads_everything_and_stores_nothing() {
        JsonPath job = Jobs.done(Map.of("dryRun", true, "publish", true, "createCategories", true),
                Jobs.line(Map.of("source", "anh", "kind", "file", "fileName", "anh.png", "bytes", PNG)),
                Jobs.line(Map.of("source", "1", "title", "Tin một", "category", "Tin tức", "attachments", List.of(Map.of("source", "anh")))),
                Jobs.line(Map.of("source", "2")));
        assertCounts(job, Map.of("created", 2, "failed", 1));
        Pages.asAdmin().get("/api/v1/drafts").then().body("items", hasSize(0));
        Pages.asAdmin().get("/api/v1/media").then().body("items", hasSize(0));
        Pages.asAdmin().get("/api/v1/categories").then().body("items", hasSize(0));
        assertCounts(Jobs.done(Map.of("publish", true), Jobs.article("1", "Tin một")), Map.of("created", 1));
    }

    @Test
    void the_date_and_the_views_of_a_page_are_left_out_of_jobs_of_others() {
        String page = Jobs.line(Map.of("source", "a.txt", "kind", "page", "mediaType", "text/plain", "text",
                Pages.news("Củng cố tổ hòa giải", "10:15:30 18-04-2024", "Mỗi tổ hòa giải có từ 05 đến 07 người.")));
        String id = vn.loa.support.Keys.as("publisher").contentType(Jobs.LINES).queryParam("publish", true)
                .body(page.getBytes(StandardCharsets.UTF_8)).post(Jobs.JOBS).then().statusCode(202).extract().path("id");
        assertCounts(Jobs.ended(id, "done"), Map.of("created", 1));
        given().get("/api/v1/articles/cung-co-to-hoa-giai").then().statusCode(200)
                .body("firstPublishedAt", equalTo(vn.loa.support.TestClock.START.toString()));
        given().get("/api/v1/articles/cung-co-to-hoa-giai/views").then().body("views", equalTo(0));
        assertEquals(List.of("date-left-out", "views-left-out"), Jobs.report(id).get(0).path("warnings").findValuesAsText("code"));
    }

    @Test
    void dates_and_views_are_the_admins_business() {
        String id = given().auth().oauth2(vn.loa.support.Keys.make("p", "publisher")).contentType(Jobs.LINES).queryParam("publish", true)
                .body(("{\"source\": \"1\", \"title\": \"Một\", \"views\": 3, \"firstPublishedAt\": \"2020-01-01T00:00:00Z\"}\n"
                        + Jobs.article("2", "Hai")).getBytes(StandardCharsets.UTF_8)).post(Jobs.JOBS).then().statusCode(202).body("createdBy", equalTo("key:p")).extract().path("id");
        assertCounts(Jobs.ended(id, "done"), Map.of("created", 1, "failed", 1));
        assertEquals("needs-admin", Jobs.report(id).get(0).at("/problem/errors/0/code").asText());
        given().auth().oauth2(vn.loa.support.Keys.make("e", "editor")).contentType(Jobs.LINES).body(Jobs.article("3", "Ba").getBytes(StandardCharsets.UTF_8)).post(Jobs.JOBS)
                .then().statusCode(403);
    }
}
