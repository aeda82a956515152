package vn.loa.visitor.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * An event of the stream (HTML standard, section 9.2).
 *
 * @param text as it is sent
 * @param isNew whether it says something else than the last one of its kind; the others are only for listeners that missed it
 */
record StreamEvent(String text, boolean isNew) {

    private static final long RECONNECT_MILLIS = 5000;

    /** @param counters the data, written as JSON */
    static StreamEvent of(String name, Object counters, boolean isNew, ObjectMapper json) {
        try {
            return new StreamEvent("event: " + name + "\nretry: " + RECONNECT_MILLIS + "\ndata: " + json.writeValueAsString(counters)
                    + "\n\n", isNew);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
