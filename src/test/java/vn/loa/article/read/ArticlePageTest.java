package vn.loa.article.read;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;

/** An article as a page for people, without scripts; and the parts of its body. */
@QuarkusTest
class ArticlePageTest {

    private static String decree() {
        return Editing.published(Editing.object("""
                {"title": "Công tác <văn thư>", "slug": "van-thu", "summary": "Tóm & tắt", "byline": "An", "directive": {"type": "Nghị định",
                   "number": "30/2020/NĐ-CP", "issuer": "Chính phủ", "issuedOn": "2020-03-05", "title": "công tác văn thư"},
                 "body": "<p>Căn cứ Chỉ thị số 7-CT/TU.</p><p id='closing__p_1'>TM. CHÍNH PHỦ</p>",
                 "sections": [{"kind": "article", "number": "5", "heading": "Phạm vi", "paragraphs": [{"text": "Năm."}]},
                   {"level": 2, "number": "2", "paragraphs": [{"text": "Theo Chỉ thị số 7-CT/TU và Luật số 1/2020/QH14."}]}]}"""));
    }

    private static Document page(String address) {
        return Jsoup.parse(given().get("/api/v1/articles/" + address + "/html").then().statusCode(200).contentType("text/html")
                .header("Content-Security-Policy", containsString("img-src *")).extract().asString());
    }

    @Test
    void a_page_has_the_text_its_contents_and_links() {
        String cited = Editing.published(Editing.directive("Được dẫn", "7-CT/TU").put("slug", "duoc-dan"));
        decree();
        Document page = page("van-thu");
        assertEquals(List.of("Công tác <văn thư>"), page.select("h1").eachText());
        assertEquals(List.of("#art_5", "#art_5__para_2"), page.select("nav.contents a").eachAttr("href"));
        page.select("nav.contents a").forEach(link -> assertEquals(1, page.select("[id='" + link.attr("href").substring(1) + "']").size()));
        assertEquals(List.of("/api/v1/articles/duoc-dan/html", "/api/v1/articles/duoc-dan/html"),
                page.select("article a").eachAttr("href"));
        Element text = page.selectFirst("article");
        assertTrue(text.text().indexOf("Năm.") < text.text().indexOf("TM. CHÍNH PHỦ"), text.text());
        assertTrue(page.select("script, [style]").isEmpty());
        given().get("/api/v1/articles/{id}/html", cited).then().statusCode(200);
    }

    @Test
    void an_article_without_a_directive_is_a_page_too() {
        Editing.published(Editing.news("Tin").put("slug", "tin").put("body", "<h2>Một</h2><p>Hai.</p>"));
        Document page = page("tin");
        assertEquals("Một Hai.", page.select("article").text());
        assertTrue(page.select("nav.contents").isEmpty());
    }

    @Test
    void what_is_wider_than_a_screen_is_scrolled_with_the_keyboard_too() {
        Editing.published(Editing.news("Tin").put("slug", "tin").put("body", """
                <table><tr><td>Một</td></tr></table><pre>Hai</pre>
                <table><tr><td><table><tr><td>Ba</td></tr></table></td></tr></table>"""));
        Document page = page("tin");
        assertEquals("Một Hai Ba", page.select("article").text());
        assertEquals(2, page.select("article .wide[tabindex=0][role=group][aria-label] > table").size());
        assertEquals(1, page.select("article pre[tabindex=0]").size());
    }

    @Test
    void a_page_of_what_moved_or_went_says_so() {
        String id = decree();
        Editing.patch(id, "*", "{\"slug\": \"van-thu-moi\"}").then().statusCode(200);
        Editing.publish(id);
        given().redirects().follow(false).get("/api/v1/articles/van-thu/html").then().statusCode(301)
                .header("Location", equalTo("/api/v1/articles/van-thu-moi/html"));
        Editing.withdraw(id, "Có sai sót").then().statusCode(200);
        assertTrue(page(id).select("p.withdrawn").text().contains("Có sai sót"));
        Editing.remove(id, "Đăng nhầm").then().statusCode(200);
        given().get("/api/v1/articles/{id}/html", id).then().statusCode(410).body("explanation", equalTo("Đăng nhầm"));
        given().get("/api/v1/articles/khong-co/html").then().statusCode(404);
    }

    @Test
    void the_body_is_also_shown_in_two_parts() {
        String id = decree();
        String before = "<p id=\"preamble__p_1\">Căn cứ Chỉ thị số 7-CT/TU.</p>";
        String after = "<p id=\"closing__p_1\">TM. CHÍNH PHỦ</p>";
        given().get("/api/v1/articles/{id}", id).then().body("body", equalTo(before + after)).body("bodyBefore", equalTo(before))
                .body("bodyAfter", equalTo(after));
        given().get("/api/v1/articles/{id}/directive", id).then().body("bodyBefore", equalTo(before)).body("bodyAfter", equalTo(after));
        given().get("/api/v1/articles/{id}/revisions/1", id).then().body("bodyBefore", equalTo(before));
        given().get("/api/v1/articles/{id}?fields=bodyAfter", id).then().body("$", equalTo(Map.of("bodyAfter", after)));
        given().get("/api/v1/articles?fields=bodyBefore,bodyAfter").then().body("items[0].bodyAfter", equalTo(after))
                .body("items[0].bodyBefore", equalTo(before));
        String plain = Editing.published(Editing.news("Tin"));
        assertTrue(!given().get("/api/v1/articles/{id}", plain).jsonPath().getMap("").containsKey("bodyBefore"));
    }
}
