package vn.loa.interference;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.support.AtOnce;
import vn.loa.support.Editing;

/** While the largest answers that there are are made. */
@QuarkusTest
class LargeAnswersTest {

    private static final Duration BOUND = Duration.ofSeconds(8);
    private static final int CALLERS = 12;

    private static ObjectNode directive(int number) {
        ObjectNode content = Editing.directive("Chỉ thị " + number, number + "-CT/TU");
        ArrayNode sections = content.putArray("sections");
        for (int i = 1; i <= 120; i++) {
            sections.addObject().put("number", String.valueOf(i)).putArray("paragraphs").addObject()
                    .put("text", "Theo Quyết định số 99/2020/QĐ-TTg, " + "thực hiện nhiệm vụ được giao ".repeat(80) + i + ".");
        }
        return content;
    }

    /** The densest text that is accepted: each citation takes many times its own words. */
    private static ObjectNode citing(int number) {
        ObjectNode content = Editing.directive("Quyết định " + number, number + "/2023/QĐ-UBND");
        ArrayNode sections = content.putArray("sections");
        for (int i = 1; i <= 60; i++) {
            sections.addObject().put("number", String.valueOf(i)).putArray("paragraphs").addObject()
                    .put("text", "theo Chỉ thị số 19-CT/TU về việc a ".repeat(100));
        }
        return content;
    }

    @Test
    void others_are_served_while_texts_full_of_citations_are_saved_and_each_save_is_whole_or_refused() throws Exception {
        try (Bystanders others = Bystanders.at(RestAssured.port)) {
            others.during(() -> {
                List<Response> saves = AtOnce.call(4, n -> Editing.create(citing(n + 1)));
                for (Response save : saves) {
                    assertTrue(save.statusCode() == 201 || save.statusCode() == 503, save.statusLine());
                    if (save.statusCode() == 201) {
                        assertEquals(6_000 + 1, save.jsonPath().getList("citations").size());
                    }
                }
                assertTrue(saves.stream().anyMatch(save -> save.statusCode() == 201));
            }).assertServed(BOUND);
        }
    }

    @Test
    void others_read_visit_and_publish_and_every_large_answer_comes_whole_or_is_refused() throws Exception {
        for (int n = 1; n <= 8; n++) {
            Editing.published(directive(n));
        }
        try (Bystanders others = Bystanders.at(RestAssured.port)) {
            others.during(() -> {
                List<Integer> answers = AtOnce.call(CALLERS, n -> given().header("Cache-Control", "no-cache")
                        .queryParam("include", "sections,citations").queryParam("fields", "title,body,sections,citations")
                        .queryParam("size", 100).get("/api/v1/articles").statusCode());
                assertTrue(answers.stream().allMatch(status -> status == 200 || status == 503), answers.toString());
                assertTrue(answers.contains(200), answers.toString());
            }).assertServed(BOUND);
        }
    }
}
