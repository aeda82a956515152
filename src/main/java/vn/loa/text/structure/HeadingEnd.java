package vn.loa.text.structure;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Knows what a heading is, and by their words where the heading of a Điều ends and a sentence begins, although the heading
 * fills its line. A capital alone says nothing, because a heading may go on with a name.
 */
final class HeadingEnd {
    /** Words that begin sentences and no names. */
    private static final Pattern SENTENCE = Pattern.compile("(?:Trừ|Trường hợp|Đối với|Trong|Khi|Nếu|Việc|Các|Những|Mọi|Mỗi|Theo|Ngoài|Tại|Để|Từ|Sau"
            + "|Trước|Hằng|Hàng|Không|Người|Cá nhân|Tổ chức) \\p{Ll}.*+");
    /** A sentence about what the heading names begins with these many of its words. */
    private static final int REPEATED = 3;

    private static final int LONGEST = 120;
    private static final int LONGEST_OF_DIVISION = 300;

    private HeadingEnd() {}

    /** Whether a first line is short and does not end like a sentence. */
    static boolean isHeading(String text, boolean division) {
        return !text.isEmpty() && text.length() <= (division ? LONGEST_OF_DIVISION : LONGEST)
                && ".;:,?!…".indexOf(text.charAt(text.length() - 1)) < 0;
    }

    /**
     * Whether the line begins the text below the heading.
     *
     * @param heading its words so far, with the number
     */
    static boolean before(String heading, String line) {
        return SENTENCE.matcher(line).matches() || repeats(heading.toLowerCase(Locale.ROOT), line.toLowerCase(Locale.ROOT));
    }

    private static boolean repeats(String heading, String line) {
        int end = -1;
        for (int words = 0; words < REPEATED; words++) {
            end = line.indexOf(' ', end + 1);
            if (end < 0) {
                return false;
            }
        }
        return heading.contains(" " + line.substring(0, end) + " ") || heading.endsWith(" " + line.substring(0, end));
    }
}
