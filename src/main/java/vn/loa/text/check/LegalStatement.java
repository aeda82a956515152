package vn.loa.text.check;

import java.util.List;
import vn.loa.text.citation.Citation;

/**
 * A place where a text cites a document or a part of one, or seems to.
 *
 * @param start offset in the text as it was sent, in UTF-16 code units; that of the part where one is named before the document
 * @param end offset behind the last character
 * @param raw the characters from start to end
 * @param citation the document; null when none could be read
 * @param parts the parts of it that are named; empty for the document as a whole
 * @param quotations the words that the text quotes from it
 * @param trouble why no document could be read; null where one was
 */
public record LegalStatement(int start, int end, String raw, Citation citation, List<CitedPart> parts,
        List<Quotation> quotations, Trouble trouble) {

    /** Why something that looks like a citation could not be read as one. */
    public enum Trouble {
        /** It looks like the number of a document. */
        NUMBER,
        /** It is a part of a document, and none is named with it. */
        PART
    }

    public LegalStatement {
        parts = List.copyOf(parts);
        quotations = List.copyOf(quotations);
    }

    /**
     * Words in quotation marks that a text says stand in a document.
     *
     * @param start offset of the first word in the text as it was sent
     * @param end offset behind the last one
     * @param words without the marks, as one line
     */
    public record Quotation(int start, int end, String words) {
    }
}
