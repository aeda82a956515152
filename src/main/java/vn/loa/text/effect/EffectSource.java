package vn.loa.text.effect;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an event was read, from the least trusted source to the most trusted. */
public enum EffectSource {
    /** an instruction of an amending text */
    INSTRUCTION,
    /** a clause of commencement, expiry, repeal, replacement or suspension */
    CLAUSE,
    /** a note or the head of an official consolidated text */
    NOTE,
    /** an editor said it */
    EDITOR;

    /** The source's name in JSON: "note". */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<EffectSource> ofWireName(String name) {
        return Arrays.stream(values()).filter(source -> source.wireName().equals(name)).findFirst();
    }
}
