package vn.loa.changes.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import vn.loa.http.Fingerprint;
import vn.loa.listing.Cursor;

/**
 * A message to a receiver.
 *
 * @param id the same on every try, and in a repetition
 * @param number its place in the log of changes; null for a test
 * @param source where the next one comes from
 * @param body JSON, the same on every try
 */
record Message(String id, EventType type, Long number, Source source, byte[] body) {

    private static final int ID_BYTES = 16;

    /** Where a message comes from, which says what is changed when it is delivered. */
    enum Source {
        LOG, REPLAY, RESYNC, TEST
    }

    /**
     * What a message says, as JSON.
     *
     * @param cursor for {@code since} of the log of changes: what follows this change
     * @param data empty where nothing changed
     */
    record Body(EventType type, Instant timestamp, String cursor, Data data) {
    }

    /** What changed: an article, or a category. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Data(UUID articleId, UUID categoryId, String slug, Integer revision, List<String> purge) {

        static final Data NOTHING = new Data(null, null, null, null, null);
    }

    static Message of(String id, Source source, Long number, Body body, ObjectMapper json) {
        try {
            return new Message(id, body.type(), number, source, json.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String cursor(long number) {
        return Cursor.of(number).toString();
    }

    /** Made of what says which message it is, so that no instance needs to remember it. */
    static String id(UUID webhook, Object... which) {
        StringBuilder text = new StringBuilder("webhook message ").append(webhook);
        for (Object part : which) {
            text.append(' ').append(part);
        }
        byte[] hash = Fingerprint.of(text.append('\n').toString(), new byte[0]);
        return "msg_" + HexFormat.of().formatHex(hash, 0, ID_BYTES);
    }
}
