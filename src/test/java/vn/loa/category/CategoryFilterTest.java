package vn.loa.category;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;

/** Lists, searches, feeds and the register of a category, with what is below it. */
@QuarkusTest
class CategoryFilterTest {

    @BeforeEach
    void a_tree_with_articles() {
        Tree.created("Tin tức", null, 1);
        Tree.created("Kinh tế", "tin-tuc");
        Tree.created("Văn bản", null, 2);
        publish(Editing.news("Tin chung"), "tin-tuc");
        publish(Editing.news("Tin lúa"), "kinh-te");
        publish(Editing.directive("Tin chỉ thị", "1-CT/TU"), "van-ban");
        publish(Editing.news("Tin lẻ"), null);
    }

    private static String publish(ObjectNode content, String category) {
        return Editing.published(content.put("category", category));
    }

    private static RequestSpecification request() {
        return given().header("Cache-Control", "no-cache");
    }

    private static List<String> titles(String query) {
        return request().get("/api/v1/articles?" + query).then().statusCode(200).extract().path("items.title");
    }

    private static ValidatableResponse list(String category) {
        return request().queryParam("category", category).get("/api/v1/articles").then().statusCode(200);
    }

    @Test
    void a_list_has_the_articles_of_a_category_and_of_those_below_it() {
        assertEquals(List.of("Tin lúa", "Tin chung"), titles("category=tin-tuc"));
        assertEquals(List.of("Tin lúa"), titles("category=kinh-te"));
        assertEquals(List.of("Tin chỉ thị", "Tin lúa"), titles("category=kinh-te,van-ban"));
        assertEquals(List.of("Tin lúa", "Tin chung"), titles("category=tin-tuc,kinh-te"));
        assertEquals(List.of(), titles("category=chua-co"));
        assertEquals(List.of("Tin lúa"), titles("category=chua-co,kinh-te"));
        assertEquals(List.of("Tin chỉ thị"), titles("category=tin-tuc,van-ban&type=chi+thi"));
        assertEquals(List.of("Tin chỉ thị"), titles("category=tin-tuc,van-ban&tag=van+thu"));
        for (String sort : List.of("title", "-title", "-views", "issuedOn", "updatedAt", "firstPublishedAt", "-firstPublishedAt,title")) {
            assertEquals(2, titles("category=tin-tuc&sort=" + sort).size(), sort);
        }
        assertEquals(List.of("Tin chung", "Tin lúa"), titles("category=tin-tuc&sort=title"));
        assertEquals(List.of("Tin lúa", "Tin chung"), titles("category=tin-tuc&count=none&include=sections"));
        request().get("/api/v1/articles?category=").then().statusCode(400).body("errors[0].parameter", equalTo("category"));
        request().get("/api/v1/articles?category[ne]=a").then().statusCode(400);
    }

    @Test
    void a_list_follows_the_tree() {
        list("tin-tuc").body("page.totalItems", equalTo(2));
        Tree.move("kinh-te", "van-ban").then().statusCode(200);
        list("tin-tuc").body("page.totalItems", equalTo(1)).body("items.title", contains("Tin chung"));
        list("van-ban").body("page.totalItems", equalTo(2));
        Tree.change("van-ban", Map.of("slug", "van-ban-moi")).then().statusCode(200);
        list("van-ban").body("page.totalItems", equalTo(2)).body("items.category.slug", containsInAnyOrder("kinh-te", "van-ban-moi"));
        Tree.delete("kinh-te", "tin-tuc").then().statusCode(204);
        list("tin-tuc").body("page.totalItems", equalTo(2));
        list("kinh-te").body("page.totalItems", equalTo(2));
        list("van-ban-moi").body("page.totalItems", equalTo(1));
    }

    @Test
    void a_walk_by_cursor_and_one_by_pages_meet_the_same_articles() {
        for (int n = 0; n < 25; n++) {
            publish(Editing.news("Bài " + n % 7), n % 2 == 0 ? "tin-tuc" : "kinh-te");
        }
        for (String sort : List.of("-firstPublishedAt", "firstPublishedAt", "title", "-title,firstPublishedAt")) {
            List<String> all = request().queryParam("size", 100).queryParam("sort", sort).queryParam("category", "tin-tuc")
                    .get("/api/v1/articles").then().body("page.totalItems", equalTo(27)).extract().path("items.id");
            assertEquals(27, all.size());
            List<String> paged = new ArrayList<>();
            for (int page = 1; page <= 6; page++) {
                paged.addAll(request().queryParam("size", 5).queryParam("page", page).queryParam("sort", sort)
                        .queryParam("category", "tin-tuc").get("/api/v1/articles").path("items.id"));
            }
            assertEquals(all, paged, sort);
            List<String> walked = new ArrayList<>();
            String cursor = null;
            do {
                RequestSpecification next = request().queryParam("size", 4).queryParam("sort", sort).queryParam("category", "tin-tuc");
                var page = (cursor == null ? next : next.queryParam("cursor", cursor)).get("/api/v1/articles").then().statusCode(200)
                        .body("page.totalItems", equalTo(27)).extract();
                walked.addAll(page.path("items.id"));
                cursor = page.path("page.nextCursor");
            } while (cursor != null);
            assertEquals(all, walked, sort);
        }
    }

    @Test
    void counts_are_of_what_is_public_in_a_category_and_below() {
        assertEquals(List.of(2, 1, 1), Tree.all().stream().map(each -> each.get("articles")).toList());
        String draft = Editing.created(Editing.news("Nháp").put("category", "kinh-te"));
        assertEquals(List.of(2, 1, 1), Tree.all().stream().map(each -> each.get("articles")).toList());
        Editing.publish(draft).then().statusCode(200);
        assertEquals(List.of(3, 2, 1), Tree.all().stream().map(each -> each.get("articles")).toList());
        Editing.withdraw(draft, "Sai").then().statusCode(200);
        assertEquals(List.of(3, 2, 1), Tree.all().stream().map(each -> each.get("articles")).toList());
        Editing.remove(draft, "Sai").then().statusCode(200);
        assertEquals(List.of(2, 1, 1), Tree.all().stream().map(each -> each.get("articles")).toList());
        Tree.move("kinh-te", "van-ban").then().statusCode(200);
        Tree.get("van-ban").then().body("articles", equalTo(2));
    }

    @Test
    void the_register_can_be_narrowed() {
        request().get("/api/v1/directives?category=van-ban").then().statusCode(200).body("items", hasSize(1))
                .body("page.totalItems", equalTo(1));
        request().get("/api/v1/directives?category=tin-tuc").then().body("items", hasSize(0)).body("page.totalItems", equalTo(0));
        request().get("/api/v1/directives?category=van-ban&text=chuyen+doi&sort=title").then().body("items", hasSize(1));
        request().get("/api/v1/directives?category=van-ban&year=2024").then().body("items", hasSize(1));
    }

    @Test
    void a_search_can_be_narrowed_and_says_by_what() {
        request().get("/api/v1/search?q=tin").then().statusCode(200).body("total.value", equalTo(4))
                .body("facets.category.value", contains("tin-tuc", "van-ban", "kinh-te"))
                .body("facets.category.title", contains("Tin tức", "Văn bản", "Kinh tế"))
                .body("facets.category.count", contains(2, 1, 1));
        request().get("/api/v1/search?q=tin&category=tin-tuc").then().body("total.value", equalTo(2));
        request().get("/api/v1/search?q=tin&category=kinh-te,van-ban").then().body("total.value", equalTo(2));
        request().get("/api/v1/search?q=tin&category=chua-co").then().body("total.value", equalTo(0));
        // A section stands where its article does.
        request().get("/api/v1/search?q=so+hoa&kind=section&category=van-ban").then().body("total.value", equalTo(1));
        Tree.change("tin-tuc", Map.of("slug", "thoi-su", "title", "Thời sự")).then().statusCode(200);
        Tree.delete("kinh-te", "van-ban").then().statusCode(204);
        request().get("/api/v1/search?q=tin&category=tin-tuc").then().body("total.value", equalTo(1))
                .body("facets.category.value", contains("thoi-su"));
        request().get("/api/v1/search?q=tin&category=kinh-te").then().body("total.value", equalTo(2));
    }

    @Test
    void a_search_shows_tags_and_category_when_they_are_wanted() {
        request().get("/api/v1/search?q=chi+thi&kind=article").then().body("items[0].category", nullValue())
                .body("items[0].tags", nullValue());
        request().get("/api/v1/search?q=chi+thi&kind=article&include=tags,category").then().statusCode(200)
                .body("items[0].category.title", equalTo("Văn bản")).body("items[0].category.path", nullValue())
                .body("items[0].tags", contains("văn thư"));
        request().get("/api/v1/search?q=le&include=category&include=tags").then().body("items[0].category", nullValue())
                .body("items[0].tags", hasSize(0));
        request().get("/api/v1/search?q=le&include=colour").then().statusCode(400).body("errors[0].parameter", equalTo("include"));
    }

    @Test
    void a_search_follows_an_article_into_another_category() {
        String id = publish(Editing.directive("Tin chỉ thị", "2-CT/TU"), "tin-tuc");
        Editing.patch(id, "*", "{\"category\": \"van-ban\"}").then().statusCode(200);
        request().get("/api/v1/search?q=2-CT/TU&category=tin-tuc").then().body("total.value", equalTo(1));
        Editing.publish(id).then().statusCode(200);
        request().get("/api/v1/search?q=2-CT/TU&category=tin-tuc").then().body("total.value", equalTo(0));
        request().get("/api/v1/search?q=2-CT/TU&category=van-ban&kind=article").then().body("total.value", equalTo(1));
    }

    @Test
    void feeds_can_be_narrowed_and_name_the_category() {
        XmlPath rss = request().get("/api/v1/feeds/articles.rss?category=tin-tuc").then().statusCode(200).extract().xmlPath();
        assertEquals(List.of("Tin lúa", "Tin chung"), rss.getList("rss.channel.item.title"));
        assertEquals(List.of("Kinh tế", "Tin tức"), rss.getList("rss.channel.item.category"));
        assertTrue(rss.getString("rss.channel.title").endsWith(": Tin tức"), rss.getString("rss.channel.title"));
        XmlPath atom = request().get("/api/v1/feeds/articles.atom?category=kinh-te").then().statusCode(200).extract().xmlPath();
        assertEquals("kinh-te", atom.getString("feed.entry.category.@term"));
        assertEquals("Kinh tế", atom.getString("feed.entry.category.@label"));
        request().get("/api/v1/feeds/articles.json?category=van-ban").then().body("items.title", contains("Tin chỉ thị"))
                .body("items[0].tags[0]", equalTo("Văn bản"));
    }

    @Test
    void structured_data_and_differences_name_the_category() {
        String id = publish(Editing.news("Tin"), "kinh-te");
        request().get("/api/v1/articles/{id}/jsonld", id).then().body("articleSection", equalTo("Kinh tế"));
        Editing.patch(id, "*", "{\"category\": \"van-ban\"}").then().statusCode(200);
        Editing.publish(id).then().statusCode(200);
        request().get("/api/v1/articles/{id}/revisions/1/diff/2", id).then().body("fields.field", contains("category"));
        Tree.delete("kinh-te", "van-ban").then().statusCode(204);
        request().get("/api/v1/articles/{id}/revisions/1/diff/2", id).then().body("fields", hasSize(0));
    }
}
