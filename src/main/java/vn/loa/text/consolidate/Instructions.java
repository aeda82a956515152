package vn.loa.text.consolidate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.loa.text.citation.CitationFinder;
import vn.loa.text.effect.EffectEvent;
import vn.loa.text.effect.EffectKind;
import vn.loa.text.effect.EffectPart;
import vn.loa.text.effect.EffectSource;
import vn.loa.text.effect.Quote;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.Subject;

/** The instructions of amending texts that are about one document, and those of them that cannot be applied to any words. */
final class Instructions {
    private static final int LONGEST_PATH = 10;

    private final BaseText base;
    private final List<Instruction> all = new ArrayList<>();
    private final Map<Instruction, Integer> places = new IdentityHashMap<>();
    /** "document key|eId" of the provisions that amendments touch. */
    private final Set<String> touched = new HashSet<>();

    Instructions(BaseText base, List<AmendingText> amending) {
        this.base = base;
        for (int i = 0; i < amending.size(); i++) {
            read(i, amending.get(i));
        }
    }

    private void read(int index, AmendingText text) {
        TextLines lines = new TextLines(text.sections());
        text.changed().forEach(eId -> touched.add(Documents.key(text.subject()) + "|" + eId));
        for (EffectEvent event : text.events()) {
            if (event.kind() == EffectKind.COMMENCE || event.source() == EffectSource.NOTE) {
                continue;
            }
            Subject target = event.target().document();
            if (target != null && Documents.same(target, base.subject())) {
                Subject by = event.by() == null ? text.subject() : event.by();
                add(new Instruction(index, by, event.provisions(), event, event.quote(), lines.words(event.quote())));
            } else if (target != null && event.target().eId() != null) {
                touched.add(Documents.key(target) + "|" + event.target().eId());
            }
        }
        Map<EId, List<Subject>> known = new HashMap<>();
        for (Quote quote : text.unread()) {
            EId section = lines.sectionOf(quote);
            if (section != null && isAboutBase(lines, section, text.subject(), known)) {
                add(new Instruction(index, text.subject(), List.of(section), null, quote, lines.words(quote)));
            }
        }
    }

    private void add(Instruction instruction) {
        places.put(instruction, all.size());
        all.add(instruction);
    }

    /** Whether words of an amendment are about the base: it is the document named next to them, or above them. */
    private boolean isAboutBase(TextLines lines, EId section, Subject amending, Map<EId, List<Subject>> known) {
        for (EId at = section; at != null; at = lines.section(at).parentEId()) {
            Section around = lines.section(at);
            List<Subject> named = known.computeIfAbsent(at, eId -> named(around));
            if (!named.isEmpty()) {
                return named.stream().anyMatch(document -> Documents.same(document, base.subject()));
            }
        }
        return amending.title() != null && CitationFinder.citations(List.of(new Paragraph(new EId("title"), amending.title())), null)
                .stream().anyMatch(citation -> citation.number() != null && base.subject().number() != null
                        && citation.number().key().equals(base.subject().number().key()));
    }

    private static List<Subject> named(Section section) {
        List<Paragraph> opening = section.heading() != null ? List.of(new Paragraph(section.eId(), section.heading()))
                : section.paragraphs().subList(0, Math.min(1, section.paragraphs().size()));
        return CitationFinder.citations(opening, null).stream().map(citation -> new Subject(citation.type(), citation.number(),
                citation.issuer(), citation.issuedOn(), citation.title())).toList();
    }

    List<Instruction> all() {
        return all;
    }

    /** Its place among all instructions. */
    int place(Instruction instruction) {
        return places.get(instruction);
    }

    /** Why an instruction changes no words on that day; null when it may. */
    Refusal refusal(Instruction instruction, LocalDate on) {
        EffectEvent event = instruction.event();
        if (event == null) {
            return Refusal.NOT_UNDERSTOOD;
        }
        EffectPart part = event.target().part();
        if (Documents.same(instruction.by(), base.subject())) {
            return Refusal.SELF;
        }
        if (base.contained().stream().anyMatch(document -> Documents.same(document, instruction.by()))) {
            return Refusal.ALREADY_CONTAINED;
        }
        boolean pauses = event.kind() == EffectKind.SUSPEND || event.kind() == EffectKind.RESUME;
        if (pauses || event.target().isDocument()) {
            return Refusal.NO_WORDS;
        }
        if (part == EffectPart.CONTENT || part == EffectPart.PARAGRAPH || part != EffectPart.PHRASE && event.target().eId() == null) {
            return Refusal.PART_IN_WORDS;
        }
        if (isTouched(instruction)) {
            return Refusal.INSTRUCTION_CHANGED;
        }
        if (event.from() == null) {
            return Refusal.DATE_UNKNOWN;
        }
        return event.from().isAfter(on) ? Refusal.NOT_YET : event.until() != null && event.until().isBefore(on) ? Refusal.OVER : null;
    }

    private boolean isTouched(Instruction instruction) {
        String document = Documents.key(instruction.by());
        for (EId provision : instruction.provisions()) {
            EId at = provision;
            for (int i = 0; at != null && i < LONGEST_PATH; i++, at = at.parent().orElse(null)) {
                if (touched.contains(document + "|" + at)) {
                    return true;
                }
            }
        }
        return false;
    }
}
