package vn.loa.text.print;

import java.util.Objects;

/**
 * A line that belongs to the print and not to the text, and was therefore removed.
 *
 * @param line the line's number in the input, counted from 1
 * @param text the line as one normalised line
 */
public record DroppedLine(int line, LineKind kind, String text) {

    /** Why a line was removed. */
    public enum LineKind {
        /** the gazette's running head: CÔNG BÁO/Số …/Ngày … */
        PAGE_HEADER,
        /** the number beside a running head */
        PAGE_NUMBER,
        /** "(Xem tiếp Công báo số …)" where a text goes on in another issue */
        CONTINUATION,
        /** one of the lines that a digital signature prints: Ký bởi, Cơ quan, Ngày ký */
        SIGNATURE_STAMP,
        /** a rule drawn with underscores */
        RULE
    }

    public DroppedLine {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }
}
