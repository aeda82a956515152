package vn.loa.imports.job;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.Pages;

/** Links to items that come later, or that failed and are sent again, become links to their articles. */
@QuarkusTest
class ImportLinksTest {

    private static final Map<String, ?> PUBLISHED = Map.of("publish", true, "sourceName", "lien-ket");

    /** @param link where it leads */
    private static String page(String source, String title, String link) {
        return Jobs.line(Map.of("source", source, "title", title, "address", "http://lk.vn/" + source, "body",
                "<p>Xem <a href=\"" + link + "\">trang kia</a>, <a href=\"https://khac.vn/x\">nơi khác</a>.</p>"));
    }

    private static String body(String article) {
        return given().get("/api/v1/articles/" + article).then().statusCode(200).extract().path("body");
    }

    private static String id(String article) {
        return given().get("/api/v1/articles/" + article).then().statusCode(200).extract().path("id");
    }

    @Test
    void a_page_that_comes_later_is_led_to() {
        Jobs.done(PUBLISHED, page("1", "Trang một", "http://lk.vn/2#dau"), page("5", "Trang năm", "http://lk.vn/2"));
        assertThat(body("trang-mot"), containsString("http://lk.vn/2#dau"));
        Editing.retitled(id("trang-nam"), "Sửa ở đây");
        Jobs.done(PUBLISHED, page("2", "Trang hai", "http://lk.vn/1"));
        assertThat(body("trang-mot"), containsString("/" + id("trang-hai") + "/html#dau"));
        assertThat(body("trang-mot"), containsString("https://khac.vn/x"));
        given().get("/api/v1/articles/trang-mot").then().body("revision", equalTo(2));
        // Sent again it is what it was, and what was changed here stays as it is.
        assertEquals(1, Jobs.done(PUBLISHED, page("1", "Trang một", "http://lk.vn/2#dau")).getInt("items.unchanged"));
        assertThat(body("trang-nam"), containsString("http://lk.vn/2"));
        assertThat(body("trang-mot"), not(containsString("lk.vn")));
    }

    @Test
    void a_page_that_failed_and_is_sent_again_is_led_to() {
        String failing = Jobs.line(Map.of("source", "4", "title", "Trang bốn", "address", "http://lk.vn/4", "tags", "no list", "body", "<p>B.</p>"));
        assertEquals(1, Jobs.done(PUBLISHED, page("3", "Trang ba", "http://lk.vn/4"), failing, page("6", "Trang sáu", "http://lk.vn/4"))
                .getInt("items.failed"));
        Jobs.done(PUBLISHED, page("4", "Trang bốn", "http://lk.vn/3"));
        String fourth = id("trang-bon");
        assertThat(body("trang-ba"), containsString("/" + fourth + "/html"));
        assertThat(body("trang-sau"), containsString("/" + fourth + "/html"));
    }

    @Test
    void an_article_of_which_a_link_was_led_is_taken_back_all_the_same() {
        String job = Jobs.done(PUBLISHED, page("7", "Trang bảy", "http://lk.vn/8")).getString("id");
        Jobs.done(PUBLISHED, page("8", "Trang tám", "http://lk.vn/7"));
        assertThat(body("trang-bay"), containsString("/" + id("trang-tam") + "/html"));
        Pages.asAdmin().queryParam("explanation", "Nhập nhầm.").post(Jobs.JOBS + "/" + job + "/undo").then().statusCode(202);
        assertEquals(1, Jobs.ended(job, "undone").getInt("items.undone"));
        given().get("/api/v1/articles/trang-bay").then().statusCode(410);
    }

    private static void undo(String job) {
        Pages.asAdmin().queryParam("explanation", "Nhập nhầm.").post(Jobs.JOBS + "/" + job + "/undo").then().statusCode(202);
        Jobs.ended(job, "undone");
    }

    @Test
    void links_to_what_an_undo_took_away_lead_where_they_led_before() {
        Jobs.done(PUBLISHED, page("1", "Trang một", "http://lk.vn/2#dau"), page("5", "Trang năm", "http://lk.vn/2"));
        String second = page("2", "Trang hai", "http://lk.vn/1");
        String job = Jobs.done(PUBLISHED, second).getString("id");
        Jobs.done(PUBLISHED, page("3", "Trang ba", "http://lk.vn/2"));
        String gone = id("trang-hai");
        for (String article : new String[] {"trang-mot", "trang-nam", "trang-ba"}) {
            assertThat(body(article), containsString("/" + gone + "/html"));
        }
        Editing.retitled(id("trang-nam"), "Sửa ở đây");
        undo(job);
        given().get("/api/v1/articles/" + gone).then().statusCode(410);
        assertThat(body("trang-mot"), containsString("\"http://lk.vn/2#dau\""));
        assertThat(body("trang-ba"), containsString("\"http://lk.vn/2\""));
        given().get("/api/v1/articles/trang-mot").then().body("revision", equalTo(3));
        // What was changed here stays, and is named.
        assertThat(body("trang-nam"), containsString("/" + gone + "/html"));
        assertEquals("Articles that link to it still: " + id("trang-nam") + ".", Jobs.report(job).get(0).path("undoNote").asText());
        // Sent again, it is led to again, and what was imported is what it was.
        assertEquals(1, Jobs.done(PUBLISHED, second, page("1", "Trang một", "http://lk.vn/2#dau")).getInt("items.unchanged"));
        assertThat(body("trang-mot"), containsString("/" + gone + "/html#dau"));
        assertThat(body("trang-ba"), containsString("/" + gone + "/html"));
    }

    @Test
    void links_of_drafts_to_drafts_that_an_undo_deleted_lead_where_they_led_before() {
        Map<String, ?> drafts = Map.of("sourceName", "lien-ket");
        String first = Jobs.report(Jobs.done(drafts, page("1", "Trang một", "http://lk.vn/2")).getString("id")).get(0).path("article").asText();
        String job = Jobs.done(drafts, page("2", "Trang hai", "http://lk.vn/1")).getString("id");
        assertThat(Editing.draft(first).path("body"), containsString("/html"));
        undo(job);
        assertThat(Editing.draft(first).path("body"), containsString("\"http://lk.vn/2\""));
    }

    @Test
    void a_link_that_is_too_long_to_be_looked_for_later_is_kept_as_it_is() {
        String path = new Random(1).ints(1500, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
        assertEquals(1, Jobs.done(PUBLISHED, page("9", "Trang chín", "http://lk.vn/" + path)).getInt("items.created"));
        assertThat(body("trang-chin"), containsString(path));
    }
}
