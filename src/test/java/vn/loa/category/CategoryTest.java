package vn.loa.category;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.Keys;
import vn.loa.support.Pages;

/** The tree of categories, and the articles that stand in it. */
@QuarkusTest
class CategoryTest {

    private static ObjectNode news(String title, String category) {
        return Editing.news(title).put("category", category);
    }

    private static Response article(String id) {
        return given().header("Cache-Control", "no-cache").get("/api/v1/articles/{id}", id);
    }

    @Test
    void categories_stand_in_the_order_of_the_tree() {
        String law = Tree.created("Pháp luật", null, 2);
        String news = Tree.created("Tin tức", null, 1);
        Tree.created("Đời sống", news);
        Tree.created("An ninh", news);
        Tree.created("Văn bản mới", law, 5);
        Tree.created("Hòa giải", law, 4);
        assertEquals(List.of("tin-tuc", "an-ninh", "doi-song", "phap-luat", "hoa-giai", "van-ban-moi"), Tree.slugs());
        Tree.get("hoa-giai").then().statusCode(200).body("parent", equalTo("phap-luat")).body("depth", equalTo(2))
                .body("path.slug", contains("phap-luat", "hoa-giai")).body("path.title", contains("Pháp luật", "Hòa giải"));
        given().queryParam("parent", "tin-tuc").get(Tree.CATEGORIES).then().body("items.slug", contains("an-ninh", "doi-song"))
                .body("page.totalItems", equalTo(2));
        given().queryParam("parent", "chua-co").get(Tree.CATEGORIES).then().body("items", hasSize(0));
        String next = given().queryParam("size", 4).get(Tree.CATEGORIES).then().body("items.slug[3]", equalTo("phap-luat"))
                .extract().path("page.nextCursor");
        given().queryParam("size", 4).queryParam("cursor", next).get(Tree.CATEGORIES).then()
                .body("items.slug", contains("hoa-giai", "van-ban-moi")).body("page.nextCursor", nullValue());
    }

    @Test
    void a_slug_is_made_from_the_title_and_belongs_to_one_category() {
        assertEquals("dat-dai", Tree.created("Đất đai"));
        assertEquals("dat-dai-2", Tree.created("Đất đai"));
        Tree.create(Map.of("title", "Khác", "slug", "dat-dai")).then().statusCode(422)
                .body("errors[0].pointer", equalTo("/slug")).body("errors[0].code", equalTo("taken"));
        Tree.change("dat-dai", Map.of("slug", "nha-dat")).then().statusCode(200).body("slug", equalTo("nha-dat"));
        Tree.create(Map.of("title", "Khác", "slug", "dat-dai")).then().statusCode(422).body("errors[0].code", equalTo("taken"));
        Tree.get("dat-dai").then().statusCode(301).header("Location", "/api/v1/categories/nha-dat");
        Tree.change("nha-dat", Map.of("slug", "dat-dai")).then().statusCode(200);
        Tree.get("nha-dat").then().statusCode(301).header("Location", "/api/v1/categories/dat-dai");
    }

    @Test
    void a_category_has_an_id_too() {
        String id = Tree.create(Map.of("title", "Tin tức")).then().statusCode(201).extract().path("id");
        Tree.get(id).then().statusCode(200).body("slug", equalTo("tin-tuc"));
        Tree.get(id.toUpperCase(java.util.Locale.ROOT)).then().statusCode(200);
        Tree.change(id, Map.of("title", "Tin")).then().statusCode(200).body("title", equalTo("Tin")).body("slug", equalTo("tin-tuc"));
        Tree.get(UUID.randomUUID().toString()).then().statusCode(404);
        Tree.get("chua-co").then().statusCode(404);
        Tree.get("Tin Tức").then().statusCode(404);
    }

    @Test
    void an_article_shows_its_category_under_the_present_name() {
        Tree.created("Tin tức");
        Tree.created("Kinh tế", "tin-tuc");
        String id = Editing.published(news("Giá lúa", "kinh-te"));
        Editing.draft(id).then().body("category", equalTo("kinh-te"));
        article(id).then().body("category.slug", equalTo("kinh-te")).body("category.title", equalTo("Kinh tế"))
                .body("category.path.slug", contains("tin-tuc", "kinh-te"));
        given().get("/api/v1/articles").then().body("items[0].category.title", equalTo("Kinh tế"))
                .body("items[0].category.path", nullValue());
        String etag = article(id).header("ETag");
        Tree.change("kinh-te", Map.of("title", "Kinh tế \"xanh\"", "slug", "kinh-te-xanh")).then().statusCode(200);
        Tree.change("tin-tuc", Map.of("title", "Thời sự")).then().statusCode(200);
        article(id).then().body("revision", equalTo(1)).body("category.slug", equalTo("kinh-te-xanh"))
                .body("category.path.title", contains("Thời sự", "Kinh tế \"xanh\""));
        assertNotEquals(etag, article(id).header("ETag"));
        given().get("/api/v1/articles").then().body("items[0].category.title", equalTo("Kinh tế \"xanh\""));
        given().get("/api/v1/articles?fields=title,category").then().body("items[0].category.slug", equalTo("kinh-te-xanh"));
        given().get("/api/v1/articles?include=changeHistory,tags,category").then()
                .body("items[0].category.slug", equalTo("kinh-te-xanh"));
        given().get("/api/v1/articles/{id}?include=category&fields=title", id).then()
                .body("category.slug", equalTo("kinh-te-xanh"));
        given().get("/api/v1/articles/{id}/revisions/1", id).then().body("category.slug", equalTo("kinh-te-xanh"));
        Editing.draft(id).then().body("category", equalTo("kinh-te-xanh"));
        Pages.asAdmin().get("/api/v1/drafts?scope=all").then().body("items[0].category", equalTo("kinh-te-xanh"));
    }

    @Test
    void a_draft_moves_to_another_category_and_readers_see_it_with_the_next_publish() {
        Tree.created("Tin tức");
        Tree.created("Văn bản");
        String id = Editing.published(news("Tin", "tin-tuc"));
        Editing.patch(id, "*", "{\"category\": \"van-ban\"}").then().statusCode(200).body("category", equalTo("van-ban"));
        article(id).then().body("category.slug", equalTo("tin-tuc"));
        Editing.publish(id).then().statusCode(200);
        article(id).then().body("category.slug", equalTo("van-ban"));
        given().get("/api/v1/articles/{id}/revisions/1", id).then().body("category.slug", equalTo("tin-tuc"));
        Editing.patch(id, "*", "{\"category\": null}").then().statusCode(200).body("category", nullValue());
        Editing.publish(id).then().statusCode(200);
        article(id).then().body("category", nullValue());
        given().get("/api/v1/articles").then().body("items[0].category", nullValue());
    }

    @Test
    void a_draft_goes_out_and_comes_back_as_it_is() {
        Tree.created("Tin tức");
        String id = Editing.created(news("Tin", "tin-tuc"));
        Editing.put(id, Editing.etag(id), Editing.draft(id).asString()).then().statusCode(200).body("category", equalTo("tin-tuc"));
        Editing.retitled(id, "Tin khác");
        Editing.draft(id).then().body("category", equalTo("tin-tuc"));
        Tree.change("tin-tuc", Map.of("slug", "thoi-su")).then().statusCode(200);
        // A former slug still names it.
        Editing.patch(id, "*", "{\"category\": \"tin-tuc\"}").then().statusCode(200).body("category", equalTo("thoi-su"));
        Editing.put(id, "*", Editing.news("Không")).then().statusCode(200).body("category", nullValue());
    }

    @Test
    void a_category_that_is_not_there_is_refused_by_its_pointer() {
        for (String wrong : List.of("chua-co", "", "Tin tức", "a\\u0000b", UUID.randomUUID().toString())) {
            Editing.create(Editing.object("{\"title\": \"Tin\", \"category\": \"" + wrong + "\"}")).then().statusCode(422)
                    .body("errors.pointer", hasItem("/category"));
        }
        Editing.create(Editing.object("{\"title\": \"Tin\", \"category\": {\"slug\": \"a\"}}")).then().statusCode(400)
                .body("errors[0].pointer", startsWith("/category"));
        given().get("/api/v1/articles").then().body("items", hasSize(0));
    }

    @Test
    void a_category_in_which_articles_stand_is_deleted_when_it_is_said_where_they_go() {
        Tree.created("Tin tức");
        Tree.created("Thời sự");
        String id = Editing.published(news("Tin", "tin-tuc"));
        String draft = Editing.created(news("Nháp", "tin-tuc"));
        Tree.delete("tin-tuc").then().statusCode(409).body("errors[0].parameter", equalTo("moveArticlesTo"));
        Tree.delete("tin-tuc", "chua-co").then().statusCode(400).body("errors[0].parameter", equalTo("moveArticlesTo"));
        Tree.delete("tin-tuc", "tin-tuc").then().statusCode(400).body("errors[0].parameter", equalTo("moveArticlesTo"));
        article(id).then().body("category.slug", equalTo("tin-tuc"));
        Tree.delete("tin-tuc", "thoi-su").then().statusCode(204);
        article(id).then().body("category.slug", equalTo("thoi-su")).body("revision", equalTo(1));
        Editing.draft(draft).then().body("category", equalTo("thoi-su"));
        Tree.get("tin-tuc").then().statusCode(301).header("Location", "/api/v1/categories/thoi-su");
        assertEquals(List.of("thoi-su"), Tree.slugs());
        // And again: what leads to a deleted category leads on.
        Tree.created("Mới");
        Tree.delete("thoi-su", "moi").then().statusCode(204);
        article(id).then().body("category.slug", equalTo("moi"));
        Tree.get("tin-tuc").then().statusCode(301).header("Location", "/api/v1/categories/moi");
        Tree.get("moi").then().body("articles", equalTo(1));
    }

    @Test
    void an_earlier_revision_keeps_its_category() {
        Tree.created("Tin tức");
        Tree.created("Thời sự");
        String id = Editing.published(news("Tin", "tin-tuc"));
        Editing.patch(id, "*", "{\"category\": null}").then().statusCode(200);
        Editing.publish(id).then().statusCode(200);
        Tree.delete("tin-tuc").then().statusCode(409);
        Tree.delete("tin-tuc", "thoi-su").then().statusCode(204);
        given().get("/api/v1/articles/{id}/revisions/1", id).then().body("category.slug", equalTo("thoi-su"));
    }

    @Test
    void an_empty_category_is_deleted_and_one_with_others_below_is_not() {
        Tree.created("Tin tức");
        Tree.created("Kinh tế", "tin-tuc");
        Tree.delete("tin-tuc").then().statusCode(409).body("detail", startsWith("Other categories"));
        Tree.delete("kinh-te").then().statusCode(204);
        Tree.delete("tin-tuc").then().statusCode(204);
        Tree.get("tin-tuc").then().statusCode(404);
        Tree.delete("tin-tuc").then().statusCode(404);
        assertEquals("tin-tuc", Tree.created("Tin tức"));
    }

    @Test
    void a_category_moves_with_what_is_below_it_and_never_below_itself() {
        Tree.created("A");
        Tree.created("B", "a");
        Tree.created("C", "b");
        Tree.created("D");
        Tree.move("a", "a").then().statusCode(422).body("errors[0].pointer", equalTo("/parent"));
        Tree.move("a", "c").then().statusCode(422).body("errors[0].code", equalTo("contradiction"));
        Tree.move("b", "d").then().statusCode(200).body("parent", equalTo("d"));
        Tree.get("c").then().body("path.slug", contains("d", "b", "c"));
        Tree.move("b", null).then().statusCode(200).body("parent", nullValue()).body("depth", equalTo(1));
        Tree.move("b", "chua-co").then().statusCode(422).body("errors[0].code", equalTo("not-found"));
    }

    @Test
    void there_are_at_most_eight_levels() {
        String above = null;
        for (int level = 1; level <= 8; level++) {
            above = Tree.created("Cấp " + level, above);
        }
        Tree.create(Map.of("title", "Cấp 9", "parent", above)).then().statusCode(422).body("errors[0].code", equalTo("out-of-range"));
        Tree.created("Gốc");
        Tree.move("cap-1", "goc").then().statusCode(422).body("errors[0].code", equalTo("out-of-range"));
        Tree.move("cap-2", "goc").then().statusCode(200);
    }

    @Test
    void an_editor_may_not_change_categories() {
        String editor = Keys.make("an editor", "editor");
        given().header("Authorization", "Bearer " + editor).contentType("application/json").body("{\"title\": \"Tin\"}")
                .post(Tree.CATEGORIES).then().statusCode(403);
        assertEquals(List.of(), Tree.slugs());
    }

    @Test
    void a_change_is_refused_when_somebody_was_faster_and_not_when_articles_came() {
        String slug = Tree.created("Tin tức");
        String read = Tree.get(slug).header("ETag");
        Editing.published(news("Tin", slug));
        assertNotEquals(read, Tree.get(slug).header("ETag"));
        Response changed = Tree.change(slug, read, Map.of("title", "Thời sự"));
        changed.then().statusCode(200);
        Tree.change(slug, read, Map.of("title", "Bản tin")).then().statusCode(412);
        Tree.change(slug, changed.header("ETag"), Map.of("title", "Bản tin")).then().statusCode(200);
        Tree.change(slug, "W/" + Tree.get(slug).header("ETag"), Map.of("title", "Yếu")).then().statusCode(412);
        Tree.change(slug, "x", Map.of("title", "Sai")).then().statusCode(400);
        Pages.asAdmin().contentType("application/json").body("{}").patch(Tree.CATEGORY, slug).then().statusCode(428);
        Pages.asAdmin().delete(Tree.CATEGORY, slug).then().statusCode(428);
        Tree.get(slug).then().body("title", equalTo("Bản tin"));
    }

    @Test
    void what_is_read_may_be_sent_back() {
        Tree.created("Tin tức");
        String slug = Tree.created("Kinh tế", "tin-tuc", 7);
        Tree.change(slug, Tree.get(slug).asString()).then().statusCode(200).body("order", equalTo(7)).body("parent", equalTo("tin-tuc"));
        Tree.change(slug, "{\"order\": null}").then().statusCode(200).body("order", equalTo(0));
    }

    @Test
    void a_category_is_created_once_for_an_idempotency_key() {
        for (int n = 0; n < 2; n++) {
            Pages.asAdmin().header("Idempotency-Key", "k").contentType("application/json").body("{\"title\": \"Tin\"}")
                    .post(Tree.CATEGORIES).then().statusCode(201).body("slug", equalTo("tin")).header("ETag", "\"v1\"");
        }
        assertEquals(List.of("tin"), Tree.slugs());
    }

    @Test
    void every_change_is_in_the_audit_log_and_in_the_log_of_changes() {
        String since = given().get("/api/v1/changes?since=now").path("nextCursor");
        Tree.created("Tin tức");
        Tree.created("Thời sự");
        Tree.change("tin-tuc", Map.of("title", "Tin")).then().statusCode(200);
        String id = Tree.get("tin-tuc").path("id");
        Tree.delete("tin-tuc", "thoi-su").then().statusCode(204);
        given().get("/api/v1/changes?since=" + since).then().body("items", hasSize(0))
                .body("categories.kind", contains("created", "created", "updated", "removed"))
                .body("categories[3].articlesMovedTo", equalTo("thoi-su")).body("categories[2].title", equalTo("Tin"))
                .body("categories[3].purge", contains("category-" + id, "lists"));
        Pages.asAdmin().queryParam("subjectId", id).get("/api/v1/audit").then()
                .body("items.action", contains("category.delete", "category.change", "category.create"))
                .body("items[0].details.moveArticlesTo", equalTo("thoi-su")).body("items[1].details.before.title", equalTo("Tin tức"));
    }
}
