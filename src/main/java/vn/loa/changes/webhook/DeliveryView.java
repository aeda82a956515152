package vn.loa.changes.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A try to deliver a message, as JSON.
 *
 * @param cursor the message's place in the log of changes; null for a test
 * @param tries how often it was tried, this time included
 * @param status of the answer; null when there was none
 * @param failure null when it was delivered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryView(String messageId, String type, String cursor, Instant triedAt, int tries, Integer status, String failure,
        int millis, Instant nextTryAt) {
}
