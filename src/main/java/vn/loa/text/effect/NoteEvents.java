package vn.loa.text.effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.citation.Citation;
import vn.loa.text.citation.NamedParts;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.QuotedParagraphs;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.SectionNote;
import vn.loa.text.structure.Subject;

/**
 * The events that the notes of a consolidated text state: "Khoản này được sửa đổi theo quy định tại khoản 1 Điều 1 Thông
 * tư số …, có hiệu lực kể từ ngày …". "Khoản này" is the provision at the note's mark.
 */
final class NoteEvents {
    /** From the words "theo quy định tại" to the acting document, over the provisions of that document. */
    private static final int LONGEST_WAY = 250;
    private static final Pattern SENTENCE = Pattern.compile("[.;] (?=[\\p{Lu}“\"])");
    /** Notes that quote the basis or the last provisions of an amending act say nothing of the provision at their mark. */
    private static final Pattern QUOTES = Pattern.compile("(?:có căn cứ ban hành|quy định|có quy định|nêu|viết tắt|gọi)(?: như sau| tắt)?");
    private static final Pattern SAYS_DAY = Pattern.compile("(?:có|bắt đầu) hiệu lực|(?:kể từ|từ ngày) ");
    private static final Pattern CHANGE = Pattern.compile("(?:được|bị) " + Verbs.ANY + "(?![\\p{L}])");

    private final Outline outline;
    private final Subject document;
    private final ConsolidatedHead head;
    private final List<EffectEvent> events = new ArrayList<>();
    private final List<Quote> unread = new ArrayList<>();

    /** @param head null when the text has none */
    NoteEvents(Outline outline, Subject document, ConsolidatedHead head) {
        this.outline = outline;
        this.document = document;
        this.head = head;
    }

    void read(Section section) {
        for (SectionNote note : section.notes()) {
            read(note.paragraphs(), section.eId());
        }
    }

    /** @param at the section at the note's mark; null when there is none */
    void read(List<Paragraph> note, EId at) {
        BitSet quoted = QuotedParagraphs.in(note.stream().map(Paragraph::text).toList());
        boolean quotes = false;
        for (int i = 0; i < note.size(); i++) {
            String text = note.get(i).text();
            if (quoted.get(i)) {
                continue;
            }
            int before = events.size();
            paragraph(note.get(i), at);
            boolean announces = text.endsWith(":") && QUOTES.matcher(text).find() || text.contains("có căn cứ ban hành");
            quotes |= announces;
            // Ordinary texts have notes that explain something.
            boolean speaks = i == 0 && head != null || CHANGE.matcher(text).find() && text.contains("theo quy định tại");
            if (events.size() == before && speaks && !quotes) {
                unread.add(new Quote(note.get(i).eId(), 0, text.length()));
            }
        }
    }

    private void paragraph(Paragraph paragraph, EId at) {
        String text = paragraph.text();
        if (!CHANGE.matcher(text).find() && !text.contains("ỏ ") && !text.contains("ay ")) {
            return;
        }
        Cited cited = Cited.in(text);
        NamedParts parts = NamedParts.of(text);
        int start = 0;
        Matcher sentence = SENTENCE.matcher(text);
        while (start >= 0) {
            int end = sentences(paragraph, cited, parts, at, start);
            start = sentence.find(end) ? sentence.end() : -1;
        }
    }

    /** Reads what is said from this offset on, and returns the offset behind it. */
    private int sentences(Paragraph paragraph, Cited cited, NamedParts parts, EId at, int start) {
        String text = paragraph.text();
        Optional<NamedParts.Group> named = parts.at(start).filter(group -> !group.isHere());
        Optional<NoteStatement> next = named.isPresent() ? NoteStatement.of(text, start, named.get().end()) : NoteStatement.at(text, start);
        int end = start;
        while (next.isPresent()) {
            NoteStatement statement = next.get();
            Optional<Citation> citation = cited.from(statement.end()).filter(found -> found.start() - statement.end() <= LONGEST_WAY);
            List<Target> targets = targets(statement, parts, at);
            if (citation.isEmpty() || targets.isEmpty()) {
                return Math.max(end, statement.end());
            }
            end = add(paragraph, statement, citation.get(), targets);
            next = statement.again(text, end);
        }
        return end;
    }

    private int add(Paragraph paragraph, NoteStatement statement, Citation citation, List<Target> targets) {
        String text = paragraph.text();
        Subject by = Cited.document(citation);
        int limit = end(text, citation.end());
        Optional<Force> force = Force.in(text, citation.end(), limit);
        // Of a day that is said and not understood, the head of the text knows nothing.
        boolean saysDay = SAYS_DAY.matcher(text).region(citation.end(), limit).find();
        int end = force.map(Force::end).orElse(citation.end());
        LocalDate from = force.map(found -> found.first(by.issuedOn())).orElseGet(() -> head == null || saysDay ? null : head.date(by));
        Quote quote = new Quote(paragraph.eId(), statement.start(), end);
        targets.forEach(target -> events.add(new EffectEvent(statement.kind(), target, by, Cited.provisions(citation), from,
                force.map(Force::until).orElse(null), EffectSource.NOTE, quote)));
        return end;
    }

    /** The day belongs to the statement if no other statement begins before it. */
    private static int end(String text, int from) {
        Matcher next = CHANGE.matcher(text);
        return next.find(from) ? next.start() : text.length();
    }

    private List<Target> targets(NoteStatement statement, NamedParts parts, EId at) {
        if (statement.unit() == null && statement.phrase() == null && !statement.content()) {
            return parts.at(statement.includes()).map(group -> group.eIds(at, at)).orElse(List.of()).stream()
                    .map(eId -> Target.whole(document, eId)).toList();
        }
        if (at == null) {
            return List.of();
        }
        if (statement.phrase() != null) {
            return List.of(Target.phrase(document, at, statement.phrase(), statement.replacement()));
        }
        if (statement.unit() == null || Outline.isParagraph(statement.unit())) {
            return List.of(Target.part(document, at, statement.content() ? EffectPart.CONTENT : EffectPart.PARAGRAPH));
        }
        return units(statement, parts, at);
    }

    private List<Target> units(NoteStatement statement, NamedParts parts, EId at) {
        EffectPart part = statement.heading() ? EffectPart.HEADING
                : statement.content() || Outline.isForm(statement.unit()) ? EffectPart.CONTENT : EffectPart.WHOLE;
        List<Target> targets = new ArrayList<>();
        outline.unit(statement.unit(), at).ifPresent(unit -> targets.add(Target.part(document, unit, part)));
        if (statement.includes() >= 0) {
            parts.within(statement.includes(), statement.includesEnd()).forEach(group ->
                    group.eIds(at, null).forEach(eId -> targets.add(Target.whole(document, eId))));
        }
        return targets;
    }

    List<EffectEvent> events() {
        return events;
    }

    List<Quote> unread() {
        return unread;
    }
}
