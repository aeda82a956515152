package vn.loa.text;

import java.util.List;

/**
 * A directive's text by its structure.
 *
 * @param preamble what stands before the first section; all of it when there are no sections
 * @param sections in document order
 * @param warnings what could not be understood and was kept as a paragraph
 */
public record DirectiveText(List<Paragraph> preamble, List<Section> sections, List<Warning> warnings) {
    public DirectiveText {
        preamble = List.copyOf(preamble);
        sections = List.copyOf(sections);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads a plain directive from its paragraphs, one line each: "1.", "2." … at the top (or 1) 1- 1/ I. I) I- I/,
     * whichever opens the run), loose paragraphs below belonging to the section above. Section 3 is sec_3, its
     * paragraphs sec_3__p_1 …, those before the first section preamble__p_1 …. Blank paragraphs are left out; apart
     * from that, marker, heading and paragraphs in order are the words that came in.
     *
     * <p>What counts as a section is decided by {@link SectionRun}, what stands inside a quotation by
     * {@link QuotedParagraphs}. A first line of at most 120 characters that does not end like a sentence is the
     * heading, if loose paragraphs follow.
     */
    public static DirectiveText parse(List<String> paragraphs) {
        return new DirectiveParser(paragraphs).parse();
    }
}
