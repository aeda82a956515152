package vn.loa.app.pages;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;

/** The first address that somebody opens says what this is. */
@QuarkusTest
class HomeTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @Test
    void programs_find_where_everything_is() {
        Map<String, String> home = given().get("/").then().statusCode(200).contentType("application/json")
                .header("Vary", containsString("Accept")).body("name", equalTo("Loa")).body("reader", nullValue())
                .extract().jsonPath().getMap("");
        home.remove("name");
        home.remove("version");
        assertAll(home.values().stream().map(address -> () -> assertTrue(
                given().get(address.endsWith("/search") ? address + "?q=a" : address).statusCode() < 400, address)));
    }

    @Test
    void browsers_get_a_page_with_links_that_lead_somewhere() {
        Editing.published(Editing.news("Tin <b>mới</b>"));
        Document page = Jsoup.parse(given().accept(BROWSER).get("/").then().statusCode(200).contentType("text/html")
                .header("Content-Security-Policy", containsString("style-src 'sha256-")).extract().asString());
        assertEquals(1, page.select("h1").size());
        assertEquals("Tin <b>mới</b>", page.select("ul li a").first().text());
        assertAll(page.select("a").eachAttr("href").stream().map(address -> () -> assertEquals(200,
                given().urlEncodingEnabled(false).accept(BROWSER).get(address).statusCode(), address)));
        assertTrue(page.select("script, [style], [onclick]").isEmpty());
    }

    @Test
    void the_page_is_kept_until_something_is_published() {
        Response first = given().accept(BROWSER).get("/");
        given().accept(BROWSER).header("If-None-Match", first.header("ETag")).get("/").then().statusCode(304);
        given().header("If-None-Match", first.header("ETag")).get("/").then().statusCode(200);
        assertTrue(first.header("Cache-Control").startsWith("public"), first.header("Cache-Control"));
        Editing.published(Editing.news("Tin khác"));
        given().accept(BROWSER).header("If-None-Match", first.header("ETag")).get("/").then().statusCode(200)
                .body(containsString("Tin khác"));
    }

    @Test
    void other_forms_and_methods_are_refused() {
        given().accept(BROWSER).head("/").then().statusCode(200).contentType("text/html");
        given().accept("image/png").get("/").then().statusCode(406).body("code", equalTo("not-acceptable"));
        given().get("/?x=1").then().statusCode(400).body("code", equalTo("unknown-parameter"));
        given().contentType("application/json").body("{}").post("/").then().statusCode(405).header("Allow", equalTo("GET, HEAD, OPTIONS"));
        given().delete("/").then().statusCode(405);
        given().get("/guides/README.md").then().statusCode(200).contentType("text/plain").body(containsString("frontends.md"));
        given().get("/guides/../openapi.yaml").then().statusCode(404);
        given().get("/guides/nothing.md").then().statusCode(404);
    }

    @Test
    void every_guide_is_served() throws IOException {
        for (String folder : new String[] {"", "edge/"}) {
            try (Stream<Path> guides = Files.list(Path.of("src/docs", folder))) {
                guides.filter(Files::isRegularFile).forEach(guide ->
                        given().get("/guides/" + folder + guide.getFileName()).then().statusCode(200).contentType("text/plain"));
            }
        }
    }

    @Test
    void without_sample_content_there_is_no_reader() {
        for (String path : new String[] {"/reader", "/reader/", "/reader/index.html", "/reader/app.js", "/reader/articles/tin"}) {
            given().get(path).then().statusCode(404).body("code", equalTo("not-found"));
        }
    }
}
