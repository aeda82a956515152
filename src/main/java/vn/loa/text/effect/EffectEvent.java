package vn.loa.text.effect;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Subject;

/**
 * Something that begins, changes, suspends or ends the force of a document or of a part of it.
 *
 * @param by the document that does it; null for the one that the text carries
 * @param provisions the provisions of that document that say so; empty when they are not known
 * @param from the first day; null when the text does not determine it
 * @param until the last day; null when no end is known
 * @param quote the words from which it was read; null for what an editor says
 */
public record EffectEvent(EffectKind kind, Target target, Subject by, List<EId> provisions, LocalDate from, LocalDate until,
        EffectSource source, Quote quote) {
    public EffectEvent {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(source, "source");
        provisions = List.copyOf(provisions);
    }
}
