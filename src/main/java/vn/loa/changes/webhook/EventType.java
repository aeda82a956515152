package vn.loa.changes.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a message tells of. */
enum EventType {

    ARTICLE_PUBLISHED("article.published"),
    ARTICLE_UPDATED("article.updated"),
    ARTICLE_WITHDRAWN("article.withdrawn"),
    ARTICLE_REMOVED("article.removed"),
    ARTICLE_STATUS_CHANGED("article.status-changed"),
    ARTICLE_EFFECTS_CHANGED("article.effects-changed"),
    CATEGORY_CREATED("category.created"),
    CATEGORY_UPDATED("category.updated"),
    CATEGORY_REMOVED("category.removed"),
    /** The log no longer reaches back to where the receiver is. */
    RESYNC("resync"),
    TEST("test");

    /** Those of the log of changes, by which a webhook can be narrowed. */
    static final List<String> OF_CHANGES = Stream.of(values()).filter(type -> type != RESYNC && type != TEST)
            .map(EventType::word).toList();

    private final String word;

    EventType(String word) {
        this.word = word;
    }

    @JsonValue
    String word() {
        return word;
    }

    static EventType of(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst().orElseThrow();
    }
}
