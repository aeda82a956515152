package vn.loa.imports;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.loa.cache.PublicCache;
import vn.loa.effect.Decrees;
import vn.loa.imports.export.ExportWorker;
import vn.loa.support.Editing;
import vn.loa.support.FreshStart;
import vn.loa.support.Pages;
import vn.loa.support.PublicCrawl;
import vn.loa.support.TestClock;
import vn.loa.visitor.count.ArticleRanking;

/** The export of one portal, merged into another one that has content. */
@QuarkusTest
class MergeTest {

    /** Of the sample, which both portals have. */
    private static final String SHARED = "0186fcca-45c0-7000-8000-000000000001";
    private static final String NUMBER = "10/2019/NĐ-CP";
    private static final String OLD_ADDRESS = "http://trang-cu.vn/a?id=7";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static Theirs theirs;

    @Inject
    SampleContent sample;
    @Inject
    ExportWorker worker;
    @Inject
    ArticleRanking ranking;
    @Inject
    PublicCache cache;
    @Inject
    TestClock clock;

    /** The other portal. */
    private record Theirs(List<byte[]> parts, SortedMap<String, String> addresses, String news, String decree, String draft) {
    }

    /** Made once, because their crawl takes longer than a merge. Leaves this portal empty. */
    private Theirs theirs() throws IOException, InterruptedException {
        if (theirs == null) {
            theirs = made();
        }
        return theirs;
    }

    private Theirs made() throws IOException, InterruptedException {
        clock.set(TestClock.START);
        sample.load();
        Editing.post("/api/v1/categories", "{\"title\": \"Tin xã\", \"slug\": \"tin-xa\", \"order\": 1}").then().statusCode(201);
        Editing.post("/api/v1/categories", "{\"title\": \"Y tế\", \"slug\": \"y-te\", \"order\": 1, \"parent\": \"tin-xa\"}").then().statusCode(201);
        String news = Editing.published(Editing.news("Thông báo").put("slug", "thong-bao").put("category", "y-te").put("summary", "Của họ."));
        Editing.retitled(news, "Thông báo, bản hai");
        Editing.publish(news).then().statusCode(200);
        String decree = Editing.published(Decrees.amending("50/2021/NĐ-CP", "Nghị định số " + NUMBER));
        String gone = Editing.published(Editing.news("Tin gỡ của họ"));
        Editing.remove(gone, "Hết hạn.").then().statusCode(200);
        String draft = Editing.created(Editing.news("Bản thảo của họ"));
        counted(news, 40, 1000, 11);
        Editing.post("/api/v1/old-addresses", "{\"items\": [{\"address\": \"" + OLD_ADDRESS + "\", \"article\": \"" + news + "\"},"
                + "{\"address\": \"http://trang-cu.vn/b\", \"article\": \"" + news + "\"}]}").then().statusCode(200);
        clock.advance(Duration.ofHours(1));
        Editing.retitled(SHARED, "Bài chung, bản ba");
        Editing.publish(SHARED).then().statusCode(200);
        SortedMap<String, String> addresses = crawl();
        Theirs made = new Theirs(Exports.parts(Exports.begin("full"), worker), addresses, news, decree, draft);
        clock.set(TestClock.START);
        FreshStart.empty();
        cache.invalidate();
        return made;
    }

    private static void counted(String article, int views, int total, int visits) {
        Pages.asAdmin().contentType("text/csv").body("article,day,views\n" + article + ",," + views + "\n" + article + ",2024-03-02,7\n"
                + SHARED + ",2024-03-02,3\n").put("/api/v1/views").then().statusCode(200);
        Pages.asAdmin().contentType("text/csv").body("day,visits,visitors,hits\n2024-03-02," + visits + ",10,30\n")
                .put("/api/v1/visitors/history").then().statusCode(200);
        Pages.asAdmin().contentType("application/json").body("{\"total\": " + total + "}").put("/api/v1/visitors/base").then().statusCode(204);
    }

    private static SortedMap<String, String> crawl() throws IOException, InterruptedException {
        return PublicCrawl.of("http://localhost:" + RestAssured.port);
    }

    /** This portal. @return the id of its article whose slug collides */
    private String here() {
        sample.load();
        Editing.post("/api/v1/categories", "{\"title\": \"tin xã\", \"slug\": \"tin-xa-nha\", \"order\": 1}").then().statusCode(201);
        Editing.post("/api/v1/categories", "{\"title\": \"Y tế\", \"slug\": \"y-te\", \"order\": 1}").then().statusCode(201);
        String news = Editing.published(Editing.news("Thông báo ở đây").put("slug", "thong-bao").put("category", "tin-xa-nha"));
        Editing.published(Decrees.plain(NUMBER).put("slug", "nghi-dinh-10"));
        counted(news, 5, 500, 4);
        Editing.post("/api/v1/old-addresses", "{\"items\": [{\"address\": \"" + OLD_ADDRESS + "\", \"article\": \"" + news + "\"}]}")
                .then().statusCode(200);
        return news;
    }

    private String merged(Theirs theirs, String source) {
        String id = Exports.upload(theirs.parts);
        Exports.startMerge(id, source).then().statusCode(202).body("mergeSource", equalTo(source));
        Exports.ended(id, worker).body("fault", equalTo(null)).body("state", equalTo("done"));
        ranking.refresh();
        return id;
    }

    private static JsonPath report(String id) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Pages.asAdmin().get(Exports.EXPORTS + "/{id}/report", id).then().statusCode(200).extract().asString().split("\n")) {
            lines.add(JSON.readTree(line.isEmpty() ? "{}" : line));
        }
        return new JsonPath(JSON.writeValueAsString(Map.of("lines", lines)));
    }

    private static int views(String article) {
        return given().get("/api/v1/articles/{article}/views", article).then().extract().path("views");
    }

    private static int total() {
        return given().get("/api/v1/visitors").then().extract().path("total");
    }

    private static int visits(String day) {
        return given().get("/api/v1/visitors/history?firstDay=" + day + "&lastDay=" + day).then().extract().path("items[0].visits");
    }

    /** What each address answers, if it stands for one thing: lists have more than before. */
    private static Map<String, Integer> statuses(SortedMap<String, String> addresses) {
        Map<String, Integer> statuses = new TreeMap<>();
        addresses.keySet().stream().filter(address -> address.matches("/api/v1/(articles|categories|media)/.*") && !address.contains("?"))
                .forEach(address -> statuses.put(address, Integer.valueOf(addresses.get(address).split(" ")[1])));
        return statuses;
    }

    private static void assertAnswers(Map<String, Integer> statuses) {
        List<String> wrong = new ArrayList<>();
        statuses.forEach((address, status) -> {
            int now = given().urlEncodingEnabled(false).redirects().follow(false).get(address).statusCode();
            if (now != status) {
                wrong.add(address + ": " + status + " became " + now);
            }
        });
        assertEquals(List.of(), wrong);
        assertTrue(statuses.size() > 100, "only " + statuses.size());
    }

    @Test
    void every_public_address_of_both_answers_and_what_was_counted_is_the_sum() throws Exception {
        Theirs theirs = theirs();
        String news = here();
        Map<String, Integer> ours = statuses(crawl());
        Map<String, Integer> others = new TreeMap<>();
        statuses(theirs.addresses).forEach((address, status) -> others.put(address.replaceFirst("/articles/thong-bao(?=/|$)",
                "/articles/thong-bao-soc-trang").replaceFirst("/categories/y-te(?=/|$)", "/categories/y-te-soc-trang"), status));
        // A category that is one with another leads to it.
        others.put("/api/v1/categories/tin-xa", 301);
        int articles = given().get("/api/v1/articles").path("page.totalItems");
        int total = total();
        int shared = views(SHARED);
        String cursor = given().get("/api/v1/changes?since=now").path("nextCursor");
        merged(theirs, "soc-trang");
        assertAnswers(ours);
        assertAnswers(others);
        given().get("/api/v1/articles/thong-bao").then().body("id", equalTo(news));
        given().get("/api/v1/articles/thong-bao-soc-trang").then().body("id", equalTo(theirs.news)).body("title", equalTo("Thông báo, bản hai"))
                .body("category.path.slug", equalTo(List.of("tin-xa-nha", "y-te-soc-trang")));
        given().get("/api/v1/articles?category=tin-xa-nha").then().body("items.id", containsInAnyOrder(news, theirs.news))
                .body("items.slug", containsInAnyOrder("thong-bao", "thong-bao-soc-trang"));
        given().get("/api/v1/articles").then().body("page.totalItems", equalTo(articles + 2));
        given().get("/api/v1/articles/" + SHARED).then().body("title", equalTo("Bài chung, bản ba")).body("revision", equalTo(3));
        given().get("/api/v1/articles/nghi-dinh-10").then().body("force.status", equalTo("partly"));
        given().get("/api/v1/articles/nghi-dinh-10/cited-by").then().body("items.article.id", hasItem(theirs.decree));
        Pages.asAdmin().get(Editing.DRAFT, theirs.draft).then().statusCode(200).body("title", equalTo("Bản thảo của họ"));
        given().redirects().follow(false).queryParam("url", OLD_ADDRESS).get("/api/v1/legacy").then().header("Location", containsString("/thong-bao"));
        given().redirects().follow(false).queryParam("url", "http://trang-cu.vn/b").get("/api/v1/legacy").then().statusCode(301);
        assertEquals(total + 1000 + 11, total());
        assertEquals(15, visits("2024-03-02"));
        assertEquals(47, views(theirs.news));
        assertEquals(2 * shared, views(SHARED));
        given().queryParam("since", cursor).get("/api/v1/changes").then().body("items.findAll { it.kind == 'published' }.articleId",
                containsInAnyOrder(theirs.news, theirs.decree)).body("items.findAll { it.kind == 'updated' }.articleId", hasItem(SHARED));
        given().queryParam("q", "Thông báo bản hai").get("/api/v1/search").then().statusCode(200).body("items.article.id", hasItem(theirs.news));
        Editing.published(Editing.news("Tin mới sau khi gộp"));
    }

    @Test
    void the_report_says_what_collided() throws Exception {
        Theirs theirs = theirs();
        here();
        JsonPath report = report(merged(theirs, "soc-trang"));
        String of = "lines.findAll { it.collision == '%s' }.%s";
        assertEquals(List.of("thong-bao"), report.getList(of.formatted("slug", "value")));
        assertEquals(List.of("thong-bao-soc-trang"), report.getList(of.formatted("slug", "became")));
        assertEquals(List.of("tin-xa-nha"), report.getList(of.formatted("category", "became")));
        assertEquals(List.of("y-te-soc-trang"), report.getList(of.formatted("category-slug", "became")));
        assertEquals(List.of(OLD_ADDRESS), report.getList(of.formatted("old-address", "value")));
        assertEquals(List.of(SHARED), report.getList(of.formatted("article", "id")));
        assertEquals(List.of("theirs"), report.getList(of.formatted("article", "became")));
        assertEquals(5, report.getList("lines").size());
    }

    @Test
    void sent_again_it_changes_nothing() throws Exception {
        Theirs theirs = theirs();
        String news = here();
        merged(theirs, "soc-trang");
        SortedMap<String, String> before = crawl();
        int total = total();
        for (String source : List.of("soc-trang", "hau-giang")) {
            JsonPath report = report(merged(theirs, source));
            assertEquals(List.of("export"), report.getList("lines.collision"));
            assertEquals(total, total());
            assertEquals(12, views(news));
            assertEquals(before.toString(), crawl().toString());
        }
    }

    @Test
    void a_later_export_of_the_source_brings_what_is_new_and_no_count_twice() throws Exception {
        sample.load();
        String first = Editing.published(Editing.news("Tin thứ nhất").put("slug", "tin-mot"));
        List<byte[]> early = Exports.parts(Exports.begin("full"), worker);
        clock.advance(Duration.ofHours(2));
        Editing.retitled(first, "Tin thứ nhất, sửa");
        Editing.publish(first).then().statusCode(200);
        String second = Editing.published(Editing.news("Tin thứ hai"));
        counted(second, 6, 90, 1);
        List<byte[]> late = Exports.parts(Exports.begin("full"), worker);
        clock.set(TestClock.START);
        FreshStart.empty();
        cache.invalidate();
        Editing.published(Editing.news("Ở đây").put("slug", "tin-mot"));
        merged(new Theirs(early, null, null, null, null), "hau-giang");
        int total = total();
        JsonPath report = report(merged(new Theirs(late, null, null, null, null), "hau-giang"));
        assertTrue(report.getList("lines.collision").contains("counters"), report.prettify());
        assertEquals(total, total());
        given().get("/api/v1/articles/tin-mot-hau-giang").then().body("id", equalTo(first)).body("title", equalTo("Tin thứ nhất, sửa"));
        given().get("/api/v1/articles/" + first + "/revisions/1").then().body("title", equalTo("Tin thứ nhất"));
        assertEquals(13, views(second));
    }

    @Test
    void an_article_that_was_changed_here_later_stays_and_its_draft_too() throws Exception {
        Theirs theirs = theirs();
        here();
        clock.advance(Duration.ofHours(3));
        Editing.retitled(SHARED, "Bài chung, của ta");
        Editing.publish(SHARED).then().statusCode(200);
        Editing.retitled(SHARED, "Bản thảo của ta");
        JsonPath report = report(merged(theirs, "soc-trang"));
        given().get("/api/v1/articles/" + SHARED).then().body("title", equalTo("Bài chung, của ta")).body("revision", equalTo(3));
        Pages.asAdmin().get(Editing.DRAFT, SHARED).then().body("title", equalTo("Bản thảo của ta"));
        assertEquals(List.of("here"), report.getList("lines.findAll { it.collision == 'article' }.became"));
        assertEquals(List.of("3"), report.getList("lines.findAll { it.collision == 'revision' }.value"));
    }

    @Test
    void what_is_no_whole_export_changes_nothing() throws Exception {
        Theirs theirs = theirs();
        here();
        SortedMap<String, String> before = crawl();
        String id = Exports.upload(List.of("hello\n".getBytes(StandardCharsets.UTF_8)));
        Exports.startMerge(id, "soc-trang").then().statusCode(202);
        Exports.ended(id, worker).body("state", equalTo("failed")).body("fault", containsString("no JSON"));
        for (String wrong : List.of("", "Sóc Trăng", "a--b", "a".repeat(41))) {
            Exports.startMerge(id, wrong).then().statusCode(400).body("errors[0].parameter", equalTo("merge"));
        }
        String cut = Exports.upload(theirs.parts.subList(0, 1));
        Exports.startMerge(cut, "soc-trang").then().statusCode(202);
        Exports.ended(cut, worker).body("state", equalTo("failed"));
        assertEquals(before.toString(), crawl().toString());
        merged(theirs, "soc-trang");
    }
}
