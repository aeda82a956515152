package vn.loa.app.pages;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;
import vn.loa.support.SmallBodies;

/** The reader's files: small, kept by browsers, and with a way to the text without scripts. */
@QuarkusTest
@TestProfile(SmallBodies.class)
class ReaderTest {

    private static final Path FILES = Path.of("src/main/resources/META-INF/resources/reader");
    private static final long MOST_BYTES = 60_000;

    private static Document page(String path) {
        return Jsoup.parse(given().get(path).then().statusCode(200).contentType("text/html").extract().asString(),
                "http://localhost" + path);
    }

    @Test
    void all_files_together_are_small() throws IOException {
        try (Stream<Path> files = Files.walk(FILES)) {
            long bytes = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
            assertTrue(bytes <= MOST_BYTES, bytes + " bytes");
        }
    }

    @Test
    void every_file_that_is_there_is_served() throws IOException {
        String script = page("/reader/").selectFirst("script[src$=app.js]").absUrl("src");
        try (Stream<Path> files = Files.list(FILES)) {
            files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("index.html")).forEach(name ->
                    given().get(URI.create(script).resolve(name).getPath()).then().statusCode(200)
                            .header("Cache-Control", containsString("immutable")).header("X-Content-Type-Options", equalTo("nosniff")));
        }
    }

    @ParameterizedTest
    @CsvSource({"/reader/, /", "/reader/search, /", "/reader/articles/tin-moi, /api/v1/articles/tin-moi/html",
        "/reader/categories/van-thu, /"})
    void addresses_in_a_page_lead_to_the_same_files_from_every_depth(String path, String withoutScripts) {
        Document page = page(path);
        for (String attribute : List.of("href", "src")) {
            page.select("head [" + attribute + "]:not([as=fetch]), header [" + attribute + "]").forEach(element ->
                    assertEquals(200, given().get(URI.create(element.absUrl(attribute)).getPath()).statusCode(), element.outerHtml()));
        }
        assertEquals("http://localhost/reader/search", page.selectFirst("form").absUrl("action"));
        assertTrue(page.html().contains("\"" + page.selectFirst("meta[name=loa-root]").attr("content") + "\""));
        String inside = page.selectFirst("noscript").data().isEmpty() ? page.selectFirst("noscript").html() : page.selectFirst("noscript").data();
        assertEquals("http://localhost" + withoutScripts,
                Jsoup.parse(inside, "http://localhost" + path).selectFirst("a").absUrl("href"));
    }

    @Test
    void a_page_asks_for_its_article_first_and_for_no_script_that_it_does_not_need() {
        Document article = page("/reader/articles/tin-moi");
        assertEquals("http://localhost/api/v1/articles/tin-moi?include=sections,citations,changeHistory",
                article.selectFirst("link").absUrl("href"));
        assertEquals(0, article.select("link[href$=lists.js]").size());
        assertEquals(1, article.select("link[href$=article.js]").size());
        assertEquals(1, page("/reader/").select("link[href$=lists.js]").size());
        assertEquals(0, page("/reader/").select("link[href$=article.js], [as=fetch]").size());
    }

    @Test
    void a_page_runs_only_files_of_its_own() {
        Response page = given().get("/reader/articles/tin");
        assertTrue(page.header("Content-Security-Policy").contains("script-src 'self';"), page.header("Content-Security-Policy"));
        Document parsed = Jsoup.parse(page.asString());
        assertTrue(parsed.select("script:not([src]), style, [style]").isEmpty());
        assertTrue(parsed.getAllElements().stream().flatMap(element -> element.attributes().asList().stream())
                .noneMatch(attribute -> attribute.getKey().startsWith("on")));
    }

    @Test
    void a_page_is_asked_for_again_and_a_file_is_not() {
        Response page = given().get("/reader/");
        given().header("If-None-Match", page.header("ETag")).get("/reader/").then().statusCode(304);
        given().header("Accept-Encoding", "gzip").head("/reader/").then().statusCode(200).header("Content-Encoding", "gzip");
        given().header("Accept-Encoding", "gzip;q=0").head("/reader/").then().header("Content-Encoding", (String) null);
        assertFalse(page.header("Cache-Control").contains("immutable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reader/nothing", "/reader/articles/", "/reader/articles/a/b", "/reader/articles/%22%3E%3Cscript%3E",
        "/reader/categories/a%22b"})
    void a_page_that_is_not_there_is_404_and_says_so(String path) {
        Response answer = given().urlEncodingEnabled(false).get(path);
        assertEquals(404, answer.statusCode());
        assertTrue(answer.contentType().startsWith("text/html"), answer.contentType());
        assertFalse(answer.asString().contains("<script>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reader/app.js", "/reader/files/abc/app.js", "/reader/index.html", "/reader/../application.properties"})
    void files_have_one_address(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void the_address_without_a_slash_leads_to_the_first_page() {
        given().redirects().follow(false).get("/reader").then().statusCode(301).header("Location", equalTo("reader/"));
        given().post("/reader/").then().statusCode(405).header("Allow", equalTo("GET, HEAD"));
    }

    @Test
    void links_of_the_api_lead_to_the_reader() {
        Editing.published(Editing.directive("Chuyển đổi", "31-CT/TU").put("slug", "chuyen-doi"));
        given().get("/").then().body("reader", equalTo("/reader/"));
        given().accept("text/html").redirects().follow(false).get("/api/v1/resolve?q=31-CT/TU").then().statusCode(303)
                .header("Location", equalTo("/reader/articles/chuyen-doi"));
        Editing.published(Editing.directive("Chuyển đổi", "31-CT/TU"));
        given().accept("text/html").redirects().follow(false).get("/api/v1/resolve?q=31-CT/TU").then().statusCode(303)
                .header("Location", equalTo("/reader/search?q=31-CT%2FTU"));
        Editing.published(Editing.news("Tin").put("slug", "tin").put("body", "<p>Theo Chỉ thị số 31-CT/TU và Chỉ thị số 32-CT/TU.</p>"));
        assertEquals(List.of("/reader/search?q=Ch%E1%BB%89%20th%E1%BB%8B%20s%E1%BB%91%2031-CT%2FTU"),
                Jsoup.parse(given().get("/api/v1/articles/tin/html").asString()).select("article a").eachAttr("href"));
        given().get("/api/v1/feeds/articles.json").then().body("items[0].url", equalTo("http://localhost:8080/reader/articles/tin"))
                .body("home_page_url", equalTo("http://localhost:8080/reader/"));
    }
}
