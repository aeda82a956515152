package vn.loa.text.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A directive's text as a structure: preamble, sections, closing and annexes, in this order.
 *
 * @param preamble the paragraphs before the first section (letterhead, title, Căn cứ …); all paragraphs when there are
 *     no sections
 * @param sections the tree in document order, parents before their children
 * @param closing the paragraphs behind the last section: signatures and recipients
 * @param annexes each annex is a section at the top (kind ANNEX, eId annex_I), with its own tree below it
 * @param notes the paragraphs of notes that hang on no section: those of the preamble and the closing, and those whose
 *     mark was not found; each first one begins with the note's number in brackets
 * @param warnings the lines that look like the start of a section but do not fit the numbering
 */
public record DirectiveText(List<Paragraph> preamble, List<Section> sections, List<Paragraph> closing,
        List<Section> annexes, List<Paragraph> notes, List<Warning> warnings) {
    public DirectiveText {
        preamble = List.copyOf(preamble);
        sections = List.copyOf(sections);
        closing = List.copyOf(closing);
        annexes = List.copyOf(annexes);
        notes = List.copyOf(notes);
        warnings = List.copyOf(warnings);
    }

    /**
     * Parses a directive from its paragraphs, one line each.
     *
     * <p>Divisions (Phần, Chương, Mục, Tiểu mục, Điều) name their kind ({@link DivisionRun}). Numbered lists inside a
     * division, or at the top of a text without divisions, are nested sections. Their list styles, for example "I." or
     * "I-", then "1." or "1-", then "a)", are nested in the order in which they first appear ({@link SectionRun}). Dash
     * items and other unnumbered paragraphs belong to the section above them. Paragraphs inside a quotation never open
     * a section ({@link QuotedParagraphs}).
     *
     * <p>Section 3 is sec_3, and its paragraphs are sec_3__p_1 …. Điểm đ of khoản 2 of Điều 5 is
     * art_5__para_2__point_đ, in every Chương. A repeated number gets _2. The paragraphs of the preamble are
     * preamble__p_1 …, those of the closing are closing__p_1 …. Sections with other numbers do not change a section's
     * eId.
     *
     * <p>Blank paragraphs are left out. Apart from them, the markers, headings and paragraphs in order are exactly the
     * words of the input. A first line of at most 120 characters (300 in a division) that does not end like a sentence
     * is the heading, if more text follows in the section.
     */
    public static DirectiveText parse(List<String> paragraphs) {
        return new DirectiveParser(paragraphs, List.of(), Map.of()).parse();
    }

    /** Parses paragraphs and hangs each of their notes on the provision at the note's mark. */
    public static DirectiveText parse(List<String> paragraphs, List<PlacedNote> notes) {
        return parse(paragraphs, notes, Map.of());
    }

    /** @param tables the paragraphs that are tables, by their text */
    public static DirectiveText parse(List<String> paragraphs, List<PlacedNote> notes, Map<String, Table> tables) {
        return new DirectiveParser(paragraphs, notes, tables).parse();
    }

    /** Parses a print's paragraphs and hangs each of its notes on the provision at the note's mark. */
    public static DirectiveText parse(TextBlocks blocks) {
        return parse(blocks.paragraphs(), blocks.notes(), blocks.tables());
    }

    /** Whether a line begins with the number of a section: "1. …", "a) …", "Điều 5. …". */
    public static boolean isNumbered(String line) {
        return SectionMarker.at(line).isPresent() || Division.at(line).isPresent();
    }

    /** Sections and annexes, in document order. */
    public List<Section> allSections() {
        return Stream.concat(sections.stream(), annexes.stream()).toList();
    }

    /** Every paragraph of the text, in document order, without notes. */
    public List<Paragraph> allParagraphs() {
        List<Paragraph> all = new ArrayList<>(preamble);
        sections.forEach(section -> all.addAll(section.paragraphs()));
        all.addAll(closing);
        annexes.forEach(section -> all.addAll(section.paragraphs()));
        return all;
    }
}
