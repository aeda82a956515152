package vn.loa.text.effect;

import java.util.List;
import vn.loa.text.structure.Subject;

/**
 * What was read in one text.
 *
 * @param consolidates the act of which the text is the official consolidated text; null for other texts
 * @param events in the order of the text
 * @param unread the words that speak of force or of an amendment and were not understood
 */
public record EffectsRead(Subject consolidates, List<EffectEvent> events, List<Quote> unread) {
    public EffectsRead {
        events = List.copyOf(events);
        unread = List.copyOf(unread);
    }
}
