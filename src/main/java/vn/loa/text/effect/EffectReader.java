package vn.loa.text.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.Subject;

/** Reads what a text says about the force of documents. */
public final class EffectReader {
    private EffectReader() {}

    /**
     * The events that a text states, in time linear in the text.
     *
     * @param subject the document that the text carries, or null
     */
    public static EffectsRead read(DirectiveText text, Subject subject) {
        return read(text.preamble(), text.allSections(), text.notes(), subject);
    }

    /**
     * The same for a text in parts.
     *
     * @param preamble the paragraphs before the first section
     * @param sections with their notes, in document order, annexes behind the text
     * @param notes the paragraphs of notes that hang on no section
     */
    public static EffectsRead read(List<Paragraph> preamble, List<Section> sections, List<Paragraph> notes, Subject subject) {
        Optional<ConsolidatedHead> head = ConsolidatedHead.in(preamble);
        Subject document = head.map(ConsolidatedHead::consolidated).orElse(subject);
        List<EffectEvent> events = new ArrayList<>(head.map(ConsolidatedHead::events).orElse(List.of()));
        NoteEvents read = new NoteEvents(new Outline(sections), document, head.orElse(null));
        sections.forEach(read::read);
        events.addAll(read.events());
        List<Quote> unread = new ArrayList<>(read.unread());
        List<TextLine> lines = TextLine.of(sections).stream().filter(line -> !line.quoted()).toList();
        Commencement commencement = new Commencement(document);
        lines.forEach(commencement::read);
        EndClauses ends = new EndClauses(document, commencement);
        lines.forEach(ends::read);
        Instructions instructions = new Instructions(document, commencement);
        for (int i = 0; i < lines.size(); i++) {
            instructions.read(lines.get(i), i + 1 < lines.size() ? lines.get(i + 1) : null);
        }
        events.addAll(instructions.events());
        unread.addAll(instructions.unread());
        events.addAll(commencement.events());
        events.addAll(ends.events());
        unread.addAll(commencement.unread());
        unread.addAll(ends.unread());
        return new EffectsRead(head.map(ConsolidatedHead::consolidated).orElse(null), events, unread);
    }

    /**
     * What the text's document is to others, each relation once, in the order of the text.
     *
     * @param preamble the paragraphs before the first section
     * @param subject the document that the text carries, or null
     * @param read what the same text says about force
     */
    public static List<Relation> relations(List<Paragraph> preamble, Subject subject, EffectsRead read) {
        return RelationReader.read(preamble, subject, read);
    }
}
