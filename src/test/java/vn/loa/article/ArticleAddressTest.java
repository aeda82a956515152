package vn.loa.article;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.loa.support.Editing;
import vn.loa.support.OpenApiContract;
import vn.loa.support.Pages;
import vn.loa.support.PlainHttp;
import vn.loa.support.Statements;
import vn.loa.support.TestDatabase;

/** An article's address has its id or a slug. The operations are the contract's, so that none can be forgotten. */
@QuarkusTest
class ArticleAddressTest {

    private static final String BELOW = "/api/v1/articles/{article}";

    /** The templates of what can be read of an article. Without the address of one event: of these articles, no text says any. */
    private static List<String> reading() {
        return OpenApiContract.load().operations().filter(operation -> operation.path().startsWith(BELOW)
                && operation.method().equals("get") && !operation.path().endsWith("/{id}")).map(OpenApiContract.Operation::path).toList();
    }

    /** The words that stand in the paths of articles. */
    private static Set<String> fixedWords() {
        Set<String> words = new TreeSet<>(List.of("api", "v1", "by-slug", "most-read", "articles", "openapi"));
        OpenApiContract.load().operations().filter(operation -> operation.path().startsWith(BELOW))
                .flatMap(operation -> Arrays.stream(operation.path().substring(BELOW.length()).split("/")))
                .filter(word -> !word.isEmpty() && !word.startsWith("{")).forEach(words::add);
        return words;
    }

    private static String filled(String template, String article) {
        return template.replace("{article}", article).replace("{eId}", "sec_1").replace("{number}", "1")
                .replace("{other}", "2");
    }

    /** Published twice under this slug. */
    private static String published(String slug, int number) {
        String id = Editing.published(Editing.directive("Chỉ thị " + slug, number + "-CT/TU").put("slug", slug));
        Editing.retitled(id, "Chỉ thị mới " + slug);
        Editing.publish(id).then().statusCode(200);
        return id;
    }

    private static RequestSpecification editor() {
        return Pages.asAdmin().redirects().follow(false).urlEncodingEnabled(false);
    }

    private static HttpResponse<String> read(String path) {
        return PlainHttp.send("GET", path, "", "Authorization", "Bearer " + TestDatabase.ADMIN_KEY);
    }

    private static String said(HttpResponse<String> answer) {
        // Not how long it may be kept: that differs while the instance asks when the next change is planned.
        return answer.statusCode() + "\n" + answer.headers().allValues("Cache-Tag") + "\n" + answer.body();
    }

    @Test
    void every_word_of_the_paths_is_an_ordinary_slug() {
        Set<String> words = fixedWords();
        assertTrue(words.containsAll(Set.of("toc", "draft", "sections", "publish", "views", "history")), words.toString());
        List<Executable> checks = new ArrayList<>();
        int number = 1;
        for (String word : words) {
            String id = published(word, number++);
            for (String template : reading()) {
                checks.add(() -> {
                    HttpResponse<String> bySlug = read(filled(template, word));
                    assertEquals(200, bySlug.statusCode(), template + " of " + word + " " + bySlug.body());
                    assertEquals(said(read(filled(template, id))), said(bySlug), template + " of " + word);
                });
            }
        }
        assertAll(checks);
    }

    @Test
    void reading_by_a_former_slug_leads_to_the_same_under_the_present_one() {
        String id = published("cu", 1);
        Editing.patch(id, "*", "{\"slug\": \"moi\"}").then().statusCode(200);
        Editing.publish(id).then().statusCode(200);
        assertAll(reading().stream().flatMap(template -> List.of("GET", "HEAD").stream().map(method -> () -> {
            String query = template.endsWith("/sections") ? "?level=1&fields=eId" : "";
            editor().request(method, filled(template, "cu") + query).then().statusCode(301)
                    .header("Location", equalTo(filled(template, "moi") + query));
            editor().get(filled(template, "moi") + query).then().statusCode(200);
        })));
        editor().get("/api/v1/articles/cu/sections/art_5__para_2__point_%C4%91").then().statusCode(301)
                .header("Location", equalTo("/api/v1/articles/moi/sections/art_5__para_2__point_%C4%91"));
    }

    @Test
    void changes_by_a_former_slug_change_the_article() {
        String id = published("cu", 1);
        Editing.patch("cu", "*", "{\"slug\": \"moi\"}").then().statusCode(200);
        Editing.publish("cu").then().statusCode(200).body("slug", equalTo("moi")).body("id", equalTo(id));
        ObjectNode content = Editing.directive("Khác", "1-CT/TU");
        Editing.put("cu", "*", content).then().statusCode(200).body("id", equalTo(id)).body("slug", equalTo("moi"));
        Editing.step("cu", "discard-draft", "*", Map.of()).then().statusCode(204);
        Editing.put("cu", "*", content).then().statusCode(200);
        Pages.asAdmin().header("If-Match", "*").delete(Editing.DRAFT, "cu").then().statusCode(204);
        Editing.step("cu", "restore", "*", Map.of("revision", 1)).then().statusCode(200);
        Editing.publish("cu").then().statusCode(200).body("title", equalTo("Chỉ thị cu"));
        for (String counted : List.of("base", "history/2026-07-01")) {
            Pages.asAdmin().contentType("application/json").body("{\"views\": 5}").put("/api/v1/articles/cu/views/" + counted)
                    .then().statusCode(204);
        }
        given().get("/api/v1/articles/{article}/views", id).then().body("views", equalTo(10));
        Editing.withdraw("cu", "Hết hiệu lực.").then().statusCode(200);
        Editing.remove("cu", "Đăng nhầm.").then().statusCode(200);
        given().get("/api/v1/articles/moi").then().statusCode(410);
        given().get("/api/v1/articles/cu/toc").then().statusCode(410);
    }

    @Test
    void editors_find_a_draft_by_the_slug_that_it_has_or_asks_for() {
        String draft = Editing.created(Editing.news("Bí mật"));
        Editing.draft("bi-mat").then().statusCode(200).body("id", equalTo(draft));
        String id = Editing.published(Editing.news("Một"));
        Editing.patch(id, "*", "{\"slug\": \"hai\"}").then().statusCode(200);
        for (String slug : List.of("mot", "hai")) {
            Editing.draft(slug).then().statusCode(200).body("id", equalTo(id)).body("slug", equalTo("hai"));
        }
        for (String slug : List.of("bi-mat", "hai", "khong-co")) {
            given().get("/api/v1/articles/{article}", slug).then().statusCode(404);
        }
        Editing.draft("khong-co").then().statusCode(404);
        Editing.publish("Khong_Co").then().statusCode(404);
    }

    @Test
    void a_slug_costs_readers_no_further_statement() {
        String id = published("chi-thi", 1);
        for (String template : reading()) {
            // Each is read once first, so that everything is warm but the answers, which are not cached.
            editor().get(filled(template, id)).then().statusCode(200);
        }
        for (String template : List.of(BELOW, BELOW + "/sections", BELOW + "/toc", BELOW + "/revisions/1", BELOW + "/citations")) {
            assertEquals(statements(filled(template, id)), statements(filled(template, "chi-thi")), template);
        }
    }

    private static long statements(String path) {
        return Statements.during(() -> given().header("Cache-Control", "no-cache").get(path).then().statusCode(200));
    }

    @Test
    void a_slug_never_has_the_form_of_an_id() {
        String form = "01a206d2-563a-7e8e-8a6a-736bf594a420";
        Editing.create(Editing.news("Tin").put("slug", form)).then().statusCode(422)
                .body("errors.pointer", contains("/slug")).body("errors.code", contains("pattern"));
        String id = Editing.created(Editing.news("Tin"));
        Editing.patch(id, "*", "{\"slug\": \"" + form + "\"}").then().statusCode(422);
        Editing.create(Editing.news(form)).then().statusCode(201).body("slug", equalTo("bai-viet-" + form));
    }
}
