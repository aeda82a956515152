package vn.loa.article;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.Pages;

/** Names in addresses. */
@QuarkusTest
class ArticleSlugTest {

    private static final String ARTICLE = "/api/v1/articles/{article}";

    private static void rename(String id, String slug) {
        Editing.patch(id, "*", "{\"slug\": \"" + slug + "\"}").then().statusCode(200);
    }

    @Test
    void a_former_name_leads_to_the_present_one_for_ever() {
        String id = Editing.published(Editing.news("Một"));
        for (String name : List.of("hai", "ba")) {
            rename(id, name);
            Editing.publish(id).then().statusCode(200).body("slug", equalTo(name));
        }
        for (String former : List.of("mot", "hai")) {
            given().redirects().follow(false).get(ARTICLE, former).then().statusCode(301)
                    .header("Location", endsWith("/articles/ba"));
        }
        given().redirects().follow(false).get("/api/v1/articles/mot?include=sections&at=2026-07-15").then()
                .header("Location", endsWith("/articles/ba?include=sections&at=2026-07-15"))
                .header("Cache-Control", startsWith("public, "));
        // The redirect to the present slug comes first, whatever the state of the article was at that time.
        given().redirects().follow(false).get("/api/v1/articles/mot?at=2000-01-01").then().statusCode(301);
        given().get("/api/v1/articles/ba?at=2000-01-01").then().statusCode(404);
        given().get(ARTICLE, "ba").then().statusCode(200).body("id", equalTo(id));
        // The article can take its own former slug again.
        rename(id, "mot");
        Editing.publish(id).then().statusCode(200);
        given().get(ARTICLE, "mot").then().statusCode(200);
        given().redirects().follow(false).get(ARTICLE, "ba").then().statusCode(301);
    }

    @Test
    void a_name_once_public_never_names_another_article() {
        String id = Editing.published(Editing.news("Một"));
        rename(id, "hai");
        Editing.publish(id).then().statusCode(200);
        Editing.remove(id, "x").then().statusCode(200);
        for (String taken : List.of("mot", "hai")) {
            Editing.create(Editing.news("Tin").put("slug", taken)).then().statusCode(422)
                    .body("errors.pointer", contains("/slug")).body("errors.code", contains("taken"));
        }
        Editing.create(Editing.news("Một")).then().statusCode(201).body("slug", equalTo("mot-2"));
        Editing.create(Editing.news("Hai")).then().statusCode(201).body("slug", equalTo("hai-2"));
    }

    @Test
    void a_name_that_was_never_public_is_free_again() {
        String draft = Editing.created(Editing.news("Một"));
        rename(draft, "hai");
        Editing.create(Editing.news("Tin").put("slug", "mot")).then().statusCode(201);
        String id = Editing.published(Editing.news("Ba"));
        rename(id, "bon");
        Editing.create(Editing.news("Tin").put("slug", "bon")).then().statusCode(422);
        Editing.step(id, "discard-draft", "*", Map.of()).then().statusCode(204);
        Editing.create(Editing.news("Tin").put("slug", "bon")).then().statusCode(201);
        Pages.asAdmin().header("If-Match", "*").delete(Editing.DRAFT, draft).then().statusCode(204);
        Editing.create(Editing.news("Tin").put("slug", "hai")).then().statusCode(201);
    }

    @Test
    void a_name_that_a_draft_asks_for_is_not_shown_before_it_is_published() {
        String id = Editing.published(Editing.news("Một"));
        rename(id, "hai");
        given().get(ARTICLE, "hai").then().statusCode(404);
        given().get(ARTICLE, "mot").then().statusCode(200).body("slug", equalTo("mot"));
        Editing.draft(id).then().body("slug", equalTo("hai"));
    }

    @Test
    void many_who_want_the_same_name_at_once_get_different_ones() throws Exception {
        ExecutorService editors = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> made = new ArrayList<>();
            for (int n = 0; n < 24; n++) {
                made.add(editors.submit(() -> Editing.create(Editing.news("Cùng tên")).then().statusCode(201)
                        .extract().path("slug")));
            }
            List<String> slugs = new ArrayList<>();
            for (Future<String> slug : made) {
                slugs.add(slug.get());
            }
            assertEquals(24, new HashSet<>(slugs).size(), slugs.toString());
        } finally {
            editors.shutdown();
        }
    }
}
