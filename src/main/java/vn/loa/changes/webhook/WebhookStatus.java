package vn.loa.changes.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Whether a webhook is told of changes. */
enum WebhookStatus {

    ACTIVE,
    /** Its messages have failed for so long that they are not tried any more, until somebody resumes them. */
    PAUSED,
    /** The receiver has said that it wants no more (410). */
    DISABLED;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static WebhookStatus of(String word) {
        return Arrays.stream(values()).filter(status -> status.word().equals(word)).findFirst().orElseThrow();
    }
}
