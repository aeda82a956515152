package vn.loa.changes.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * How a webhook is doing, as JSON.
 *
 * @param cursor where it is in the log of changes
 * @param behind changes that follow it there, of interest or not
 * @param replayUpTo where a repetition ends; null when there is none
 * @param lastStatus of the last try
 * @param lastFailure null when the last message was delivered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookHealth(WebhookStatus state, String reason, String cursor, long behind, String replayUpTo, int failedTries,
        Instant failingSince, Instant nextTryAt, Instant lastDeliveredAt, Integer lastStatus, String lastFailure) {
}
