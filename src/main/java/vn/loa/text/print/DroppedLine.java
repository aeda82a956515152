package vn.loa.text.print;

import java.util.Objects;

/**
 * A line that belongs to the print and not to the text, and was therefore removed.
 *
 * @param line the line's number in the input, counted from 1; 0 in a file without lines
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
        /** a page number or form feed of a text without running heads */
        PAGE_BREAK,
        /** a rule drawn with underscores or dashes */
        RULE,
        /** the head or foot of the pages of a Word file, which has no lines */
        RUNNING_HEAD,
        /** a note at the foot of a page, which is kept apart and is not dropped */
        NOTE;

        /** Whether a page ends at the line, which ends no paragraph by itself. */
        boolean endsPage() {
            return this == PAGE_HEADER || this == CONTINUATION || this == PAGE_BREAK || this == NOTE;
        }
    }

    public DroppedLine {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }
}
