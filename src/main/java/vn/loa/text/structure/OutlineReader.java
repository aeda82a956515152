package vn.loa.text.structure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.loa.text.fold.Words;
import vn.loa.text.print.Footnotes;

/** Builds the tree of sections for a range of paragraphs. */
final class OutlineReader {
    /** The deepest nesting of lists. Deeper items stay paragraphs, because no document cites deeper items. */
    private static final int DEEPEST_LIST = 5;

    private final List<String> lines;
    private final BitSet quoted;
    private final Map<String, Table> tables;
    private final BitSet notes;
    private final EIds eIds = new EIds();
    private final SectionMarker[] markers;
    private final Division[] divisions;
    private final SectionRun.Verdict[] verdicts;
    private final EId[] places;
    private final Spot[] spots;
    private List<Section> sections = new ArrayList<>();
    /** The last item of the list inside the last section. */
    private SectionMarker lastItem;

    /** Where the words of a line are in the tree, from an offset on; what stands before it is the section's marker. */
    private record Spot(EId section, EId at, Note.Part part, int textStart) {}

    /** A paragraph that opens a section, and the extent of its marker. */
    private record Opener(int line, SectionKind kind, String number, String raw, int textStart) {}

    OutlineReader(List<String> lines, BitSet quoted, Map<String, Table> tables) {
        this.tables = tables;
        this.lines = lines;
        this.quoted = quoted;
        notes = Footnotes.in(lines);
        markers = new SectionMarker[lines.size()];
        divisions = new Division[lines.size()];
        verdicts = new SectionRun.Verdict[lines.size()];
        places = new EId[lines.size()];
        spots = new Spot[lines.size()];
    }

    /**
     * Reads the sections of a range. Where both a list and divisions could be the topmost level, the one that counts
     * further wins: a consolidated text lists above its Điều what amended it.
     *
     * @param base the eId of the part around the range; null for the document itself
     * @param level the level of the topmost sections
     * @param listsToo whether a list without Roman numerals may be the topmost level of a text without divisions
     * @return the index of the paragraph that opens the first section; {@code to} when there is no section
     */
    int read(int from, int to, EId base, int level, boolean listsToo) {
        for (int i = from; i < to; i++) {
            if (!quoted.get(i)) {
                divisions[i] = Division.at(lines.get(i)).orElse(null);
                markers[i] = divisions[i] == null ? SectionMarker.at(lines.get(i), notes).orElse(null) : null;
            }
        }
        List<Integer> ownDivisions = divisions(from, to);
        List<Opener> list = list(from, to, Set.of(), null, null);
        boolean byList = !list.isEmpty() && (ownDivisions.isEmpty()
                || list.get(0).line() < ownDivisions.get(0) && (list.size() > ownDivisions.size() || !beginsAtOne(ownDivisions)));
        if (byList && (listsToo || markers[list.get(0).line()].numerals() == SectionMarker.ROMAN_STYLE)) {
            ownDivisions.forEach(line -> verdicts[line] = SectionRun.Verdict.TEXT);
            items(list, to, base, null, level, Set.of());
            return list.get(0).line();
        }
        if (ownDivisions.isEmpty() || byList) {
            if (!listsToo) {
                // No warnings: rows of a table and fields of a form are numbered, too.
                Arrays.fill(verdicts, from, to, null);
            }
            return to;
        }
        boolean amending = !list.isEmpty() && list.get(0).line() > from && Opening.announcesAmendingTexts(lines.get(list.get(0).line() - 1));
        list.stream().filter(item -> item.line() < ownDivisions.get(0))
                .forEach(item -> verdicts[item.line()] = amending ? null : SectionRun.Verdict.TEXT);
        divisions(ownDivisions, to, base, level);
        return ownDivisions.get(0);
    }

    private boolean beginsAtOne(List<Integer> ownDivisions) {
        return ownDivisions.stream().map(line -> divisions[line]).filter(division -> division.kind() == SectionKind.ARTICLE)
                .findFirst().filter(article -> article.value() == 1).isPresent();
    }

    /** Returns the sections read since the last call. */
    List<Section> takeSections() {
        List<Section> taken = sections;
        sections = new ArrayList<>();
        return taken;
    }

    /** Adds a warning for each number that does not fit, in the order of the text. */
    void warn(ParseWarnings warnings) {
        for (int i = 0; i < lines.size(); i++) {
            if (verdicts[i] != null) {
                warnings.add(verdicts[i], divisions[i] != null ? divisions[i].raw() : markers[i].raw(), lines.get(i),
                        places[i]);
            }
        }
    }

    /** Adds the paragraphs of a range, numbered on from those already in the list. */
    void paragraphs(int from, int to, EId eId, List<Paragraph> into) {
        for (int i = from; i < to; i++) {
            places[i] = eId.paragraph(into.size() + 1);
            spot(i, outer(eId), places[i], Note.Part.TEXT, 0);
            into.add(new Paragraph(places[i], lines.get(i), tables.get(lines.get(i))));
        }
    }

    /** Says where the words of a line are from an offset on. */
    void spot(int line, EId section, EId at, Note.Part part, int textStart) {
        spots[line] = new Spot(section, at, part, textStart);
    }

    /** The note with the place of its mark in the tree. */
    Note place(PlacedNote note) {
        Spot spot = note.paragraph() < 0 ? null : spots[note.paragraph()];
        String number = String.valueOf(note.number());
        if (spot == null) {
            return new Note(number, note.paragraphs(), null, null, null, 0);
        }
        if (spot.textStart() > 0 && note.offset() <= spot.textStart()) {
            return new Note(number, note.paragraphs(), spot.section(), Note.Part.MARKER, spot.section(), 0);
        }
        return new Note(number, note.paragraphs(), spot.section(), spot.part(), spot.at(), note.offset() - spot.textStart());
    }

    /** The section around a paragraph; null for the preamble and the closing. */
    private static EId outer(EId eId) {
        return eId.value().equals("preamble") || eId.value().equals("closing") ? null : eId;
    }

    private List<Integer> divisions(int from, int to) {
        List<Integer> all = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (divisions[i] != null) {
                all.add(i);
            }
        }
        List<SectionRun.Verdict> judged = DivisionRun.verdicts(all.stream().map(i -> divisions[i]).toList());
        List<Integer> own = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            verdicts[all.get(i)] = judged.get(i);
            if (SectionRun.opens(judged.get(i))) {
                own.add(all.get(i));
            }
        }
        return own;
    }

    private void divisions(List<Integer> own, int to, EId base, int level) {
        Deque<Division> openDivisions = new ArrayDeque<>();
        Deque<Section> open = new ArrayDeque<>();
        for (int i = 0; i < own.size(); i++) {
            Division division = divisions[own.get(i)];
            while (!openDivisions.isEmpty() && !openDivisions.peek().contains(division)) {
                openDivisions.pop();
                open.pop();
            }
            Opener opener = opener(own.get(i), division.kind(), division.number(), division.raw());
            int end = i + 1 < own.size() ? own.get(i + 1) : to;
            int depth = level + open.size();
            Section section = section(opener, end, base, open.peek(), depth, Set.of(), null);
            openDivisions.push(division);
            open.push(section);
        }
    }

    /**
     * The items of the outermost list in a range, without styles that the lists around it use.
     *
     * @param before the last item of the list in the section before
     */
    private List<Opener> list(int from, int to, Set<String> styles, SectionKind inside, SectionMarker before) {
        List<Integer> all = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (markers[i] != null && !styles.contains(markers[i].style())) {
                all.add(i);
            }
        }
        if (all.isEmpty()) {
            return List.of();
        }
        List<SectionRun.Verdict> judged = isLoneClause(all, from, inside) ? List.of(SectionRun.Verdict.OPENS)
                : SectionRun.verdicts(all.stream().map(i -> markers[i]).toList(), before);
        List<Opener> list = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            int line = all.get(i);
            verdicts[line] = judged.get(i);
            if (SectionRun.opens(judged.get(i))) {
                SectionMarker marker = markers[line];
                list.add(opener(line, marker.kind(inside), marker.number(), marker.raw()));
            }
        }
        return list;
    }

    /** Whether a Điều has only a khoản 1, which stands at its beginning. */
    private boolean isLoneClause(List<Integer> all, int from, SectionKind inside) {
        SectionMarker marker = markers[all.get(0)];
        return inside == SectionKind.ARTICLE && all.size() == 1 && all.get(0) == from && marker.value() == 1
                && marker.numerals() != SectionMarker.LETTER_STYLE && marker.numerals() != SectionMarker.ROMAN_STYLE;
    }

    /** Counts a footnote's mark behind a marker as part of the marker, because it is none of the section's words. */
    private Opener opener(int line, SectionKind kind, String number, String marker) {
        int end = Footnotes.behindMark(lines.get(line), marker.length(), notes);
        return new Opener(line, kind, number, lines.get(line).substring(0, end), Words.skipSpaces(lines.get(line), end));
    }

    private void items(List<Opener> list, int to, EId base, Section parent, int level, Set<String> styles) {
        Set<String> used = new HashSet<>(styles);
        used.add(markers[list.get(0).line()].style());
        SectionMarker lastInside = null;
        for (int i = 0; i < list.size(); i++) {
            section(list.get(i), i + 1 < list.size() ? list.get(i + 1).line() : to, base, parent, level, used, lastInside);
            lastInside = lastItem;
        }
    }

    /** Adds the section and the lists inside it, and returns the section. */
    private Section section(Opener opener, int end, EId base, Section parent, int level, Set<String> styles, SectionMarker before) {
        // Điều are numbered through the whole document, so their eIds do not contain the Chương.
        EId around = parent == null || opener.kind() == SectionKind.ARTICLE ? base : parent.eId();
        EId eId = eIds.of(around, opener.kind().prefix(), opener.number());
        int line = opener.line();
        List<Opener> inner = styles.size() < DEEPEST_LIST ? list(line + 1, end, styles, opener.kind(), before) : List.of();
        int ownEnd = inner.isEmpty() ? end : inner.get(0).line();

        String text = lines.get(line).substring(opener.textStart());
        boolean division = divisions[line] != null;
        String heading = null;
        int next = line + 1;
        if (HeadingEnd.isHeading(text, division) && (next < end || division && opener.kind() != SectionKind.ARTICLE)
                && !quoted.get(next)) {
            heading = text;
        } else if (text.isEmpty() && division && next < ownEnd && isTitle(next)) {
            spot(next, eId, eId, Note.Part.HEADING, 0);
            heading = lines.get(next++);
        }
        if (heading != null && next == line + 1 && !inner.isEmpty() && next + 1 == ownEnd && goesOn(heading, next, opener.kind())) {
            heading = joined(heading, next++, eId);
        }
        List<Paragraph> paragraphs = new ArrayList<>();
        places[line] = eId;
        spot(line, eId, heading == null && !text.isEmpty() ? eId.paragraph(1) : eId,
                heading == null && !text.isEmpty() ? Note.Part.TEXT : Note.Part.HEADING, opener.textStart());
        if (heading == null && !text.isEmpty()) {
            places[line] = eId.paragraph(1);
            paragraphs.add(new Paragraph(eId.paragraph(1), text));
        }
        paragraphs(next, ownEnd, eId, paragraphs);
        Section section = new Section(eId, parent == null ? base : parent.eId(), level, opener.kind(), opener.number(),
                opener.raw(), heading, paragraphs);
        sections.add(section);
        if (!inner.isEmpty()) {
            items(inner, end, base, section, level + 1, styles);
        }
        // Points begin again in each clause; only the numbered items of Roman sections count on.
        lastItem = inner.isEmpty() || opener.kind() != SectionKind.SECTION ? null : markers[inner.get(inner.size() - 1).line()];
        return section;
    }

    /**
     * Whether a paragraph alone between a Điều's heading and its first khoản is the heading's second line: it ends like no
     * sentence, and announces nothing.
     */
    private boolean goesOn(String heading, int line, SectionKind kind) {
        return kind == SectionKind.ARTICLE && !quoted.get(line) && markers[line] == null
                && HeadingEnd.isHeading(heading + " " + lines.get(line), true);
    }

    private String joined(String heading, int line, EId eId) {
        spot(line, eId, eId, Note.Part.HEADING, -heading.length() - 1);
        places[line] = eId;
        return heading + " " + lines.get(line);
    }

    /** Whether the paragraph is the title of a division whose number stands above it. */
    private boolean isTitle(int line) {
        return !quoted.get(line) && verdicts[line] == null && HeadingEnd.isHeading(lines.get(line), true)
                && Character.isUpperCase(lines.get(line).charAt(0));
    }
}
