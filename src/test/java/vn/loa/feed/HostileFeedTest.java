package vn.loa.feed;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import vn.loa.html.BodyHtml;
import vn.loa.support.Editing;
import vn.loa.support.PlainHttp;
import vn.loa.support.XssVectors;

/** Hostile content stays harmless in programs that read feeds. */
@QuarkusTest
class HostileFeedTest {

    private static final String FEED = "/api/v1/feeds/articles";
    private static final int AT_ONCE = 100;

    @Test
    void nothing_executable_gets_into_a_feed() throws IOException {
        List<String> ids = new ArrayList<>();
        for (String vector : XssVectors.all().toList()) {
            ObjectNode content = Editing.news("Tin").put("body", "<p>chữ " + vector + " chữ</p>").put("title", "T " + vector)
                    .put("summary", "S " + vector).put("byline", "B " + vector);
            HttpResponse<String> made = Editing.plainPost(Editing.ARTICLES, content.toString());
            if (made.statusCode() == 422) {
                // The content is too long for a title.
                content.put("title", "Tin").put("summary", "Tin").put("byline", "Tin");
                made = Editing.plainPost(Editing.ARTICLES, content.toString());
            }
            assertEquals(201, made.statusCode(), made.body());
            String id = Editing.object(made.body()).path("id").asText();
            assertEquals(200, Editing.plainPost(Editing.ARTICLES + "/" + id + "/publish", "").statusCode());
            ids.add(id);
            if (ids.size() % AT_ONCE == 0) {
                assertHarmlessFeeds();
            }
        }
        assertHarmlessFeeds();
        for (String id : ids) {
            assertHarmlessJsonLd(id);
        }
    }

    private static void assertHarmlessFeeds() throws IOException {
        JsonNode json = new ObjectMapper().readTree(given().get(FEED + ".json?size=" + AT_ONCE).asByteArray()).path("items");
        List<Element> rss = Xml.all(Xml.root(given().get(FEED + ".rss?size=" + AT_ONCE)), "item");
        List<Element> atom = Xml.all(Xml.root(given().get(FEED + ".atom?size=" + AT_ONCE)), "entry");
        assertEquals(json.size(), rss.size());
        assertEquals(json.size(), atom.size());
        for (int n = 0; n < json.size(); n++) {
            String html = json.get(n).path("content_html").asText();
            assertEquals(List.of(), BodyHtml.of(html, "body").warnings(), html);
            assertEquals(printable(html), Xml.text(atom.get(n), "content"));
            assertEquals(printable(html), Xml.text(rss.get(n), "encoded"));
            String summary = printable(json.get(n).path("summary").asText());
            assertEquals(summary, Xml.text(atom.get(n), "summary"));
            // RSS's description is HTML. It must show the text and contain no element of it.
            assertEquals(summary, Jsoup.parseBodyFragment(Xml.text(rss.get(n), "description")).body().wholeText());
            assertEquals(0, Jsoup.parseBodyFragment(Xml.text(rss.get(n), "description")).body().childrenSize());
            assertEquals(printable(json.get(n).path("title").asText()), Xml.text(atom.get(n), "title"));
            assertEquals(printable(json.get(n).path("title").asText()), Xml.text(rss.get(n), "title"));
        }
    }

    /** Removes the characters that XML forbids. */
    private static String printable(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "\uFFFD");
    }

    private static void assertHarmlessJsonLd(String id) {
        HttpResponse<String> answer = PlainHttp.send("GET", Editing.ARTICLES + "/" + id + "/jsonld", "");
        assertEquals(200, answer.statusCode(), answer.body());
        assertFalse(answer.body().matches("(?s).*[<>&\u2028\u2029].*"), answer.body());
        String article = PlainHttp.send("GET", Editing.ARTICLES + "/" + id, "").body();
        assertEquals(Editing.object(article).path("title").asText(), Editing.object(answer.body()).path("headline").asText());
    }

    @Test
    void characters_that_xml_does_not_have_do_not_break_a_feed() {
        String title = "A\uFFFE\uFFFF\u0085\u009F\uD83D\uDE00]]>B";
        String id = Editing.published(Editing.news("x").put("title", title).put("summary", title).put("byline", title)
                .put("body", "<p>" + title + "</p>"));
        String kept = given().get("/api/v1/articles/{id}", id).path("title");
        assertTrue(kept.contains("\uFFFE"), "otherwise this tests nothing");
        for (String form : List.of(".rss", ".atom")) {
            Element feed = Xml.root(given().get(FEED + form));
            assertTrue(Xml.all(feed, "title").stream().anyMatch(found -> found.getTextContent().equals(printable(kept))), form);
        }
        Xml.root(given().get("/api/v1/sitemap.xml"));
    }
}
