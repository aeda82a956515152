package vn.loa.imports.legacy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.loa.cache.PublicCache;
import vn.loa.support.Editing;
import vn.loa.support.Pages;

/** Old addresses that lead to each other, and chains of removed articles. */
@QuarkusTest
class OldAddressCirclesTest {

    private static final String OLD = "https://trang-cu.vn/tin?id=1";

    @Inject
    DataSource database;
    @Inject
    PublicCache cache;

    private static ValidatableResponse legacy(String url) {
        return given().redirects().follow(false).header("Cache-Control", "no-cache").queryParam("url", url).get("/api/v1/legacy").then();
    }

    private static Map<String, String> of(String address, String article) {
        return Map.of("address", address, "article", article);
    }

    private static ValidatableResponse record(Object... items) {
        return Pages.asAdmin().contentType("application/json").body(Map.of("items", List.of(items))).post("/api/v1/old-addresses").then();
    }

    /** Where the public reads an article, as Loa says it. */
    private static String page(String article) {
        String id = "http://trang-cu.vn/page/" + article;
        record(of(id, article)).statusCode(200);
        return legacy(id).statusCode(301).extract().header("Location");
    }

    @Test
    void addresses_that_would_lead_to_each_other_are_refused() {
        List<String> ids = IntStream.range(0, 3).mapToObj(n -> Editing.published(Editing.news("Tin " + n))).toList();
        List<String> pages = ids.stream().map(OldAddressCirclesTest::page).toList();
        record(of(pages.get(0), ids.get(0))).statusCode(422).body("errors.code", contains("contradiction"));
        // All at once, and one after the other.
        record(of(pages.get(0), ids.get(1)), of(pages.get(1), ids.get(2)), of(pages.get(2), ids.get(0))).statusCode(422)
                .body("errors.pointer", contains("/items/0/address", "/items/1/address", "/items/2/address"));
        record(of(pages.get(0), ids.get(1))).statusCode(200);
        record(of(pages.get(1), ids.get(2))).statusCode(200);
        record(of(pages.get(2), ids.get(0))).statusCode(422).body("errors.pointer", contains("/items/0/address"))
                .body("errors[0].message", containsString("by way of"));
        legacy(pages.get(2)).statusCode(404);
        // A chain ends where something is read.
        legacy(pages.get(0)).statusCode(301).header("Location", equalTo(pages.get(1)));
    }

    @Test
    void an_address_that_became_its_own_page_leads_nowhere() {
        String id = Editing.published(Editing.news("Tin một"));
        String page = page(id).replace("tin-mot", "tin-hai");
        record(of(page, id)).statusCode(200);
        legacy(page).statusCode(301);
        Editing.patch(id, "*", Editing.object("{\"slug\": \"tin-hai\"}")).then().statusCode(200);
        Editing.publish(id).then().statusCode(200);
        legacy(page).statusCode(404);
        String map = Pages.asAdmin().queryParam("server", "nginx").get("/api/v1/old-address-map").then().statusCode(200).extract().asString();
        assertTrue(map.lines().noneMatch(line -> line.startsWith("\"" + page.replaceFirst("https?://", "") + "\"")), map);
        assertEquals(2, map.lines().count(), map);
    }

    @Test
    void a_chain_of_removed_articles_is_followed_twenty_times() {
        List<String> ids = IntStream.range(0, 24).mapToObj(n -> Editing.published(Editing.news("Tin " + n))).toList();
        record(of(OLD, ids.get(0)), of(OLD + "&x=4", ids.get(4))).statusCode(200);
        for (int n = 0; n < ids.size() - 1; n++) {
            Editing.step(ids.get(n), "remove", Map.of("explanation", "Gộp " + n + ".", "redirectTo", ids.get(n + 1))).then().statusCode(200);
        }
        legacy(OLD + "&x=4").statusCode(301).header("Location", endsWith("/tin-23/html"));
        legacy(OLD).statusCode(410).body("explanation", equalTo("Gộp 0."));
    }

    @Test
    void removed_articles_that_lead_to_each_other_end_the_way() throws SQLException {
        String one = Editing.published(Editing.news("Tin một"));
        String two = Editing.published(Editing.news("Tin hai"));
        record(of(OLD, one)).statusCode(200);
        Editing.step(one, "remove", Map.of("explanation", "Gộp.", "redirectTo", two)).then().statusCode(200);
        // Nobody is sent to what is removed already.
        Editing.step(two, "remove", Map.of("explanation", "Gộp.", "redirectTo", one)).then().statusCode(422);
        Editing.remove(two, "Gộp.").then().statusCode(200);
        // Two portals that are merged may have removed them in different ways.
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("update article set redirect_to = '" + one + "' where id = '" + two + "'");
        }
        cache.invalidate();
        legacy(OLD).statusCode(410).body("explanation", equalTo("Gộp."));
    }
}
