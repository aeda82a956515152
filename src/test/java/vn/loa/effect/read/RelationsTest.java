package vn.loa.effect.read;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.loa.effect.Decrees.ARTICLES;
import static vn.loa.effect.Decrees.relations;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.effect.Decrees;
import vn.loa.support.Editing;

/** What documents are to each other. */
@QuarkusTest
class RelationsTest {

    private static final String OLD = "5/2019/NĐ-CP";
    private static final String NEW = "20/2021/NĐ-CP";

    @Test
    void a_document_stands_in_relations_to_others_and_they_to_it() {
        String old = Editing.published(Decrees.plain(OLD));
        String amending = Editing.published(Decrees.amending(NEW, Decrees.named(OLD)));
        relations(amending, "").body("items.kind", contains("amends", "basis")).body("page.totalItems", equalTo(2))
                .body("items[0].by.article.articleId", equalTo(amending)).body("items[0].target.article.articleId", equalTo(old))
                .body("items[0].statedIn.id", equalTo(amending)).body("items[0].quote.text", containsString("khoản 2 Điều 2"))
                .body("items[1].target.document.number", equalTo("16/2012/QH13")).body("items[1].target.article", nullValue())
                .body("items[1].quote.paragraphEId", equalTo("preamble__p_1"));
        relations(old, "?direction=in").body("items.kind", contains("amends")).body("items[0].by.document.number", equalTo(NEW))
                .body("items[0].target.article.articleId", equalTo(old));
        relations(old, "").body("items", hasSize(0));
        relations(amending, "?kind=basis,guides").body("items", hasSize(1));
        relations(amending, "?sort=-kind").body("items.kind", contains("basis", "amends"));
    }

    @Test
    void an_end_that_is_not_here_is_joined_as_soon_as_it_is() {
        String amending = Editing.published(Decrees.amending(NEW, Decrees.named(OLD)));
        relations(amending, "?kind=amends").body("items[0].target.article", nullValue())
                .body("items[0].target.document.issuedOn", equalTo(Decrees.ISSUED)).header("Cache-Tag", containsString("cites-5-2019-nd-cp"));
        String old = Editing.published(Decrees.plain(OLD));
        relations(amending, "?kind=amends").body("items[0].target.article.articleId", equalTo(old));
        Editing.remove(amending, "Nhầm.").then().statusCode(200);
        relations(old, "?direction=in").body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"direction=x", "kind=loves", "sort=by", "fields=waitsFor", "page=0", "x=1"})
    void what_no_list_has_is_refused(String query) {
        String old = Editing.published(Decrees.plain(OLD));
        given().urlEncodingEnabled(false).get(ARTICLES + "/" + old + "/relations?" + query).then().statusCode(400);
    }

    @Test
    void pages_follow_each_other() {
        String amending = Editing.published(Decrees.amending(NEW, Decrees.named(OLD)));
        String next = relations(amending, "?size=1").body("items.kind", contains("amends")).extract().path("page.nextCursor");
        relations(amending, "?size=1&cursor=" + next).body("items.kind", contains("basis")).body("page.nextCursor", nullValue());
        relations(amending, "?size=1&page=2&fields=kind,target").body("items[0].keySet()", contains("kind", "target"));
    }
}
