package vn.loa.text.consolidate;

import java.util.List;
import java.util.Objects;
import vn.loa.text.effect.EffectEvent;
import vn.loa.text.effect.EffectReader;
import vn.loa.text.effect.EffectsRead;
import vn.loa.text.effect.Quote;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.Subject;

/**
 * A text that amends others.
 *
 * @param subject the document that it carries
 * @param sections in document order, annexes behind the text
 * @param events what it says, in the order of the text
 * @param unread words of amendment that were not understood
 * @param changed its provisions that other documents change, as far as the other texts do not say so themselves
 */
public record AmendingText(Subject subject, List<Section> sections, List<EffectEvent> events, List<Quote> unread, List<EId> changed) {
    public AmendingText {
        Objects.requireNonNull(subject, "subject");
        sections = List.copyOf(sections);
        events = List.copyOf(events);
        unread = List.copyOf(unread);
        changed = List.copyOf(changed);
    }

    /** A text whose events are read now. */
    public static AmendingText of(Subject subject, List<Section> sections) {
        EffectsRead read = EffectReader.read(List.of(), sections, List.of(), subject);
        return new AmendingText(subject, sections, read.events(), read.unread(), List.of());
    }
}
