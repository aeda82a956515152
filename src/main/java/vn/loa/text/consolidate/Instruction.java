package vn.loa.text.consolidate;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import vn.loa.text.effect.EffectEvent;
import vn.loa.text.effect.Quote;
import vn.loa.text.effect.Target;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Subject;

/**
 * One instruction to change one part of a text.
 *
 * @param text the index of the amending text
 * @param by the document that says it
 * @param provisions the provisions of that document that say it
 * @param event null when its words were not understood
 * @param words as they stand in the amending text; empty when their place is not known
 */
public record Instruction(int text, Subject by, List<EId> provisions, EffectEvent event, Quote quote, String words) {
    public Instruction {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(words, "words");
        provisions = List.copyOf(provisions);
    }

    /** The first day of the change; null when it is not known. */
    public LocalDate from() {
        return event == null ? null : event.from();
    }

    /** The provision that it changes; null for the whole text and for a part that is named in words alone. */
    public EId target() {
        return event == null ? null : event.target().eId();
    }

    Target part() {
        return event.target();
    }
}
