package vn.loa.directive;

import java.util.Set;

/**
 * The two parts of a directive's body, before and after its sections. Joined, they are the body. The second part (signatures
 * and recipients) begins with the outermost block that has, or contains, the first id that begins with {@code closing__}.
 *
 * @param before safe HTML; empty when there is none
 * @param after safe HTML; empty when there is none
 */
public record BodyParts(String before, String after) {

    /** {@code BodyWriter} escapes quotes in texts and values, so these characters are always an attribute. */
    private static final String CLOSING = " id=\"closing__";
    private static final Set<String> VOID = Set.of("br", "hr", "img");

    /** @param body safe HTML, as {@code BodyWriter} writes it */
    public static BodyParts of(String body) {
        int closing = body.indexOf(CLOSING);
        int start = closing < 0 ? body.length() : outermost(body, body.lastIndexOf('<', closing));
        return new BodyParts(body.substring(0, start), body.substring(start));
    }

    /** Where the outermost element begins that contains the tag at {@code position}. */
    private static int outermost(String body, int position) {
        int start = position;
        int depth = 0;
        for (int tag = body.indexOf('<'); tag >= 0 && tag <= position; tag = body.indexOf('<', tag + 1)) {
            if (body.charAt(tag + 1) == '/') {
                depth--;
            } else {
                if (depth == 0) {
                    start = tag;
                }
                depth += isVoid(body, tag + 1) ? 0 : 1;
            }
        }
        return start;
    }

    private static boolean isVoid(String body, int name) {
        int end = name;
        while (Character.isLetterOrDigit(body.charAt(end))) {
            end++;
        }
        return VOID.contains(body.substring(name, end));
    }
}
