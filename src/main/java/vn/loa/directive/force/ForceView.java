package vn.loa.directive.force;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import vn.loa.json.StoredJson;

/**
 * Whether a document or section is in force on a day, in JSON. What is stored is copied into responses, and read only for code that
 * asks what it says.
 */
public final class ForceView implements JsonSerializable {

    public static final String UNKNOWN_STATUS = "unknown";
    /** Nothing was read that says it. */
    public static final ForceView UNKNOWN = new ForceView(UNKNOWN_STATUS, null, null, null, List.of());
    /** Of one with the most events that are shown. */
    public static final int MOST_BYTES = 2_200;
    private static final int BYTES = 160;
    private static final int BYTES_OF_EVENT = 40;
    private static final String IN_FORCE = "in-force";
    private static final String PARTLY = "partly";

    private final byte[] stored;
    private final ObjectReader reader;
    private Values values;

    /** See the methods with these names. */
    record Values(String status, LocalDate since, LocalDate until, LocalDate knownUntil, List<UUID> effects) {

        Values {
            effects = List.copyOf(effects);
        }
    }

    public ForceView(String status, LocalDate since, LocalDate until, LocalDate knownUntil, List<UUID> effects) {
        this(new Values(status, since, until, knownUntil, effects));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    ForceView(Values values) {
        this.stored = null;
        this.reader = null;
        this.values = values;
    }

    private ForceView(byte[] stored, ObjectReader reader) {
        this.stored = stored;
        this.reader = reader;
    }

    /**
     * One that is stored: see {@code shown_status}.
     *
     * @param stored JSON in UTF-8
     * @param reader of {@link #reader(ObjectMapper)}
     */
    static ForceView of(byte[] stored, ObjectReader reader) {
        return new ForceView(stored, reader);
    }

    static ObjectReader reader(ObjectMapper json) {
        return json.readerFor(Values.class);
    }

    private Values values() {
        if (values == null) {
            try {
                values = reader.readValue(stored);
            } catch (IOException e) {
                throw new IllegalStateException("a status cannot be read", e);
            }
        }
        return values;
    }

    /** not-yet, in-force, partly, suspended, ended or unknown. */
    @JsonProperty
    public String status() {
        return values().status;
    }

    /** The first day of this status; null when nothing says it. */
    @JsonProperty
    public LocalDate since() {
        return values().since;
    }

    /** Its last day; null when no end is known. */
    @JsonProperty
    public LocalDate until() {
        return values().until;
    }

    /** The day of the newest source that was read; null for an unknown status, and when no source has a day. */
    @JsonProperty
    public LocalDate knownUntil() {
        return values().knownUntil;
    }

    /** The first of the events that say so. */
    @JsonProperty
    public List<UUID> effects() {
        return values().effects;
    }

    /** Its size in a response, or an estimate of it, never too low. See also effect/shown-put.sql. */
    public long bytes() {
        return stored != null ? stored.length : BYTES + (long) BYTES_OF_EVENT * effects().size();
    }

    /** Whether all of it or a part of it is in force. */
    @JsonIgnore
    public boolean isInForce() {
        return isInForce(status());
    }

    /** @param status null is not in force */
    public static boolean isInForce(String status) {
        return IN_FORCE.equals(status) || PARTLY.equals(status);
    }

    @JsonIgnore
    public boolean isUnknown() {
        return status().equals(UNKNOWN_STATUS);
    }

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider serializers) throws IOException {
        // A TokenBuffer becomes a tree in memory, so it needs what was read.
        if (stored == null || generator instanceof TokenBuffer) {
            serializers.defaultSerializeValue(values(), generator);
        } else {
            generator.writeRawValue(new StoredJson(stored));
        }
    }

    @Override
    public void serializeWithType(JsonGenerator generator, SerializerProvider serializers, TypeSerializer type) throws IOException {
        serialize(generator, serializers);
    }

    /** All that is stored is written in one form. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ForceView view
                && (stored != null && view.stored != null ? Arrays.equals(stored, view.stored) : values().equals(view.values()));
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return values().toString();
    }
}
