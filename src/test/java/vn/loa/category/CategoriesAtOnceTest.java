package vn.loa.category;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.loa.support.AtOnce;
import vn.loa.support.Editing;

/** Several editors at once: no cycle comes to be, no name is given twice, no text loses its category. */
@QuarkusTest
class CategoriesAtOnceTest {

    private static final int EDITORS = 8;

    @Test
    void two_who_move_categories_below_each_other_make_no_cycle() {
        for (int round = 0; round < 10; round++) {
            String a = Tree.created("A" + round);
            String b = Tree.created("B" + round);
            List<Response> answers = AtOnce.call(2, n -> n == 0 ? Tree.move(a, b) : Tree.move(b, a));
            assertEquals(Set.of(200, 422), answers.stream().map(Response::statusCode).collect(Collectors.toSet()));
            assertTrue(Tree.slugs().containsAll(List.of(a, b)));
        }
    }

    @Test
    void moves_in_a_ring_leave_a_tree() {
        List<String> ring = IntStream.range(0, EDITORS).mapToObj(n -> Tree.created("Vòng " + n)).toList();
        AtOnce.call(EDITORS, n -> Tree.move(ring.get(n), ring.get((n + 1) % EDITORS)))
                .forEach(answer -> assertTrue(Set.of(200, 422).contains(answer.statusCode()), answer.asString()));
        List<Map<String, Object>> all = Tree.all();
        assertEquals(new HashSet<>(ring), all.stream().map(each -> each.get("slug")).collect(Collectors.toSet()));
        assertEquals(1, all.get(0).get("depth"));
    }

    @Test
    void of_those_who_change_what_they_read_at_once_one_wins() {
        String slug = Tree.created("Tin");
        String read = Tree.get(slug).header("ETag");
        List<Response> answers = AtOnce.call(EDITORS, n -> Tree.change(slug, read, Map.of("title", "Tin " + n)));
        assertEquals(1, answers.stream().filter(answer -> answer.statusCode() == 200).count());
        assertEquals(EDITORS - 1, answers.stream().filter(answer -> answer.statusCode() == 412).count());
    }

    @Test
    void categories_of_one_title_get_slugs_of_their_own() {
        List<String> slugs = AtOnce.call(EDITORS, n -> Tree.created("Tin tức"));
        assertEquals(EDITORS, new HashSet<>(slugs).size());
    }

    @Test
    void a_text_is_stored_in_a_category_or_the_category_is_deleted() {
        for (int round = 0; round < 10; round++) {
            String slug = Tree.created("Vòng " + round);
            List<Response> answers = AtOnce.call(2, n -> n == 0 ? Tree.delete(slug)
                    : Editing.create(Editing.news("Tin").put("category", slug)));
            int deleted = answers.get(0).statusCode();
            int stored = answers.get(1).statusCode();
            assertTrue(deleted == 409 && stored == 201 || deleted == 204 && (stored == 422 || stored == 409), deleted + " " + stored);
            if (stored == 201) {
                assertEquals(slug, Editing.draft(answers.get(1).path("id")).path("category"));
            }
        }
    }

    @Test
    void publishes_and_changes_of_the_tree_do_not_stand_in_each_others_way() {
        String a = Tree.created("A");
        String b = Tree.created("B");
        List<Response> answers = AtOnce.call(24, n -> switch (n % 4) {
            case 0 -> Tree.change(a, Map.of("title", "A " + n));
            case 1 -> Tree.move(b, n % 8 == 1 ? a : null);
            case 2 -> Tree.change(b, Map.of("slug", "b-" + n));
            default -> {
                String id = Editing.created(Editing.news("Tin " + n).put("category", n % 8 == 3 ? a : b));
                yield Editing.publish(id);
            }
        });
        answers.forEach(answer -> assertEquals(200, answer.statusCode(), answer.asString()));
        Tree.move("b", a).then().statusCode(200);
        assertEquals(6, given().header("Cache-Control", "no-cache").get(Tree.CATEGORY, a).<Integer>path("articles"));
    }
}
