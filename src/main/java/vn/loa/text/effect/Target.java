package vn.loa.text.effect;

import java.util.Objects;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Subject;

/**
 * What an event touches.
 *
 * @param document the document; null for the one that the text carries
 * @param eId the provision; null for the document as a whole, and for a part that is named in words alone
 * @param named the part in the text's own words ("Mẫu số 02"), where it has no eId; null otherwise
 * @param phrase the words that are replaced, removed or added; null when the part is no phrase
 * @param replacement the words instead of the phrase; null when there are none
 */
public record Target(Subject document, EId eId, EffectPart part, String named, String phrase, String replacement) {
    public Target {
        Objects.requireNonNull(part, "part");
    }

    static Target whole(Subject document, EId eId) {
        return new Target(document, eId, EffectPart.WHOLE, null, null, null);
    }

    static Target part(Subject document, EId eId, EffectPart part) {
        return new Target(document, eId, part, null, null, null);
    }

    /** A phrase in a provision. */
    static Target phrase(Subject document, EId eId, String phrase, String replacement) {
        return new Target(document, eId, EffectPart.PHRASE, null, phrase, replacement);
    }

    /** A part that has no eId. */
    static Target named(Subject document, String words) {
        return new Target(document, null, EffectPart.CONTENT, words, null, null);
    }

    /** Some of what this is the whole of. */
    Target partly() {
        return part == EffectPart.WHOLE ? part(document, eId, EffectPart.CONTENT) : this;
    }

    /** Whether the event touches the document itself, and not some part of it. */
    public boolean isDocument() {
        return eId == null && named == null && part == EffectPart.WHOLE;
    }
}
