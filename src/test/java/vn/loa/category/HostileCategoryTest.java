package vn.loa.category;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.loa.support.Pages;

/** Whatever is sent is answered with a clear problem, and changes nothing. */
@QuarkusTest
class HostileCategoryTest {

    private static final List<String> WRONG = List.of("null", "[]", "\"x\"", "1", "{", "{\"title\": null}", "{\"title\": \"\"}",
            "{\"title\": \"\\u200b \\u00a0\"}", "{\"title\": 1}", "{\"title\": [\"x\"]}", "{\"title\": \"" + "x".repeat(201) + "\"}",
            "{\"title\": \"x\", \"slug\": \"\"}", "{\"title\": \"x\", \"slug\": \"A\"}", "{\"title\": \"x\", \"slug\": \"a--b\"}",
            "{\"title\": \"x\", \"slug\": \"" + "a".repeat(121) + "\"}",
            "{\"title\": \"x\", \"slug\": \"01a206d2-563a-7000-8000-0000000000c1\"}", "{\"title\": \"x\", \"slug\": 1}",
            "{\"title\": \"x\", \"order\": 1000001}", "{\"title\": \"x\", \"order\": -1000001}", "{\"title\": \"x\", \"order\": 1.5}",
            "{\"title\": \"x\", \"order\": \"1\"}", "{\"title\": \"x\", \"order\": 99999999999}", "{\"title\": \"x\", \"order\": 1e400}",
            "{\"title\": \"x\", \"parent\": \"chua-co\"}", "{\"title\": \"x\", \"parent\": \"\"}", "{\"title\": \"x\", \"parent\": \"a\\u0000\"}",
            "{\"title\": \"x\", \"parent\": {\"slug\": \"tin\"}}", "{\"title\": \"x\", \"colour\": \"red\"}");

    @Test
    void wrong_bodies_are_refused_and_change_nothing() {
        Tree.created("Tin");
        String before = Tree.all().toString();
        for (String body : WRONG) {
            for (Response answer : List.of(Tree.create(body), Tree.change("tin", body))) {
                assertTrue(answer.statusCode() == 400 || answer.statusCode() == 422, body + " " + answer.asString());
            }
        }
        assertEquals(before, Tree.all().toString());
    }

    @Test
    void all_wrong_fields_are_named_at_once() {
        Tree.create("{\"title\": \"\", \"slug\": \"A\", \"order\": 1000001}").then().statusCode(422)
                .body("errors.pointer", hasItems("/title", "/slug", "/order"));
    }

    @Test
    void odd_addresses_are_not_found() {
        for (String odd : List.of("..%2f..", "%00", "a%2Fb", "%ff", "A", "-", "a--b", "%E2%80%AE", "x".repeat(3000))) {
            int status = Pages.asAdmin().urlEncodingEnabled(false).get(Tree.CATEGORIES + "/" + odd).statusCode();
            assertTrue(status == 404 || status == 400 || status == 414, odd + " " + status);
        }
        for (String odd : List.of("", "%00", "%ff", "a,b", "%E2%80%AE")) {
            Response found = Pages.asAdmin().urlEncodingEnabled(false).get(Tree.CATEGORIES + "?parent=" + odd);
            assertTrue(found.statusCode() == 400 || found.<Integer>path("page.totalItems") == 0, odd + " " + found.asString());
            int status = Pages.asAdmin().urlEncodingEnabled(false).header("If-Match", "*")
                    .delete(Tree.CATEGORIES + "/tin?moveArticlesTo=" + odd).statusCode();
            assertTrue(status == 404 || status == 400, odd + " " + status);
        }
    }

    @Test
    void markup_in_a_title_stays_text() {
        String title = "<script>alert(1)</script> & \"ngoặc\" \\ ﷽";
        Tree.create(Map.of("title", title)).then().statusCode(201).body("title", equalTo(title));
        Tree.get(Tree.slugs().get(0)).then().body("path[0].title", equalTo(title));
    }
}
