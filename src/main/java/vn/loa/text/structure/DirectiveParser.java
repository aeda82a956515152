package vn.loa.text.structure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.print.Capitals;

/** Parses the paragraphs of a directive into preamble, sections, closing and annexes. */
final class DirectiveParser {
    private static final EId PREAMBLE = new EId("preamble");
    private static final EId CLOSING = new EId("closing");
    private static final String ANNEX = "annex";
    private static final String NOTE = "note";
    private static final int MAX_TITLE = 400;

    private final List<String> lines;
    private final List<PlacedNote> notes;
    private final BitSet quoted;
    private final OutlineReader outline;
    private final EIds annexEIds = new EIds();
    private final List<Section> annexes = new ArrayList<>();
    /** By the marker of an annex, the last line that has it and a title. */
    private final Map<String, Integer> lastTitled = new HashMap<>();

    /** @param tables the paragraphs that are tables, by their text */
    DirectiveParser(List<String> paragraphs, List<PlacedNote> notes, Map<String, Table> tables) {
        this.notes = notes;
        lines = paragraphs.stream().map(line -> tables.containsKey(line) ? line : VietnameseText.oneLine(line))
                .filter(line -> !line.isEmpty()).toList();
        quoted = QuotedParagraphs.in(lines);
        for (int i = 0; !tables.isEmpty() && i < lines.size(); i++) {
            // The numbers of a table's rows open no sections.
            quoted.set(i, quoted.get(i) || tables.containsKey(lines.get(i)));
        }
        outline = new OutlineReader(lines, quoted, tables);
    }

    DirectiveText parse() {
        int annexStart = firstAnnex();
        int closingStart = Closing.start(lines, quoted, annexStart);
        int firstSection = outline.read(0, closingStart, null, 1, true);
        List<Section> sections = outline.takeSections();
        List<Paragraph> preamble = new ArrayList<>();
        List<Paragraph> closing = new ArrayList<>();
        if (sections.isEmpty()) {
            outline.paragraphs(0, lines.size(), PREAMBLE, preamble);
        } else {
            outline.paragraphs(0, firstSection, PREAMBLE, preamble);
            outline.paragraphs(closingStart, annexStart, CLOSING, closing);
            annexes(annexStart);
        }
        ParseWarnings warnings = new ParseWarnings();
        outline.warn(warnings);
        List<Note> placed = placed(warnings);
        return new DirectiveText(preamble, hung(sections, placed), closing, hung(annexes, placed), outside(placed), warnings.list());
    }

    private static List<Section> hung(List<Section> sections, List<Note> placed) {
        Map<EId, List<SectionNote>> bySection = new HashMap<>();
        placed.stream().filter(note -> note.section() != null).forEach(note -> {
            List<SectionNote> hung = bySection.computeIfAbsent(note.section(), section -> new ArrayList<>());
            hung.add(SectionNote.of(note, (int) hung.stream().filter(other -> other.number().equals(note.number())).count()));
        });
        return bySection.isEmpty() ? sections : sections.stream()
                .map(section -> bySection.containsKey(section.eId()) ? section.with(bySection.get(section.eId())) : section).toList();
    }

    private static List<Paragraph> outside(List<Note> placed) {
        List<Paragraph> outside = new ArrayList<>();
        for (Note note : placed) {
            if (note.section() == null) {
                List<Paragraph> paragraphs = note.paragraphs(EId.of(NOTE, note.number()));
                for (int i = 0; i < paragraphs.size(); i++) {
                    Paragraph paragraph = paragraphs.get(i);
                    outside.add(i > 0 ? paragraph
                            : new Paragraph(paragraph.eId(), "[" + note.number() + "] " + paragraph.text()));
                }
            }
        }
        return outside;
    }

    private List<Note> placed(ParseWarnings warnings) {
        List<Note> placed = new ArrayList<>();
        for (PlacedNote note : notes) {
            Note found = outline.place(note);
            placed.add(found);
            if (found.at() == null) {
                warnings.addUnmarked(note);
            }
        }
        return placed;
    }

    /** The first annex heading behind the end of a text. The headings above that end belong to a table of contents. */
    private int firstAnnex() {
        boolean ended = false;
        for (int i = 0; i < lines.size(); i++) {
            if (ended && !quoted.get(i) && Annexes.at(lines, i).isPresent()) {
                return i;
            }
            ended |= Closing.isEnd(lines.get(i)) || i > 0 && Closing.isSignature(lines, i);
        }
        return lines.size();
    }

    private void annexes(int from) {
        for (int i = from; i < lines.size(); i++) {
            int line = i;
            Annexes.at(lines, line).filter(opening -> opening.number() != null && hasTitle(line, opening))
                    .ifPresent(opening -> lastTitled.put(opening.raw().toUpperCase(Locale.ROOT), line));
        }
        int start = from;
        while (start < lines.size()) {
            Annexes.Opening opening = Annexes.at(lines, start).orElseThrow();
            int end = isTitled(start, opening) ? start + 2 : start + 1;
            while (end < lines.size() && !opensAnnex(end, opening.holdsForms())) {
                end++;
            }
            annex(start, end, opening);
            start = end;
        }
    }

    /** Whether the next line is the annex's title although it reads as the title of an annex of its own: DANH MỤC. */
    private boolean isTitled(int line, Annexes.Opening opening) {
        return opening.textStart() == lines.get(line).length() && opening.holdsForms() && line + 1 < lines.size()
                && Annexes.at(lines, line + 1).filter(next -> next.number() == null && !next.holdsForms()).isPresent();
    }

    private boolean opensAnnex(int line, boolean insideHolder) {
        return !quoted.get(line) && Annexes.at(lines, line).filter(opening -> !(insideHolder && opening.form())
                && !namesLaterAnnex(line, opening)).isPresent();
    }

    /** Whether a line without a title, as a cell of a table, names an annex that has its title further on. */
    private boolean namesLaterAnnex(int line, Annexes.Opening opening) {
        return opening.number() != null && !hasTitle(line, opening)
                && lastTitled.getOrDefault(opening.raw().toUpperCase(Locale.ROOT), -1) > line;
    }

    private boolean hasTitle(int line, Annexes.Opening opening) {
        return opening.textStart() < lines.get(line).length()
                || line + 1 < lines.size() && !Annexes.isHeading(lines.get(line + 1)) && Capitals.only(lines.get(line + 1), 0);
    }

    private void annex(int start, int end, Annexes.Opening annex) {
        String number = annex.number() == null ? "1" : annex.number();
        EId eId = annexEIds.of(null, ANNEX, number.replace('/', '-'));
        String title = lines.get(start).substring(annex.textStart());
        int next = start + 1;
        outline.spot(start, eId, eId, Note.Part.HEADING, annex.textStart());
        if (title.isEmpty() && next < end && lines.get(next).length() <= MAX_TITLE
                && Capitals.only(lines.get(next), 0) && !Letterhead.isMotto(lines.get(next))) {
            outline.spot(next, eId, eId, Note.Part.HEADING, 0);
            title = lines.get(next++);
        }
        int first = outline.read(next, end, eId, 2, false);
        List<Paragraph> paragraphs = new ArrayList<>();
        outline.paragraphs(next, first, eId, paragraphs);
        annexes.add(new Section(eId, null, 1, SectionKind.ANNEX, number, annex.raw(), title.isEmpty() ? null : title,
                paragraphs));
        annexes.addAll(outline.takeSections());
    }
}
