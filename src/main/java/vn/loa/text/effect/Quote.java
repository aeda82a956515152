package vn.loa.text.effect;

import java.util.Objects;
import vn.loa.text.structure.EId;

/**
 * The words that say something.
 *
 * @param paragraph the paragraph, or the section for words in its heading
 * @param start offset in its text, in UTF-16 code units
 * @param end offset behind the last character
 */
public record Quote(EId paragraph, int start, int end) {
    public Quote {
        Objects.requireNonNull(paragraph, "paragraph");
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("offsets " + start + ".." + end);
        }
    }
}
