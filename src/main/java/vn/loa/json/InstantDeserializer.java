package vn.loa.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Reads instants in the form of the contract: RFC 3339, of the years 1 to 9999. The last day is left out, because it may be in the year 10000 elsewhere. */
public final class InstantDeserializer {

    public static final String FORM = "must be an instant (RFC 3339), such as 2026-07-15T05:00:00Z, before 9999-12-31";

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private InstantDeserializer() {
    }

    /** @throws IllegalArgumentException when the text is no instant, or is out of range */
    public static Instant parse(String text) {
        try {
            Instant instant = Instant.parse(text);
            if (instant.isAfter(EARLIEST) && instant.isBefore(LATEST)) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            // refused below, like an instant out of range
        }
        throw new IllegalArgumentException(text);
    }

    /** Replaces Jackson's own deserializer, which also takes numbers. */
    static final class StrictInstant extends StdDeserializer<Instant> {

        StrictInstant() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, json);
            }
            try {
                return parse(json.getText());
            } catch (IllegalArgumentException e) {
                return (Instant) context.handleWeirdStringValue(Instant.class, json.getText(), FORM);
            }
        }
    }
}
