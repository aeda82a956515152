package vn.loa.article;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.loa.support.AtOnce;
import vn.loa.support.Editing;

/** Many at once: nothing is lost. */
@QuarkusTest
class EditorsAtOnceTest {

    private static final int EDITORS = 20;
    private static final int ROUNDS = 5;

    /** Each editor adds a tag to the draft that it has read. It reads the draft again after a 412. */
    private static int addTag(String id, String tag) {
        int losses = 0;
        while (true) {
            Response read = Editing.draft(id);
            List<String> tags = new ArrayList<>(read.<List<String>>path("tags"));
            tags.add(tag);
            Response saved = Editing.patch(id, read.header("ETag"),
                    "{\"tags\": " + new com.fasterxml.jackson.databind.ObjectMapper().valueToTree(tags) + "}");
            if (saved.statusCode() == 200) {
                return losses;
            }
            assertEquals(412, saved.statusCode(), saved.asString());
            losses++;
        }
    }

    @Test
    void no_update_of_20_editors_is_lost_and_every_loser_is_told() {
        String id = Editing.created(Editing.news("Tin"));
        List<Integer> losses = AtOnce.call(EDITORS, editor -> addTag(id, "biên tập viên " + editor));
        assertTrue(losses.stream().anyMatch(lost -> lost > 0), "they did not meet");
        Set<String> expected = IntStream.range(0, EDITORS).mapToObj(editor -> "biên tập viên " + editor)
                .collect(Collectors.toSet());
        assertEquals(expected, new HashSet<>(Editing.draft(id).<List<String>>path("tags")));
    }

    @Test
    void of_20_who_save_what_they_read_at_once_one_wins() {
        String id = Editing.created(Editing.news("Tin"));
        for (int round = 0; round < ROUNDS; round++) {
            String etag = Editing.etag(id);
            String prefix = "Vòng " + round + " – ";
            List<Response> answers = AtOnce.call(EDITORS, editor ->
                    Editing.put(id, etag, Editing.news(prefix + editor)));
            List<Response> winners = answers.stream().filter(answer -> answer.statusCode() == 200).toList();
            assertEquals(1, winners.size());
            assertEquals(EDITORS - 1, answers.stream().filter(answer -> answer.statusCode() == 412).count());
            assertEquals(winners.get(0).<String>path("title"), Editing.draft(id).path("title"));
            answers.stream().filter(answer -> answer.statusCode() == 412).forEach(answer ->
                    assertEquals(winners.get(0).header("ETag"), answer.header("ETag")));
        }
    }

    @Test
    void publishing_at_once_makes_one_revision() {
        String id = Editing.created(Editing.news("Tin"));
        for (int round = 1; round <= ROUNDS; round++) {
            List<Response> answers = AtOnce.call(EDITORS, n -> Editing.publish(id));
            assertEquals(1, answers.stream().filter(answer -> answer.statusCode() == 200).count());
            assertEquals(EDITORS - 1, answers.stream().filter(answer -> answer.statusCode() == 409).count());
            assertEquals(round, given().get("/api/v1/articles/{id}", id).<Integer>path("revision"));
            Editing.retitled(id, "Tin " + round);
        }
    }

    @Test
    void edits_publishes_and_plans_at_once_do_not_stand_in_each_others_way() {
        String id = Editing.published(Editing.news("Tin"));
        for (Response answer : AtOnce.call(5 * EDITORS, n -> switch (n % 5) {
            case 0 -> Editing.patch(id, "*", "{\"title\": \"Tin " + n + "\"}");
            case 1 -> Editing.publish(id);
            case 2 -> Editing.withdraw(id, "x");
            case 3 -> Editing.post("/api/v1/schedules", "{\"articleId\": \"" + id
                    + "\", \"action\": \"publish\", \"at\": \"2026-07-16T00:00:00Z\"}");
            default -> Editing.step(id, "discard-draft", "*", Map.of());
        })) {
            assertTrue(Set.of(200, 201, 204, 409, 412).contains(answer.statusCode()), answer.asString());
        }
    }
}
