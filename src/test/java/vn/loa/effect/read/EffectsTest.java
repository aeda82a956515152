package vn.loa.effect.read;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.loa.effect.Decrees.ARTICLES;
import static vn.loa.effect.Decrees.effects;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.effect.Decrees;
import vn.loa.support.Editing;
import vn.loa.support.Statements;

/** The events that touch a document, and those by which it touches others. */
@QuarkusTest
class EffectsTest {

    private static final String OLD = "5/2019/NĐ-CP";
    private static final String NEW = "20/2021/NĐ-CP";

    private static String old() {
        return Editing.published(Decrees.plain(OLD));
    }

    private static String amending() {
        return Editing.published(Decrees.amending(NEW, Decrees.named(OLD)));
    }

    @Test
    void what_was_done_to_a_document_is_told_with_provision_day_and_words() {
        String old = old();
        String amending = amending();
        effects(old, "?kind=commence,amend").body("page.totalItems", equalTo(2))
                .body("items[0].source", equalTo("clause")).body("items[0].since", equalTo("2019-05-01"))
                .body("items[0].by.article.articleId", equalTo(old)).body("items[0].by.provisions", contains("art_3"))
                .body("items[0].target.eId", nullValue()).body("items[0].target.document.number", equalTo(OLD))
                .body("items[1].source", equalTo("instruction")).body("items[1].status", equalTo("counts"))
                .body("items[1].target.eId", equalTo("art_2__para_2")).body("items[1].target.part", equalTo("whole"))
                .body("items[1].target.article.articleId", equalTo(old)).body("items[1].target.document.number", equalTo(OLD))
                .body("items[1].by.document.number", equalTo(NEW)).body("items[1].by.article.articleId", equalTo(amending))
                .body("items[1].by.provisions", contains("art_1__para_1")).body("items[1].since", equalTo("2021-07-01"))
                .body("items[1].until", nullValue()).body("items[1].statedIn.id", equalTo(amending))
                .body("items[1].statedIn.title", equalTo("Bài về Nghị định " + NEW)).body("items[1].sourceDate", equalTo("2021-05-10"))
                .body("items[1].quote.text", containsString("khoản 2 Điều 2")).body("items[1].quote.paragraphEId", equalTo("art_1__para_1__p_1"));
        effects(old, "?kind=repeal").body("items.target.eId", contains("art_1"));
        effects(old, "").body("items", hasSize(3));
        List<String> ids = effects(old, "?kind=amend,repeal").extract().path("items.id");
        effects(amending, "?direction=out").body("items.id", contains(ids.toArray()));
        effects(amending, "").body("items.kind", contains("commence"));
    }

    @Test
    void the_quotation_is_what_stands_at_its_place() {
        String old = old();
        String amending = amending();
        Map<String, Object> quote = effects(old, "?kind=amend").extract().path("items[0].quote");
        String text = given().get(ARTICLES + "/{id}/sections/art_1__para_1", amending).path("paragraphs[0].text");
        assertEquals(quote.get("text"), text.substring((int) quote.get("start"), (int) quote.get("end")));
    }

    @Test
    void a_document_that_is_not_here_is_named_and_joined_as_soon_as_it_is() {
        String amending = amending();
        String tags = effects(amending, "?direction=out").body("items[0].target.article", nullValue())
                .body("items[0].target.document.number", equalTo(OLD)).extract().header("Cache-Tag");
        assertTrue(tags.contains("cites-5-2019-nd-cp"), tags);
        String old = old();
        effects(amending, "?direction=out").body("items.target.article.articleId", contains(old, old));
        effects(old, "").body("items", hasSize(3));
        Editing.remove(old, "Nhầm.").then().statusCode(200);
        effects(amending, "?direction=out").body("items[0].target.article", nullValue());
        given().get(ARTICLES + "/{id}/effects", old).then().statusCode(410);
    }

    @Test
    void a_document_that_several_articles_may_carry_has_candidates() {
        String old = old();
        String same = Editing.published(Decrees.plain(OLD));
        String amending = amending();
        effects(amending, "?direction=out").body("items[0].target.article", nullValue())
                .body("items[0].target.candidates.articleId", containsInAnyOrder(old, same));
    }

    @Test
    void only_what_the_public_reads_says_anything() {
        String old = old();
        String draft = Editing.created(Decrees.amending(NEW, Decrees.named(OLD)));
        effects(old, "").body("items", hasSize(1));
        given().get(ARTICLES + "/{id}/effects", draft).then().statusCode(404);
        given().get(ARTICLES + "/{id}/relations", draft).then().statusCode(404);
        given().get(ARTICLES + "/{id}/sections/art_1/history", draft).then().statusCode(404);
        Editing.publish(draft).then().statusCode(200);
        effects(old, "").body("items", hasSize(3));
        Editing.withdraw(draft, "Sai sót.").then().statusCode(200);
        effects(old, "?kind=amend").body("items[0].statedIn.state", equalTo("withdrawn"));
        Editing.remove(draft, "Nhầm.").then().statusCode(200);
        effects(old, "").body("items", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({"kind=amend,1", "kind=amend%2Ccommence,2", "source=clause,1", "source=note,0", "section=art_1,1", "section=art_2,0",
            "section=nothing%20here,0", "since[gte]=2021-01-01,2", "since[lt]=2021-01-01,1", "since=2021-07-01&kind=repeal,1"})
    void a_list_is_narrowed(String query, int found) {
        String old = old();
        amending();
        effects(old, "?" + query).body("items", hasSize(found)).body("page.totalItems", equalTo(found));
    }

    @ParameterizedTest
    @ValueSource(strings = {"direction=both", "kind=ends", "source=hearsay", "since=yesterday", "sort=kind", "fields=version", "status=counts",
            "size=101", "section=art_1&cursor=x", "kind[ne]=amend"})
    void what_no_list_has_is_refused(String query) {
        given().urlEncodingEnabled(false).get(ARTICLES + "/" + old() + "/effects?" + query).then().statusCode(400);
    }

    @Test
    void pages_follow_each_other_in_either_order() {
        String old = old();
        amending();
        for (String sort : List.of("", "&sort=-since")) {
            List<String> all = effects(old, "?size=100" + sort).extract().path("items.id");
            String next = effects(old, "?size=2" + sort).body("items.id", contains(all.get(0), all.get(1))).extract().path("page.nextCursor");
            effects(old, "?size=2&cursor=" + next + sort).body("items.id", contains(all.get(2))).body("page.nextCursor", nullValue());
            effects(old, "?size=2&page=2" + sort).body("items.id", contains(all.get(2)));
        }
        effects(old, "?fields=kind,since").body("items[0].keySet()", contains("kind", "since"));
        effects(old, "?count=none&size=1").body("page.totalItems", nullValue()).body("page.nextCursor", notNullValue());
    }

    @Test
    void one_event_has_an_address() {
        String old = old();
        String amending = amending();
        String id = effects(old, "?kind=amend").extract().path("items[0].id");
        for (String article : List.of(old, amending)) {
            given().get(ARTICLES + "/{article}/effects/{id}", article, id).then().statusCode(200).body("kind", equalTo("amend"))
                    .header("Cache-Tag", containsString("article-" + old)).header("Cache-Tag", containsString("article-" + amending));
        }
        String other = Editing.published(Decrees.plain("9/2019/NĐ-CP"));
        given().get(ARTICLES + "/{article}/effects/{id}", other, id).then().statusCode(404);
        given().get(ARTICLES + "/{article}/effects/{id}", old, UUID.randomUUID()).then().statusCode(404);
        given().get(ARTICLES + "/{article}/effects/{id}", old, "x").then().statusCode(400);
    }

    @Test
    void an_event_keeps_its_id_while_the_text_says_the_same() {
        String old = old();
        String amending = amending();
        List<String> ids = effects(old, "").extract().path("items.id");
        Editing.retitled(amending, "Bài khác");
        Editing.publish(amending).then().statusCode(200);
        effects(old, "").body("items.id", contains(ids.toArray())).body("items[2].statedIn.title", equalTo("Bài khác"));
    }

    @Test
    void an_answer_is_kept_until_something_is_published() {
        String old = old();
        String etag = given().get(ARTICLES + "/{id}/effects", old).then().header("Cache-Tag", containsString("lists"))
                .header("Cache-Control", containsString("public")).extract().header("ETag");
        given().header("If-None-Match", etag).get(ARTICLES + "/{id}/effects", old).then().statusCode(304);
        amending();
        assertNotEquals(etag, given().get(ARTICLES + "/{id}/effects", old).header("ETag"));
        String slug = given().get(ARTICLES + "/{id}", old).path("slug");
        given().get(ARTICLES + "/{slug}/effects", slug).then().statusCode(200).body("items", hasSize(3));
        given().get(ARTICLES + "/{slug}/effects", "khong-co").then().statusCode(404);
    }

    @Test
    void a_cold_answer_takes_a_handful_of_statements() {
        String old = old();
        String amending = amending();
        assertTrue(Statements.during(() -> effects(old, "?size=100")) <= 4);
        assertTrue(Statements.during(() -> effects(amending, "?direction=out&size=99")) <= 4);
        assertTrue(Statements.during(() -> Decrees.relations(amending, "?size=98")) <= 3);
        assertTrue(Statements.during(() -> Decrees.history(old, "art_1").statusCode(200)) <= 6);
    }

    @Test
    void an_article_without_a_document_has_no_events() {
        String news = Editing.published(Editing.news("Tin"));
        effects(news, "").body("items", hasSize(0));
        effects(news, "?direction=out").body("items", hasSize(0));
        Decrees.relations(news, "").body("items", hasSize(0)).body("page.totalItems", not(1));
    }
}
