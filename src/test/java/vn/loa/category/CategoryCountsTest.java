package vn.loa.category;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;

/** Random steps of editors, against a model of the tree: each category counts and lists what stands in it and below it. */
@QuarkusTest
class CategoryCountsTest {

    private static final int STEPS = Integer.getInteger("category.steps", 60);

    /** The parent of each category that is there. */
    private final Map<String, String> parents = new LinkedHashMap<>();
    /** The category of each public article; null for none. */
    private final Map<String, String> articles = new LinkedHashMap<>();
    private Random random;
    private int names;

    private String anyCategory() {
        List<String> all = new ArrayList<>(parents.keySet());
        return all.isEmpty() || random.nextInt(8) == 0 ? null : all.get(random.nextInt(all.size()));
    }

    private String anyArticle() {
        return List.copyOf(articles.keySet()).get(random.nextInt(articles.size()));
    }

    private boolean isInside(String category, String other) {
        for (String above = category; above != null; above = parents.get(above)) {
            if (above.equals(other)) {
                return true;
            }
        }
        return false;
    }

    private int depth(String category) {
        return category == null ? 0 : 1 + depth(parents.get(category));
    }

    private int height(String category) {
        return parents.keySet().stream().filter(each -> isInside(each, category)).mapToInt(this::depth).max().orElseThrow()
                - depth(category) + 1;
    }

    private void step() {
        String category = anyCategory();
        String other = anyCategory();
        switch (articles.isEmpty() || category == null ? random.nextInt(2) : random.nextInt(7)) {
            case 0 -> {
                if (depth(other) < 8) {
                    parents.put(Tree.created("Mục " + names++, other), other);
                }
            }
            case 1 -> articles.put(Editing.published(Editing.news("Tin " + names++).put("category", category)), category);
            case 2 -> move(category, other);
            case 3 -> merge(category, other);
            case 4 -> {
                String renamed = "ten-" + names++;
                Tree.change(category, Map.of("slug", renamed)).then().statusCode(200);
                rename(category, renamed);
            }
            case 5 -> {
                String article = anyArticle();
                Editing.put(article, "*", Editing.news("Tin " + names++).put("category", category)).then().statusCode(200);
                Editing.publish(article).then().statusCode(200);
                articles.put(article, category);
            }
            default -> {
                String article = anyArticle();
                Editing.remove(article, "Trùng").then().statusCode(200);
                articles.remove(article);
            }
        }
    }

    private void move(String category, String parent) {
        boolean possible = parent == null || !isInside(parent, category) && depth(parent) + height(category) <= 8;
        assertEquals(possible ? 200 : 422, Tree.move(category, parent).statusCode());
        if (possible) {
            parents.put(category, parent);
        }
    }

    private void merge(String category, String target) {
        boolean possible = target != null && !target.equals(category) && !parents.containsValue(category);
        if (target == null) {
            return;
        }
        int status = Tree.delete(category, target).statusCode();
        assertEquals(possible, status == 204, category + " to " + target + " " + status);
        if (possible) {
            parents.remove(category);
            articles.replaceAll((article, in) -> category.equals(in) ? target : in);
        }
    }

    private void rename(String category, String name) {
        Map<String, String> before = new LinkedHashMap<>(parents);
        parents.clear();
        before.forEach((each, parent) -> parents.put(each.equals(category) ? name : each, category.equals(parent) ? name : parent));
        articles.replaceAll((article, in) -> category.equals(in) ? name : in);
    }

    private void assertTrueToModel() {
        Map<String, Integer> expected = new HashMap<>();
        parents.keySet().forEach(category -> expected.put(category, (int) articles.values().stream()
                .filter(in -> isInside(in, category)).count()));
        Map<String, Integer> shown = new HashMap<>();
        List<Map<String, Object>> all = Tree.all();
        all.forEach(each -> {
            shown.put((String) each.get("slug"), (Integer) each.get("articles"));
            assertEquals(parents.get((String) each.get("slug")), each.get("parent"));
            assertEquals(depth((String) each.get("slug")), each.get("depth"));
        });
        assertEquals(expected, shown);
        for (int n = 1; n < all.size(); n++) {
            assertTrue((Integer) all.get(n).get("depth") <= (Integer) all.get(n - 1).get("depth") + 1, "order of the tree");
        }
    }

    private void assertListsAreTrue() {
        parents.keySet().forEach(category -> {
            JsonPath list = given().header("Cache-Control", "no-cache").queryParam("category", category).queryParam("size", 100)
                    .get("/api/v1/articles").then().statusCode(200).extract().jsonPath();
            assertEquals(articles.keySet().stream().filter(id -> isInside(articles.get(id), category)).sorted().toList(),
                    list.getList("items.id", String.class).stream().sorted().toList());
            assertEquals(list.getList("items").size(), list.getInt("page.totalItems"));
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 2026})
    void categories_count_and_list_what_the_model_says(long seed) {
        random = new Random(seed);
        for (int n = 0; n < STEPS; n++) {
            step();
            assertTrueToModel();
        }
        assertListsAreTrue();
    }
}
