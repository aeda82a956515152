package vn.loa.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values from the answers so far: ids by collection, cursors, entity tags. Only the latest of each are remembered. */
final class Known {

    private static final int MOST = 40;

    private final Map<String, List<String>> values = new HashMap<>();

    void learn(FuzzRequest request, FuzzAnswer answer) {
        if (!answer.isSuccess()) {
            return;
        }
        JsonNode json = answer.json();
        String path = request.path();
        if (answer.status() == 201) {
            String id = json.path("article").path("id").asText(json.path("id").asText());
            add(collection(path.replaceAll("/imports$", "/articles")), id);
            add("token", json.path("url").asText().replaceAll(".*/", ""));
        }
        if (path.endsWith("/draft")) {
            add("If-Match " + path, answer.header("ETag"));
            json.path("sections").forEach(section -> add("eId", section.path("eId").asText()));
        }
        if (List.of("articles", "drafts", "media", "schedules", "effects").contains(collection(path))) {
            json.path("items").forEach(item -> add(collection(path).replace("drafts", "articles"), item.path("id").asText()));
        }
        if (json.path("state").asText().equals("published")) {
            add("number", json.path("directive").path("number").asText());
        }
        add("slug", json.path("slug").asText());
        add("cursor " + path, json.path("page").path("nextCursor").asText());
        add("cursor " + path, json.path("next").asText());
        add("If-None-Match", answer.header("ETag"));
    }

    /** {@code articles} of {@code /api/v1/articles/{article}/draft}; events have ids of their own. */
    static String collection(String path) {
        return path.contains("/effects") ? "effects" : path.replaceAll("^/api/v1/", "").replaceAll("/.*", "");
    }

    void add(String kind, String value) {
        if (value != null && !value.isEmpty() && !value.equals("null")) {
            List<String> known = values.computeIfAbsent(kind, k -> new ArrayList<>());
            if (!known.contains(value)) {
                known.add(value);
            }
            if (known.size() > MOST) {
                known.remove(0);
            }
        }
    }

    /** More often than not one of the latest. */
    Optional<String> any(String kind, Dice dice) {
        List<String> known = values.getOrDefault(kind, List.of());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        int back = dice.below(dice.oneIn(2) ? Math.min(5, known.size()) : known.size());
        return Optional.of(known.get(known.size() - 1 - back));
    }
}
