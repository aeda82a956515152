package vn.loa.feed;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import vn.loa.support.Editing;
import vn.loa.support.Statements;
import vn.loa.support.TestClock;

/** The newest articles as RSS, Atom and JSON Feed, parsed and checked against the specifications. */
@QuarkusTest
class FeedTest {

    private static final String FEED = "/api/v1/feeds/articles";
    private static final String LINK = "http://localhost:8080/api/v1/articles/";

    @Inject
    TestClock clock;

    private static Response json() {
        return given().get(FEED + ".json");
    }

    /** A directive, and an hour later a news article; then the directive is changed. */
    private List<String> twoArticles() {
        String first = Editing.published(Editing.directive("Chỉ thị & <b>chuyển đổi số</b>", "31-CT/TU"));
        clock.advance(Duration.ofHours(1));
        String second = Editing.published(Editing.news("Tin thứ hai"));
        clock.advance(Duration.ofHours(1));
        Editing.patch(first, "*", "{\"summary\": \"Tóm tắt < mới\"}").then().statusCode(200);
        Editing.publish(first).then().statusCode(200);
        return List.of(first, second);
    }

    @Test
    void rss_has_what_rss_2_0_requires() {
        List<String> ids = twoArticles();
        Response answer = given().get(FEED + ".rss");
        assertEquals("application/rss+xml;charset=UTF-8", answer.contentType());
        Element rss = Xml.root(answer);
        assertEquals("2.0", rss.getAttribute("version"));
        Element channel = Xml.all(rss, "channel").get(0);
        assertEquals("Loa", Xml.text(channel, "title"));
        assertEquals("http://localhost:8080/", Xml.text(channel, "link"));
        assertEquals("Loa", Xml.text(channel, "description"));
        assertEquals("Wed, 15 Jul 2026 07:00:00 GMT", Xml.text(channel, "lastBuildDate"));
        Element self = (Element) channel.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "link").item(0);
        assertEquals("http://localhost:8080" + FEED + ".rss", self.getAttribute("href"));
        List<Element> items = Xml.all(channel, "item");
        assertEquals(List.of("urn:uuid:" + ids.get(1), "urn:uuid:" + ids.get(0)),
                items.stream().map(item -> Xml.text(item, "guid")).toList());
        Element directive = items.get(1);
        assertEquals("false", Xml.all(directive, "guid").get(0).getAttribute("isPermaLink"));
        assertEquals("Chỉ thị & <b>chuyển đổi số</b>", Xml.text(directive, "title"));
        assertTrue(Xml.text(directive, "link").startsWith(LINK));
        assertEquals("Wed, 15 Jul 2026 05:00:00 GMT", Xml.text(directive, "pubDate"));
        assertEquals("Lâm Ngọc Hân", Xml.text(directive, "creator"));
        assertEquals("Tóm tắt &lt; mới", Xml.text(directive, "description"), "HTML");
        assertEquals(List.of("Chỉ thị", "văn thư"),
                Xml.all(directive, "category").stream().map(Element::getTextContent).toList());
        assertTrue(directive.getElementsByTagNameNS("http://purl.org/rss/1.0/modules/content/", "encoded").item(0)
                .getTextContent().contains("<p id=\"preamble__p_1\">"));
        assertNull(Xml.text(items.get(0), "description"));
    }

    @Test
    void atom_has_what_rfc_4287_requires() {
        List<String> ids = twoArticles();
        Response answer = given().get(FEED + ".atom");
        assertEquals("application/atom+xml;charset=UTF-8", answer.contentType());
        Element feed = Xml.root(answer);
        assertEquals("http://www.w3.org/2005/Atom", feed.getNamespaceURI());
        assertEquals("feed", feed.getLocalName());
        assertEquals("Loa", Xml.text(feed, "title"));
        assertEquals("http://localhost:8080" + FEED + ".atom", Xml.text(feed, "id"));
        assertEquals(OffsetDateTime.parse("2026-07-15T07:00:00Z"), OffsetDateTime.parse(Xml.text(feed, "updated")));
        assertEquals(1, Xml.all(feed, "author").stream().filter(author -> author.getParentNode() == feed).count());
        List<Element> entries = Xml.all(feed, "entry");
        assertEquals(List.of("urn:uuid:" + ids.get(1), "urn:uuid:" + ids.get(0)),
                entries.stream().map(entry -> Xml.text(entry, "id")).toList());
        Element directive = entries.get(1);
        assertEquals("vi", directive.getAttribute("xml:lang"));
        assertEquals("Chỉ thị & <b>chuyển đổi số</b>", Xml.text(directive, "title"));
        assertEquals("text", Xml.all(directive, "title").get(0).getAttribute("type"));
        assertEquals("2026-07-15T05:00:00Z", Xml.text(directive, "published"));
        assertEquals("2026-07-15T07:00:00Z", Xml.text(directive, "updated"));
        assertEquals("Lâm Ngọc Hân", Xml.text(directive, "name"));
        assertEquals("Tóm tắt < mới", Xml.text(directive, "summary"), "plain text");
        assertEquals("html", Xml.all(directive, "content").get(0).getAttribute("type"));
        assertTrue(Xml.all(directive, "link").get(0).getAttribute("href").startsWith(LINK));
    }

    @Test
    void json_has_what_json_feed_1_1_requires() {
        List<String> ids = twoArticles();
        Response answer = json();
        assertEquals("application/feed+json;charset=UTF-8", answer.contentType());
        answer.then().body("version", equalTo("https://jsonfeed.org/version/1.1")).body("title", equalTo("Loa"))
                .body("feed_url", equalTo("http://localhost:8080" + FEED + ".json"))
                .body("items.id", contains("urn:uuid:" + ids.get(1), "urn:uuid:" + ids.get(0)))
                .body("items[1].url", startsWith(LINK)).body("items[1].title", equalTo("Chỉ thị & <b>chuyển đổi số</b>"))
                .body("items[1].summary", equalTo("Tóm tắt < mới")).body("items[1].content_html", startsWith("<p id="))
                .body("items[1].date_published", equalTo("2026-07-15T05:00:00Z"))
                .body("items[1].date_modified", equalTo("2026-07-15T07:00:00Z"))
                .body("items[1].authors.name", contains("Lâm Ngọc Hân")).body("items[1].tags", contains("văn thư"))
                .body("items[1].language", equalTo("vi"));
    }

    @Test
    void an_empty_feed_is_a_feed() {
        assertEquals(0, Xml.all(Xml.root(given().get(FEED + ".rss")), "item").size());
        assertEquals("1970-01-01T00:00:00Z", Xml.text(Xml.root(given().get(FEED + ".atom")), "updated"));
        json().then().statusCode(200).body("items", empty());
    }

    @Test
    void only_what_is_published_is_in_a_feed() {
        Editing.created(Editing.news("Nháp"));
        String withdrawn = Editing.published(Editing.news("Đã rút"));
        String gone = Editing.published(Editing.news("Đã gỡ"));
        String stays = Editing.published(Editing.news("Còn"));
        Editing.withdraw(withdrawn, "Sai").then().statusCode(200);
        Editing.remove(gone, "Nhầm").then().statusCode(200);
        Editing.retitled(stays, "Bản nháp của bài còn");
        json().then().body("items.title", contains("Còn"));
    }

    @Test
    void a_feed_can_be_of_a_tag_a_type_or_both() {
        Editing.published(Editing.directive("Một", "31-CT/TU"));
        Editing.published(((ObjectNode) Editing.directive("Hai", "32-QĐ/TU").set("tags", Editing.object("{\"t\": [\"khác\", \"an toàn\"]}")
                .get("t"))));
        Editing.published(Editing.news("Ba"));
        given().queryParam("tag", "Van Thu").get(FEED + ".json").then().body("items.title", contains("Một"));
        given().queryParam("tag", "văn thư").get(FEED + ".json").then().body("items.title", contains("Một"))
                .body("title", equalTo("Loa: văn thư"))
                .body("feed_url", equalTo("http://localhost:8080" + FEED + ".json?tag=v%C4%83n%20th%C6%B0"));
        given().queryParam("tag", "an toàn").queryParam("type", "chi thi").get(FEED + ".json").then()
                .body("items.title", contains("Hai")).body("title", equalTo("Loa: an toàn, chi thi"));
        given().queryParam("type", "CHI  THI").get(FEED + ".json").then().body("items.title", contains("Hai", "Một"));
        given().queryParam("tag", "%_<>&\"'").get(FEED + ".rss").then().statusCode(200);
        assertEquals("Loa: <&\uFFFD", Xml.text(Xml.root(given().queryParam("tag", "<&\u0001").get(FEED + ".rss")), "title"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tag=Van Thu,không ai dùng      | Một           | : Van Thu, không ai dùng
            tag=van thu&tag=AN TOAN        | Hai,Một       | : van thu, AN TOAN
            tag[ne]=văn thư                | Ba,Hai        | : -văn thư
            type=chi thi,Ke hoach          | Hai,Một       | : chi thi, Ke hoach
            type[ne]=ke hoach,quyet dinh   | Ba,Một        | : -ke hoach, -quyet dinh
            issuer=ban thuong vu tinh uy   | Hai,Một       | : ban thuong vu tinh uy
            number=31 - ct/tu              | Một           | : 31 - ct/tu
            language=en                    |               | : en
            issuedOn[gte]=2024-06-01       | Hai,Một       | : issuedOn[gte]=2024-06-01
            firstPublishedAt[lt]=2026-07-15 |              | : firstPublishedAt[lt]=2026-07-15
            tag=không ai dùng              |               | : không ai dùng""")
    void a_feed_takes_the_filters_of_the_list_of_articles(String query, String titles, String named) {
        Editing.published(Editing.directive("Một", "31-CT/TU"));
        ObjectNode second = Editing.directive("Hai", "32-KH/TU");
        ((ObjectNode) second.path("directive")).put("type", "Kế hoạch");
        second.putArray("tags").add("khác").add("an toàn");
        Editing.published(second);
        Editing.published(Editing.news("Ba"));
        List<String> expected = titles == null ? List.of() : List.of(titles.split(","));
        var request = given();
        for (String parameter : query.split("&")) {
            request.queryParam(parameter.split("=")[0], parameter.split("=")[1]);
        }
        String self = request.get(FEED + ".json").then().statusCode(200).body("items.title", equalTo(expected))
                .body("title", equalTo("Loa" + named)).extract().path("feed_url");
        given().urlEncodingEnabled(false).get(self.replace("http://localhost:8080", "")).then().statusCode(200).body("items.title", equalTo(expected))
                .body("feed_url", equalTo(self));
    }

    @Test
    void a_feed_has_the_newest_fifty_unless_it_is_told_otherwise() {
        for (int n = 0; n < 52; n++) {
            Editing.published(Editing.news("Tin " + n));
        }
        json().then().body("items", hasSize(50)).body("items[0].title", equalTo("Tin 51"));
        given().get(FEED + ".json?size=2").then().body("items.title", contains("Tin 51", "Tin 50"));
        given().get(FEED + ".json?size=100").then().body("items", hasSize(52));
    }

    @ParameterizedTest
    @CsvSource({"size=0, size", "size=101, size", "size=x, size", "tag=, tag", "directiveType=x, directiveType", "'tag=a,,b', tag", "'type[gte]=a', 'type[gte]'",
            "issuedOn=x, issuedOn", "state=published, state", "page=2, page"})
    void wrong_parameters_are_named(String query, String parameter) {
        for (String form : List.of(".rss", ".atom", ".json")) {
            given().get(FEED + form + "?" + query).then().statusCode(400).body("errors.parameter", contains(parameter));
        }
        given().queryParam("tag", "a".repeat(301)).get(FEED + ".rss").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/rss+xml", "application/xml", "text/xml;q=0.9", "text/html, text/*;q=0.5", "*/*"})
    void a_reader_of_xml_gets_the_feed(String accept) {
        given().accept(accept).get(FEED + ".rss").then().statusCode(200).contentType(containsString("application/rss+xml"));
    }

    @Test
    void a_reader_of_something_else_is_told_that_it_is_not_here() {
        given().accept("application/json").get(FEED + ".json").then().statusCode(200).contentType(containsString("feed+json"));
        for (String path : List.of(FEED + ".rss", FEED + ".atom", FEED + ".json", "/api/v1/sitemap.xml")) {
            given().accept("image/png").get(path).then().statusCode(406).body("code", equalTo("not-acceptable"));
        }
    }

    @Test
    void the_host_that_a_caller_names_does_not_matter() {
        Editing.published(Editing.news("Tin"));
        String expected = given().get(FEED + ".atom").asString();
        for (Map<String, String> lie : List.of(Map.of("Host", "evil.example"), Map.of("X-Forwarded-Host", "evil.example"),
                Map.of("Forwarded", "host=evil.example"))) {
            assertEquals(expected, given().headers(lie).get(FEED + ".atom").asString());
        }
    }

    @Test
    void links_in_a_body_lead_to_the_same_place_from_everywhere() {
        Editing.published(Editing.news("Tin").put("slug", "tin").put("body", "<p><a href=\"/bai-viet/khac?a=1&amp;b=2\">khác</a> "
                + "<a href=\"https://example.vn/x\">x</a> <a href=\"#body__p_1\">lên</a> <img src=\"anh.png\" alt=\"\"></p>"));
        String content = json().path("items[0].content_html");
        assertTrue(content.contains("href=\"http://localhost:8080/bai-viet/khac?a=1&amp;b=2\""), content);
        assertTrue(content.contains("href=\"https://example.vn/x\""), content);
        assertTrue(content.contains("href=\"" + LINK + "tin/html#body__p_1\""), content);
        assertTrue(content.contains("src=\"" + LINK + "tin/anh.png\""), content);
        assertEquals(content, Xml.text(Xml.root(given().get(FEED + ".atom")), "content"));
    }

    @Test
    void a_very_long_body_is_left_to_the_page() {
        Editing.published(Editing.news("Dài & rộng").put("body", "<p>" + "chữ ".repeat(30_000) + "</p>"));
        json().then().body("items[0].content_html", equalTo("<p>Dài &amp; rộng</p>"));
        Editing.published(Editing.news("Dài").put("summary", "Tóm < tắt").put("body", "<p>" + "chữ ".repeat(30_000) + "</p>"));
        json().then().body("items[0].content_html", equalTo("<p>Tóm &lt; tắt</p>"));
    }

    @Test
    void a_feed_costs_one_statement_however_long_it_is() {
        for (int n = 0; n < 5; n++) {
            Editing.published(Editing.directive("Tin " + n, n + 1 + "-CT/TU"));
        }
        assertEquals(2, Statements.during(() -> given().get(FEED + ".rss").then().statusCode(200)));
    }
}
