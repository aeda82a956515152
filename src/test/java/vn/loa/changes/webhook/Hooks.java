package vn.loa.changes.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.loa.support.Editing;
import vn.loa.support.Pages;

/** The requests of admins about webhooks. */
final class Hooks {

    static final String WEBHOOKS = "/api/v1/webhooks";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Hooks() {
    }

    static Response create(Map<String, ?> request) {
        return Editing.post(WEBHOOKS, JSON.valueToTree(request));
    }

    /** The answer, which has the secret. */
    static JsonPath created(String url, Object... more) {
        Map<String, Object> request = new HashMap<>(Map.of("name", "Trang", "url", url));
        for (int i = 0; i < more.length; i += 2) {
            request.put((String) more[i], more[i + 1]);
        }
        return create(request).then().statusCode(201).extract().jsonPath();
    }

    static String id(String url, Object... more) {
        return created(url, more).getString("id");
    }

    static Response get(String id) {
        return Pages.asAdmin().get(WEBHOOKS + "/" + id);
    }

    static JsonPath health(String id) {
        return get(id).then().statusCode(200).extract().jsonPath().setRootPath("health");
    }

    static Response patch(String id, String ifMatch, String patch) {
        return Pages.asAdmin().header("If-Match", ifMatch).contentType("application/merge-patch+json").body(patch)
                .patch(WEBHOOKS + "/" + id);
    }

    static Response step(String id, String step) {
        return Pages.asAdmin().noContentType().post(WEBHOOKS + "/" + id + "/" + step);
    }

    static Response step(String id, String step, String body) {
        return Editing.post(WEBHOOKS + "/" + id + "/" + step, body);
    }

    /** The latest first. */
    static List<Map<String, Object>> deliveries(String id) {
        return Pages.asAdmin().get(WEBHOOKS + "/" + id + "/deliveries?size=100").then().statusCode(200).extract().path("items");
    }

    static void awaitState(String id, String state) {
        Receiver.until(() -> state.equals(health(id).getString("state")), "the state " + state);
    }

    /** Until the webhook has been told of everything, and its outcome is stored. */
    static void awaitDone(String id) {
        Receiver.until(() -> health(id).getLong("behind") == 0, "the end of the log");
    }

    static void awaitTries(String id, int tries) {
        Receiver.until(() -> deliveries(id).size() >= tries, tries + " tries");
    }

    /** Publishes news with these slugs, one after the other; their ids. */
    static List<String> publish(String... slugs) {
        return List.of(slugs).stream().map(slug -> Editing.published(Editing.news("Tin " + slug).put("slug", slug))).toList();
    }
}
