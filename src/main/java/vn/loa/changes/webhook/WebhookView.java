package vn.loa.changes.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A webhook, as JSON.
 *
 * @param publicKeys with which receivers verify {@code v1a}, the newest first
 * @param formerKeysUntil until when messages are signed with the keys before the present ones, too
 * @param secret only in the answer that made it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookView(UUID id, String name, String url, List<String> eventTypes, List<String> categories, List<String> tags,
        List<String> directiveTypes, boolean ordered, Instant createdAt, String createdBy, List<String> publicKeys,
        Instant formerKeysUntil, WebhookHealth health, String secret) {

    WebhookView withSecret(String shown) {
        return new WebhookView(id, name, url, eventTypes, categories, tags, directiveTypes, ordered, createdAt, createdBy, publicKeys,
                formerKeysUntil, health, shown);
    }
}
