package vn.loa.text;

import java.util.Objects;

/**
 * A place where a document speaks of itself: "Chỉ thị này", or "Chỉ thị" used as its name.
 *
 * @param start offset in the paragraph's text, in UTF-16 code units
 * @param end offset behind the last character
 */
public record SelfReference(EId paragraphEId, int start, int end, String raw) {
    public SelfReference {
        Objects.requireNonNull(paragraphEId, "paragraphEId");
        if (start < 0 || end - start != raw.length()) {
            throw new IllegalArgumentException("offsets " + start + ".." + end + " do not fit " + raw);
        }
    }
}
