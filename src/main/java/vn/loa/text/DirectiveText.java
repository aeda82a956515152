package vn.loa.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directive's text by its structure. Preamble, sections, closing and annexes follow each other in the text.
 *
 * @param preamble what stands before the first section (letterhead, title, Căn cứ …); all of it when there are none
 * @param sections the tree in document order, parents before their children
 * @param closing what stands behind the last section: who signed, whom it is sent to
 * @param annexes each a section of its own at the top (kind ANNEX, eId annex_I), with its own tree below it
 * @param warnings what could not be understood and was kept as a paragraph
 */
public record DirectiveText(List<Paragraph> preamble, List<Section> sections, List<Paragraph> closing,
        List<Section> annexes, List<Warning> warnings) {
    public DirectiveText {
        preamble = List.copyOf(preamble);
        sections = List.copyOf(sections);
        closing = List.copyOf(closing);
        annexes = List.copyOf(annexes);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads a directive from its paragraphs, one line each.
     *
     * <p>Phần, Chương, Mục, Tiểu mục and Điều say what they are ({@link DivisionRun}); inside them, or at the top where
     * there are none, numbered lists are sections inside each other in the order in which their styles first appear:
     * I. or I-, 1. or 1-, a) ({@link SectionRun}). Dash items and other unnumbered paragraphs belong to the section
     * above them. What stands inside a quotation of several paragraphs is text ({@link QuotedParagraphs}).
     *
     * <p>Section 3 is sec_3, its paragraphs sec_3__p_1 …; điểm đ of khoản 2 of Điều 5 is art_5__para_2__point_đ, in
     * whatever Chương it stands. A repeated number gets _2. Those before the first section are preamble__p_1 …, those
     * behind the last closing__p_1 …. A section's address does not depend on what other sections there are.
     *
     * <p>Blank paragraphs are left out; apart from that, marker, heading and paragraphs in order are the words that
     * came in. A first line of at most 120 characters (300 in a division) that does not end like a sentence is the
     * heading, if something follows in the section.
     */
    public static DirectiveText parse(List<String> paragraphs) {
        return new DirectiveParser(paragraphs).parse();
    }

    /** Sections and annexes, in document order. */
    public List<Section> allSections() {
        return Stream.concat(sections.stream(), annexes.stream()).toList();
    }

    /** Every paragraph, in document order. */
    public List<Paragraph> allParagraphs() {
        List<Paragraph> all = new ArrayList<>(preamble);
        sections.forEach(section -> all.addAll(section.paragraphs()));
        all.addAll(closing);
        annexes.forEach(section -> all.addAll(section.paragraphs()));
        return all;
    }
}
