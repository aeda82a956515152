package vn.loa.text.citation;

import java.util.List;
import java.util.Objects;
import vn.loa.text.structure.EId;

/**
 * A place where a document refers to itself ("Chỉ thị này", or "Chỉ thị" as its name) or to a part of itself ("khoản 2
 * Điều này").
 *
 * @param start offset in the paragraph's text, in UTF-16 code units
 * @param end offset behind the last character
 * @param pinpoints the parts that the text names before "Nghị định này" or by "khoản 2 Điều này"; empty for the
 *     document as a whole
 * @param divisions the eIds of the parts that it names otherwise than by their Điều: "Phụ lục I ban hành kèm theo Nghị
 *     định này"
 */
public record SelfReference(EId paragraphEId, int start, int end, String raw, List<Pinpoint> pinpoints,
        List<EId> divisions) {
    public SelfReference {
        Objects.requireNonNull(paragraphEId, "paragraphEId");
        if (start < 0 || end - start != raw.length()) {
            throw new IllegalArgumentException("offsets " + start + ".." + end + " do not fit " + raw);
        }
        pinpoints = List.copyOf(pinpoints);
        divisions = List.copyOf(divisions);
    }
}
