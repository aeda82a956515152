package vn.loa.imports;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.cache.PublicCache;
import vn.loa.effect.LawTexts;
import vn.loa.imports.export.ExportWorker;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlReader;
import vn.loa.support.Editing;
import vn.loa.support.FreshStart;
import vn.loa.support.InForceRanges;
import vn.loa.support.Pages;
import vn.loa.visitor.count.ArticleRanking;

/** Portals that were merged elsewhere before: nothing is counted twice, by whatever way it comes and whatever it is called. */
@QuarkusTest
class MergePortalsTest {

    @Inject
    SqlReader reader;
    @Inject
    ExportWorker worker;
    @Inject
    PublicCache cache;
    @Inject
    ArticleRanking ranking;

    /** Of the first portal: 100 visits, and 40 views of its article. */
    private List<byte[]> first;
    /** Of the same, later: with another article that has 7. */
    private List<byte[]> firstLater;
    /** Of the second one, which has 1000 visits of its own, and into which the first one was merged. */
    private List<byte[]> both;
    private String article;
    private String laterArticle;

    @AfterEach
    void lists_on_a_day_are_of_what_is_stored() {
        assertEquals(List.of(0L), reader.read(NamedSql.of(InForceRanges.OTHERWISE + " as otherwise"), row -> row.get("otherwise", Long.class)));
    }

    @BeforeEach
    void portals() {
        article = portal("Tin của cổng thứ nhất", 40, 100);
        first = Exports.parts(Exports.begin("full"), worker);
        laterArticle = Editing.published(Editing.news("Tin sau của cổng thứ nhất"));
        views(laterArticle, 7);
        firstLater = Exports.parts(Exports.begin("full"), worker);
        next();
        portal("Tin của cổng thứ hai", 5, 1000);
        merge(first, "cong-mot").body("fault", equalTo(null));
        both = Exports.parts(Exports.begin("full"), worker);
        next();
        portal("Tin ở đây", 1, 10_000);
    }

    private void next() {
        FreshStart.empty();
        cache.invalidate();
    }

    /** Its article. */
    private static String portal(String title, int views, int visits) {
        String id = Editing.published(Editing.news(title));
        views(id, views);
        Pages.asAdmin().contentType("application/json").body("{\"total\": " + visits + "}").put("/api/v1/visitors/base").then().statusCode(204);
        return id;
    }

    private static void views(String id, int views) {
        Pages.asAdmin().contentType("text/csv").body("article,day,views\n" + id + ",," + views + "\n").put("/api/v1/views").then().statusCode(200);
    }

    private ValidatableResponse merge(List<byte[]> parts, String source) {
        String id = Exports.upload(parts);
        Exports.startMerge(id, source).then().statusCode(202);
        ValidatableResponse ended = Exports.ended(id, worker);
        ranking.refresh();
        return ended;
    }

    private static void assertVisits(int visits) {
        given().get("/api/v1/visitors").then().body("total", equalTo(visits));
    }

    private int viewsOf(String id) {
        return given().get("/api/v1/articles/{article}/views", id).then().statusCode(200).extract().path("views");
    }

    private static String report(String id) {
        return Pages.asAdmin().get(Exports.EXPORTS + "/{id}/report", id).then().statusCode(200).extract().asString();
    }

    @Test
    void what_contains_a_portal_that_is_here_is_refused_and_named() {
        merge(firstLater, "mot").body("fault", equalTo(null));
        assertVisits(10_100);
        merge(both, "hai").body("state", equalTo("failed")).body("fault", containsString("'cong-mot'")).body("fault", containsString("'mot'"));
        assertVisits(10_100);
        assertEquals(40, viewsOf(article));
        given().get("/api/v1/articles/tin-cua-cong-thu-hai").then().statusCode(404);
    }

    @Test
    void a_portal_that_came_with_another_one_adds_only_what_is_new() {
        merge(both, "hai").body("fault", equalTo(null));
        assertVisits(11_100);
        String id = merge(firstLater, "ten-khac").body("fault", equalTo(null)).extract().path("id");
        assertTrue(report(id).contains("\"counters\""), report(id));
        assertVisits(11_100);
        assertEquals(40, viewsOf(article));
        assertEquals(7, viewsOf(laterArticle));
    }

    @Test
    void a_later_export_of_what_was_imported_alone_adds_only_what_is_new() {
        next();
        String id = Exports.upload(first);
        Exports.startImport(id).then().statusCode(202);
        Exports.ended(id, worker).body("fault", equalTo(null));
        ranking.refresh();
        assertVisits(100);
        merge(firstLater, "mot").body("fault", equalTo(null));
        assertVisits(100);
        assertEquals(40, viewsOf(article));
        assertEquals(7, viewsOf(laterArticle));
    }

    @Test
    void what_a_text_says_of_a_number_is_unknown_when_another_document_of_that_number_comes() {
        String text = "Điều 1. Hiệu lực thi hành\n\nThông tư này có hiệu lực thi hành kể từ ngày 01 tháng 5 năm 20%d.";
        next();
        String theirs = Editing.published(LawTexts.content("22/QĐ-BVH", "2018-03-01", "hai", text.formatted(18)));
        List<byte[]> portal = Exports.parts(Exports.begin("full"), worker);
        next();
        String ours = Editing.published(LawTexts.content("22/QĐ-BVH", "2015-03-01", "một", text.formatted(15)));
        Editing.published(LawTexts.content("40/TT-BVH", "2020-03-01", "ba", "Điều 1. Hiệu lực thi hành\n\nThông tư số 22/QĐ-BVH hết hiệu lực "
                + "kể từ ngày 01 tháng 4 năm 2020."));
        given().get("/api/v1/articles/{id}", ours).then().body("force.status", equalTo("ended"));
        merge(portal, "mot").body("fault", equalTo(null));
        given().get("/api/v1/articles/{id}", ours).then().body("force.status", equalTo("unknown"));
        given().get("/api/v1/articles/{id}", theirs).then().body("force.status", equalTo("unknown"));
    }

    @Test
    void another_portal_of_the_same_name_is_another_one() {
        next();
        portal("Tin của cổng thứ ba", 3, 5);
        List<byte[]> third = Exports.parts(Exports.begin("full"), worker);
        next();
        portal("Tin ở đây", 1, 10_000);
        merge(first, "huyen").body("fault", equalTo(null));
        merge(third, "huyen").body("fault", equalTo(null));
        assertVisits(10_105);
    }
}
