package vn.loa.category;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import com.fasterxml.jackson.databind.ObjectMapper;
import vn.loa.support.Pages;

/** What publishers do to categories, over HTTP. */
final class Tree {

    static final String CATEGORIES = "/api/v1/categories";
    static final String CATEGORY = CATEGORIES + "/{category}";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Tree() {
    }

    /** Its slug. */
    static String created(String title) {
        return created(title, null);
    }

    /** Its slug. */
    static String created(String title, String parent) {
        return created(title, parent, 0);
    }

    /** Its slug. */
    static String created(String title, String parent, int order) {
        Map<String, Object> content = new LinkedHashMap<>(Map.of("title", title, "order", order));
        content.put("parent", parent);
        return create(content).then().statusCode(201).extract().path("slug");
    }

    static Response create(Object content) {
        return Pages.asAdmin().contentType("application/json").body(json(content)).post(CATEGORIES);
    }

    static Response get(String category) {
        return Pages.asAdmin().redirects().follow(false).header("Cache-Control", "no-cache").get(CATEGORY, category);
    }

    static Response change(String category, Object patch) {
        return change(category, "*", patch);
    }

    static Response change(String category, String ifMatch, Object patch) {
        return Pages.asAdmin().contentType("application/merge-patch+json").header("If-Match", ifMatch).body(json(patch))
                .patch(CATEGORY, category);
    }

    /** @param parent null for the top */
    static Response move(String category, String parent) {
        Map<String, Object> patch = new LinkedHashMap<>();
        patch.put("parent", parent);
        return change(category, patch);
    }

    static Response delete(String category) {
        return Pages.asAdmin().header("If-Match", "*").delete(CATEGORY, category);
    }

    static Response delete(String category, String moveArticlesTo) {
        return Pages.asAdmin().header("If-Match", "*").queryParam("moveArticlesTo", moveArticlesTo).delete(CATEGORY, category);
    }

    /** All of them in the order of the tree. */
    static List<Map<String, Object>> all() {
        return Pages.asAdmin().header("Cache-Control", "no-cache").queryParam("size", 100).get(CATEGORIES).then().statusCode(200)
                .extract().path("items");
    }

    static List<String> slugs() {
        return all().stream().map(each -> (String) each.get("slug")).toList();
    }

    private static String json(Object content) {
        return content instanceof String text ? text : JSON.valueToTree(content).toString();
    }
}
