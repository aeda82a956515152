package vn.loa.article.read;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.TestClock;

/** The list item of an article is stored with it. After each step it must equal what the article's own address says. */
@QuarkusTest
class ListedArticleTest {

    private static final List<String> NOT_LISTED = List.of("body", "bodyBefore", "bodyAfter", "attachments");

    @Inject
    TestClock clock;

    @Test
    void a_list_shows_the_article_as_it_is_after_each_step() {
        String id = Editing.published(Editing.directive("Về văn thư", "30/2026/NĐ-CP")
                .put("title", "Về văn thư \"mới\" \\ cũ").put("slug", "van-thu"));
        assertListed(id);

        clock.advance(Duration.ofHours(1));
        Editing.patch(id, "*", "{\"title\": \"Về văn thư, sửa\", \"slug\": \"van-thu-sua\", \"tags\": [\"Văn thư\"], \"summary\": \"Tóm tắt\"}")
                .then().statusCode(200);
        assertListed(id);
        Editing.publish(id).then().statusCode(200);
        assertListed(id);

        clock.advance(Duration.ofHours(1));
        Editing.withdraw(id, "Đăng nhầm").then().statusCode(200);
        assertListed(id);
        Editing.publish(id).then().statusCode(200);
        assertListed(id);

        Editing.remove(id, "Gỡ").then().statusCode(200);
        assertEquals(0, list("").path("items").size());
    }

    /** The stored item as it is, read again for the wanted members, and with more members. */
    private static void assertListed(String id) {
        ObjectNode article = Editing.object(given().get("/api/v1/articles/{id}", id).asString()).without(NOT_LISTED);
        assertEquals(article, only(list("")));
        assertEquals(article.deepCopy().retain("title", "withdrawal", "directive"), only(list("?fields=title,withdrawal,directive")));
        assertEquals(article, only(list("?include=sections,picture")).without("sections"));
    }

    private static ObjectNode list(String query) {
        return Editing.object(given().get("/api/v1/articles" + query).then().statusCode(200).extract().asString());
    }

    private static ObjectNode only(ObjectNode list) {
        assertEquals(1, ((ArrayNode) list.path("items")).size());
        return (ObjectNode) list.path("items").get(0);
    }
}
