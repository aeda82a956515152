package vn.loa.visitor.read;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;
import vn.loa.support.Pages;
import vn.loa.support.Statements;
import vn.loa.visitor.count.ArticleRanking;

/** Views of many articles at once: by their addresses, and in lists. */
@QuarkusTest
class ManyViewsTest {

    private static final String VIEWS = "/api/v1/views";
    private static final String LIST = "/api/v1/articles";

    @Inject
    ArticleRanking ranking;

    private static String article(String title, int views) {
        String id = Editing.published(Editing.news(title));
        Pages.asAdmin().contentType("application/json").body("{\"views\":" + views + "}")
                .put("/api/v1/articles/{id}/views/base", id).then().statusCode(204);
        return id;
    }

    private static ValidatableResponse views(Object... articles) {
        return given().queryParam("article", Stream.of(articles).map(String::valueOf).collect(Collectors.joining(",")))
                .get(VIEWS).then();
    }

    private static void view(String article, String visitor) {
        given().header("User-Agent", visitor).contentType("application/json").body("{\"articleId\":\"" + article + "\"}")
                .post("/api/v1/hits").then().statusCode(204);
    }

    @Test
    void they_come_in_the_order_in_which_they_are_asked_for() {
        String one = article("Một", 1);
        String two = article("Hai", 2);
        String three = article("Ba", 3);
        view(two, "Firefox");
        views("ba", one, two).statusCode(200).body("items.views", contains(3, 1, 3)).body("items.article.slug", contains("ba", "mot", "hai"))
                .body("items.article.id", contains(three, one, two)).body("unknown", empty());
        given().queryParam("article", one).queryParam("article", "hai,ba").get(VIEWS).then().body("items.views", contains(1, 3, 3));
    }

    @Test
    void an_article_that_nobody_read_has_none() {
        String id = Editing.published(Editing.news("Mới"));
        views(id).body("items.views", contains(0));
    }

    @Test
    void a_former_slug_works_and_the_present_one_is_answered() {
        String id = article("Tên cũ", 7);
        Pages.asAdmin().header("If-Match", "*").contentType("application/merge-patch+json").body("{\"slug\":\"ten-moi\"}")
                .patch(Editing.DRAFT, id).then().statusCode(200);
        Editing.publish(id).then().statusCode(200);
        views("ten-cu").body("items.article.slug", contains("ten-moi")).body("items.views", contains(7));
        views("ten-cu", "ten-moi", id, id).body("items.article.id", contains(id)).body("unknown", empty());
    }

    @Test
    void what_is_not_public_is_unknown_like_what_never_was() {
        String draft = Editing.created(Editing.news("Bản nháp"));
        String gone = article("Đã gỡ", 4);
        Editing.remove(gone, "Sai.").then().statusCode(200);
        String withdrawn = article("Thu hồi", 5);
        Editing.withdraw(withdrawn, "Cũ.").then().statusCode(200);
        String never = UUID.randomUUID().toString();
        views(draft, "ban-nhap", gone, "da-go", withdrawn, never, "khong-co", "Không phải slug", "%").statusCode(200)
                .body("items.article.id", contains(withdrawn))
                .body("unknown", contains(draft, "ban-nhap", gone, "da-go", never, "khong-co", "Không phải slug", "%"));
    }

    @Test
    void a_hundred_may_be_asked_for_with_one_statement_and_no_more() {
        String one = article("Một", 1);
        List<String> ids = Stream.concat(Stream.of(one), Stream.generate(() -> UUID.randomUUID().toString()).limit(99)).toList();
        assertEquals(1, Statements.during(() -> views(ids.toArray()).statusCode(200).body("items.views", contains(1))
                .body("unknown.size()", equalTo(99))));
        views(Stream.concat(ids.stream(), Stream.of("x")).toArray()).statusCode(400).body("errors.parameter", contains("article"))
                .body("errors.code", contains("out-of-range"));
        views(Collections.nCopies(103, one).toArray()).statusCode(200).body("items.views", contains(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?article", "?article=", "?article=,", "?article=a,", "?article=,a", "?article=a,,b", "?article=a%00b",
            "?articles=a", "?article=a&page=1"})
    void what_names_nothing_is_refused(String query) {
        given().urlEncodingEnabled(false).get(VIEWS + query).then().statusCode(400);
    }

    @Test
    void the_answer_is_kept_for_a_moment_and_has_validators() {
        String id = article("Một", 1);
        String tag = views(id).header("Cache-Control", equalTo("public, max-age=10"))
                .header("Cache-Tag", containsString("article-" + id)).extract().header("ETag");
        given().queryParam("article", id).header("If-None-Match", tag).get(VIEWS).then().statusCode(304);
        view(id, "Firefox");
        assertNotEquals(tag, views(id).body("items.views", contains(2)).extract().header("ETag"));
    }

    @Test
    void a_list_includes_them_and_says_that_it_changes_by_itself() {
        String one = article("Một", 1);
        article("Hai", 20);
        view(one, "Firefox");
        ranking.refresh();
        given().queryParam("include", "views").get(LIST).then().statusCode(200).body("items.views", contains(20, 2))
                .body("items.title", contains("Hai", "Một")).header("Cache-Control", equalTo("public, max-age=10"));
        given().queryParam("fields", "slug,views").queryParam("sort", "views").get(LIST).then()
                .body("items.views", contains(2, 20)).body("items[0]", not(hasKey("title")));
        given().queryParam("include", "views,citations").queryParam("sort", "-views").get(LIST).then()
                .body("items.views", contains(20, 2)).body("items[0]", hasKey("citations"));
        given().get(LIST).then().body("items[0]", not(hasKey("views")));
    }

    @Test
    void a_list_with_views_costs_one_statement() {
        article("Một", 1);
        assertEquals(1, Statements.during(() -> given().queryParam("include", "views").queryParam("count", "none").get(LIST)
                .then().statusCode(200)));
    }

    @Test
    void a_view_changes_no_article_and_no_list_that_does_not_show_it() {
        String id = article("Một", 1);
        String article = given().get(LIST + "/" + id).header("ETag");
        String list = given().get(LIST).header("ETag");
        view(id, "Firefox");
        ranking.refresh();
        assertEquals(article, given().get(LIST + "/" + id).header("ETag"));
        assertEquals(list, given().get(LIST).header("ETag"));
        given().queryParam("include", "views").get(LIST + "/" + id).then().statusCode(400).body("errors.parameter", contains("include"));
        given().queryParam("fields", "views").get(LIST + "/" + id).then().statusCode(400).body("errors.parameter", contains("fields"));
    }

    @Test
    void the_most_read_keep_theirs() {
        String id = article("Một", 1);
        view(id, "Firefox");
        given().get("/api/v1/most-read").then().body("items.views", contains(1)).body("items[0].article", not(hasKey("views")));
    }
}
