package vn.loa.imports.legacy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.loa.support.AtOnce;
import vn.loa.support.Editing;
import vn.loa.support.Keys;
import vn.loa.support.Pages;

@QuarkusTest
class OldAddressesTest {

    private static final String ADDRESSES = "/api/v1/old-addresses";
    private static final String TABLE = "/api/v1/old-address-table";
    private static final String MAP = "/api/v1/old-address-map";
    private static final String OLD = "https://trang-cu.vn/tin?id=1&l=vi";

    /** One pixel. */
    private static final byte[] PNG = Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static ValidatableResponse legacy(String url) {
        return given().redirects().follow(false).header("Cache-Control", "no-cache").queryParam("url", url).get("/api/v1/legacy").then();
    }

    /** As a server asks that passes on what it was asked for. */
    private static ValidatableResponse unescaped(String url) {
        return given().redirects().follow(false).urlEncodingEnabled(false).header("Cache-Control", "no-cache").get("/api/v1/legacy?url=" + url)
                .then();
    }

    private static ValidatableResponse record(Object... items) {
        return Pages.asAdmin().contentType("application/json").body(Map.of("items", List.of(items))).post(ADDRESSES).then();
    }

    private static ValidatableResponse recordTable(String... lines) {
        return Pages.asAdmin().contentType("text/csv; charset=UTF-8").body(String.join("\r\n", lines)).post(TABLE).then();
    }

    private static Map<String, String> of(String address, String article) {
        return Map.of("address", address, "article", article);
    }

    private static ValidatableResponse list() {
        return Pages.asAdmin().get(ADDRESSES).then().statusCode(200);
    }

    @Test
    void an_old_address_leads_to_the_page_of_its_article_whatever_its_spelling() {
        String id = Editing.published(Editing.news("Tin một"));
        record(of(OLD, id), of("http://trang-cu.vn/tin-mot.html", "tin-mot")).statusCode(200).body("recorded", equalTo(2), "unchanged", equalTo(0));
        for (String asked : List.of(OLD, "http://www.trang-cu.vn/tin?l=vi&id=1#dau", "https://TRANG-CU.vn/tin-mot.html")) {
            legacy(asked).statusCode(301).header("Location", endsWith("/tin-mot/html")).header("Location", containsString("://"))
                    .header("Link", containsString("rel=\"canonical\"")).header("Cache-Tag", containsString("article-" + id));
        }
        legacy("https://trang-cu.vn/tin?id=2&l=vi").statusCode(404);
        unescaped("https://www.trang-cu.vn/tin?l=vi&id=1").statusCode(301);
        unescaped("https://www.trang-cu.vn/tin?l=vi&id=1&id=2").statusCode(404);
        given().queryParam("url", OLD).queryParam("l", "vi").get("/api/v1/legacy").then().statusCode(400).body("errors.parameter", hasItem("l"));
        Editing.retitled(id, "Tin hai");
        Editing.publish(id);
        legacy(OLD).statusCode(301);
    }

    @Test
    void what_the_public_does_not_read_leads_nowhere() {
        String id = Editing.created(Editing.news("Tin một"));
        record(of(OLD, id)).statusCode(200);
        legacy(OLD).statusCode(404);
        list().body("items[0].leadsTo", nullValue(), "items[0].article", equalTo("tin-mot"));
        Editing.publish(id);
        legacy(OLD).statusCode(301);
        Editing.withdraw(id, "Có sai sót.");
        legacy(OLD).statusCode(301);
        Editing.remove(id, "Đăng nhầm.");
        legacy(OLD).statusCode(410).body("explanation", equalTo("Đăng nhầm."));
    }

    @Test
    void removed_articles_lead_to_the_last_of_those_that_stand_for_them() {
        List<String> ids = IntStream.range(0, 4).mapToObj(n -> Editing.published(Editing.news("Tin " + n))).toList();
        record(of(OLD, ids.get(0))).statusCode(200);
        for (int n = 0; n < 3; n++) {
            Editing.step(ids.get(n), "remove", Map.of("explanation", "Gộp.", "redirectTo", ids.get(n + 1))).then().statusCode(200);
        }
        legacy(OLD).statusCode(301).header("Location", endsWith("/tin-3/html"))
                .header("Cache-Tag", containsString("article-" + ids.get(0))).header("Cache-Tag", containsString("article-" + ids.get(3)));
        Editing.remove(ids.get(3), "Đăng nhầm.");
        legacy(OLD).statusCode(410).body("explanation", equalTo("Gộp."));
    }

    @Test
    void a_category_and_a_file_have_old_addresses_too() {
        Pages.asAdmin().contentType("application/json").body(Map.of("title", "Chuyên mục")).post("/api/v1/categories").then().statusCode(201);
        String file = Pages.asAdmin().contentType("image/png").queryParam("fileName", "hinh.png").body(PNG)
                .post("/api/v1/media").then().statusCode(201).extract().path("id");
        record(Map.of("address", "https://trang-cu.vn/muc/7", "category", "chuyen-muc"),
                Map.of("address", "https://trang-cu.vn/tep/hinh.png", "file", file)).statusCode(200);
        legacy("https://trang-cu.vn/muc/7").statusCode(301).header("Location", endsWith("/chuyen-muc"));
        Pages.asAdmin().queryParam("target", file).get(ADDRESSES).then().body("items", hasSize(1), "page.totalItems", equalTo(1));
        Pages.asAdmin().delete("/api/v1/media/" + file).then().statusCode(204);
        Pages.asAdmin().header("If-Match", "*").delete("/api/v1/categories/chuyen-muc").then().statusCode(204);
        list().body("items", hasSize(0));
    }

    @Test
    void the_address_of_a_file_leads_nowhere_while_the_public_does_not_read_it() {
        String old = "https://trang-cu.vn/tep/hinh.png";
        String file = Pages.asAdmin().contentType("image/png").queryParam("fileName", "hinh.png").body(PNG)
                .post("/api/v1/media").then().statusCode(201).extract().path("id");
        record(Map.of("address", old, "file", file)).statusCode(200);
        assertLeadsNowhere(old);
        String draft = Editing.created(Editing.news("Bản nháp").put("body", "<p>Nháp.</p>").set("attachments",
                Editing.object("{\"a\": [{\"id\": \"" + file + "\"}]}").get("a")));
        assertLeadsNowhere(old);
        Editing.publish(draft);
        String page = "/api/v1/media/" + file;
        legacy(old).statusCode(301).header("Location", endsWith(page));
        list().body("items[0].leadsTo", endsWith(page));
        for (String server : List.of("nginx", "apache")) {
            assertTrue(map(server).contains(page));
        }
        Editing.remove(draft, "Đăng nhầm.");
        assertLeadsNowhere(old);
        String picture = Editing.published(Editing.news("Có ảnh").set("picture", Editing.object("{\"mediaId\": \"" + file + "\", \"alternativeText\": \"Hình\"}")));
        legacy(old).statusCode(301).header("Location", endsWith(page));
        Editing.remove(picture, "Đăng nhầm.");
        assertLeadsNowhere(old);
    }

    private static void assertLeadsNowhere(String old) {
        legacy(old).statusCode(404);
        list().body("items[0].leadsTo", nullValue(), "items[0].file", notNullValue());
        for (String server : List.of("nginx", "apache")) {
            assertEquals("", map(server));
        }
    }

    @Test
    void a_list_may_be_sent_again_and_an_address_leads_to_one_thing() {
        String one = Editing.published(Editing.news("Tin một"));
        String two = Editing.published(Editing.news("Tin hai"));
        recordTable("address,article", OLD + "," + one, "http://trang-cu.vn/a,tin-mot").statusCode(200).body("recorded", equalTo(2));
        recordTable("article,address", "tin-mot,https://www.trang-cu.vn/tin?l=vi&id=1", one + ",http://trang-cu.vn/b").statusCode(200)
                .body("recorded", equalTo(1), "unchanged", equalTo(1));
        record(of("http://trang-cu.vn/c", two), of(OLD, two)).statusCode(422).body("errors.pointer", hasItem("/items/1/address"),
                "errors.code", hasItem("in-use"));
        legacy("http://trang-cu.vn/c").statusCode(404);
        String id = list().extract().path("items.find { it.address == '" + OLD + "' }.id");
        Pages.asAdmin().delete(ADDRESSES + "/" + id).then().statusCode(204);
        Pages.asAdmin().delete(ADDRESSES + "/" + id).then().statusCode(404);
        legacy(OLD).statusCode(404);
        record(of(OLD, two)).statusCode(200);
    }

    @Test
    void everything_that_is_wrong_is_named_and_nothing_is_recorded() {
        String id = Editing.published(Editing.news("Tin một"));
        String page = list().extract().path("items[0].leadsTo");
        assertEquals(null, page);
        record(of(OLD, id)).statusCode(200);
        page = list().extract().path("items[0].leadsTo");
        record(of("tin", id), Map.of("article", id), of(OLD, "khong-co"), Map.of("address", OLD), of(page, id),
                Map.of("address", "http://trang-cu.vn/a", "article", id, "category", "x"), of("http://trang-cu.vn/b", id)).statusCode(422)
                .body("errors.pointer", equalTo(List.of("/items/2/article", "/items/3", "/items/5", "/items/0/address", "/items/1/address",
                        "/items/4/address")))
                .body("errors.find { it.pointer == '/items/4/address' }.code", equalTo("contradiction"));
        legacy("http://trang-cu.vn/b").statusCode(404);
        record().statusCode(422);
        record(Map.of("address", OLD, "articles", id)).statusCode(400).body("errors.pointer", hasItem("/items/0/articles"));
        recordTable("address", "").statusCode(400);
        recordTable("adress,article", OLD + "," + id).statusCode(400);
        recordTable("address,article", OLD + "," + id + ",x").statusCode(400).body("detail", containsString("line 2"));
        recordTable("address,article", "\"" + OLD).statusCode(400);
        recordTable("address,article\n" + ("http://trang-cu.vn/b," + id + "\n").repeat(20_001)).statusCode(422);
        legacy("tin").statusCode(400).body("errors.parameter", hasItem("url"));
        given().get("/api/v1/legacy").then().statusCode(400);
        Pages.asAdmin().get(MAP).then().statusCode(400);
        Pages.asAdmin().queryParam("server", "varnish").get(MAP).then().statusCode(400);
    }

    @Test
    void only_publishers_see_and_change_them() {
        assertEquals(401, given().get(ADDRESSES).statusCode());
        assertEquals(403, Keys.as("editor").get(ADDRESSES).statusCode());
        assertEquals(403, Keys.as("editor").get(TABLE).statusCode());
        assertEquals(200, Keys.as("publisher").get(ADDRESSES).statusCode());
        assertEquals(403, Keys.as("editor").delete(ADDRESSES + "/" + UUID.randomUUID()).statusCode());
    }

    @Test
    void maps_have_what_is_public_as_it_was_recorded() {
        String id = Editing.published(Editing.news("Tin một"));
        String draft = Editing.created(Editing.news("Tin hai"));
        record(of(OLD, id), of("https://trang-cu.vn/TIN.html", id), of("https://trang-cu.vn/tin.html", id), of("https://trang-cu.vn/x", draft));
        String page = list().extract().path("items.find { it.address == '" + OLD + "' }.leadsTo");
        assertEquals("\"trang-cu.vn/tin?id=1&l=vi\" \"" + page + "\";\n\"www.trang-cu.vn/tin?id=1&l=vi\" \"" + page + "\";\n", map("nginx"));
        assertTrue(map("apache").startsWith("trang-cu.vn/tin?id=1&l=vi " + page + "\nwww.trang-cu.vn/tin?id=1&l=vi " + page + "\n"));
        assertTrue(map("apache").contains("\nwww.trang-cu.vn/TIN.html "));
        String table = Pages.asAdmin().get(TABLE).then().statusCode(200).extract().asString();
        assertTrue(table.contains("https://trang-cu.vn/x,tin-hai,,"));
        Pages.asAdmin().get(ADDRESSES).then().body("items.id.size()", equalTo(4));
        recordTable(table).statusCode(200).body("unchanged", equalTo(4));
    }

    private static String map(String server) {
        return Pages.asAdmin().queryParam("server", server).get(MAP).then().statusCode(200).header("Link", nullValue()).extract().asString();
    }

    @Test
    void a_large_table_is_recorded_and_mapped_in_parts() {
        String id = Editing.published(Editing.news("Tin một"));
        recordTable("address,article", IntStream.range(0, 12_000).mapToObj(n -> "http://trang-cu.vn/" + n + "," + id)
                .collect(Collectors.joining("\n"))).statusCode(200).body("recorded", equalTo(12_000));
        Response first = Pages.asAdmin().queryParam("server", "nginx").get(MAP);
        assertEquals(20_000, first.asString().lines().count());
        String next = first.header("Link").replaceAll("<(.*)>.*", "$1");
        Response second = Pages.asAdmin().urlEncodingEnabled(false).get(next);
        second.then().header("Link", nullValue());
        assertEquals(4_000, second.asString().lines().count());
        legacy("http://www.trang-cu.vn/11999").statusCode(301);
    }

    @Test
    void two_who_record_the_same_at_once_do_not_fail() {
        String id = Editing.published(Editing.news("Tin một"));
        List<Response> answers = AtOnce.call(6, n -> recordTable("address,article", IntStream.range(0, 50)
                .mapToObj(m -> "http://trang-cu.vn/" + (n % 2 == 0 ? m : 49 - m) + "," + id).collect(Collectors.joining("\n"))).extract().response());
        answers.forEach(answer -> answer.then().statusCode(200));
        assertEquals(50, answers.stream().mapToInt(answer -> answer.path("recorded")).sum());
        assertEquals(List.of(50), Arrays.asList((Integer) list().extract().path("page.totalItems")));
        list().body("items.address", not(hasItem(OLD)));
    }
}
