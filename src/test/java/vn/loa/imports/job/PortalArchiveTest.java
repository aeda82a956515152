package vn.loa.imports.job;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import vn.loa.support.Pages;

/** A saved portal moves in with one request: thirty pages in five layouts, their pictures, their files, their links. */
@QuarkusTest
class PortalArchiveTest {

    private static final int EACH = 6;
    private static final String OLD = SavedPortal.HOST;

    @Test
    void everything_is_in_and_nothing_of_it_is_lost() throws Exception {
        SavedPortal portal = new SavedPortal(EACH);
        String job = Pages.page(portal.zip(), "application/zip").queryParam("sourceName", "portal").queryParam("publish", true)
                .post(Jobs.JOBS).then().statusCode(202).extract().path("id");
        JsonPath ended = Jobs.ended(job, "done");
        assertEquals(0, ended.getInt("items.failed"), () -> Jobs.report(job).toString());
        assertEquals(EACH * SavedPortal.LAYOUTS + portal.files(), ended.getLong("items.created"), () -> Jobs.report(job).toString());
        // A style sheet, a script and robots.txt.
        assertEquals(3, ended.getInt("items.skipped"), () -> Jobs.report(job).toString());
        Map<String, String> lost = new TreeMap<>();
        portal.pages().forEach(page -> check(page, lost));
        assertEquals(Map.of(), lost);
    }

    /** The page that an old address leads to, and all to which its text leads. */
    private static void check(SavedPortal.SavedPage page, Map<String, String> lost) {
        String slug = slugOf(page.address());
        JsonPath article = given().get("/api/v1/articles/" + slug).then().statusCode(200).extract().jsonPath();
        if (!article.getString("title").equals(page.title())) {
            lost.put(page.path() + " title", article.getString("title"));
        }
        Document body = Jsoup.parse(article.getString("body"));
        List<Element> pictures = body.select("img[src]");
        List<Element> files = body.select("a[href*=/media/]");
        List<Element> links = body.select("a[href]").stream().filter(link -> !link.attr("href").contains("/media/")).toList();
        if (pictures.size() != page.pictures() || files.size() != page.files() || links.size() != page.links()
                || article.getString("body").contains(OLD)) {
            lost.put(page.path(), pictures.size() + " pictures, " + files.size() + " files, " + links.size() + " links: " + article.getString("body"));
        }
        pictures.forEach(picture -> leadsTo(picture.attr("src"), "image/png"));
        files.forEach(file -> leadsTo(file.attr("href"), "application/pdf"));
        links.forEach(link -> assertNotEquals("", given().get("/api/v1/articles/" + articleOf(link.attr("href"))).then().statusCode(200)
                .extract().path("title")));
    }

    private static String slugOf(String address) {
        String location = given().redirects().follow(false).queryParam("url", address).get("/api/v1/legacy").then().statusCode(301)
                .extract().header("Location");
        return articleOf(location);
    }

    /** Without a portal's own page, an article's is {@code /articles/…/html}. */
    private static String articleOf(String address) {
        return address.replaceFirst(".*/articles/([^/?#]+).*", "$1");
    }

    private static void leadsTo(String address, String type) {
        assertTrue(address.contains("/api/v1/media/"), address);
        assertThat(given().get(address.substring(address.indexOf("/api/v1/"))).then().statusCode(200).extract().contentType(), startsWith(type));
    }
}
