package vn.loa.text.effect;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much of its target an event touches. */
public enum EffectPart {
    /** the whole provision or document */
    WHOLE,
    /** its heading */
    HEADING,
    /** one of its paragraphs */
    PARAGRAPH,
    /** some of its words, which are quoted */
    PHRASE,
    /** some of what it says, which the text describes */
    CONTENT;

    /** The part's name in JSON: "heading". */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<EffectPart> ofWireName(String name) {
        return Arrays.stream(values()).filter(part -> part.wireName().equals(name)).findFirst();
    }
}
