package vn.loa.text.effect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The instructions of one line: "Sửa đổi, bổ sung khoản 2 và bổ sung khoản 2a vào sau khoản 2 Điều 5 như sau:".
 *
 * @param verb what is done
 * @param start offset of the verb
 * @param named offset of the words behind it
 * @param end offset behind the words that name the parts
 * @param limit offset behind the instruction, where the next one begins
 */
record InstructionLine(String verb, int start, int named, int end, int limit) {
    private static final int FLAGS = Pattern.UNICODE_CASE | Pattern.CASE_INSENSITIVE;
    private static final Pattern OPENS = Pattern.compile("(" + Verbs.ANY + ")(?= )", FLAGS);
    private static final Pattern NEXT = Pattern.compile("(?:;| và|,) (" + Verbs.ANY
            + ") (?=(?:các |một số )?(?:điểm|khoản|điều|cụm từ|từ|tên|chương|mục|phụ lục) )", FLAGS);
    private static final Pattern END = Pattern.compile(" (?:thành )?như sau| vào | (?:sau|trước) (?=điểm|khoản|Điều)"
            + "|,? \\(?(?:đã )?được (?:sửa|bổ sung|thay)|:? ?[“\"‟«]|:$");

    /** The instructions of a line that begins with one; empty for other lines. */
    static List<InstructionLine> of(String text, BitSet quoted) {
        Matcher opens = OPENS.matcher(text);
        if (!opens.lookingAt()) {
            return List.of();
        }
        List<InstructionLine> all = new ArrayList<>();
        String verb = opens.group(1);
        int start = 0;
        int named = Math.min(opens.end() + 1, text.length());
        Matcher next = NEXT.matcher(text);
        for (int at = named; next.find(at); at = next.end()) {
            if (!quoted.get(next.start())) {
                all.add(new InstructionLine(verb, start, named, end(text, named, next.start(), quoted), next.start()));
                verb = next.group(1);
                start = next.start(1);
                named = next.end();
            }
        }
        all.add(new InstructionLine(verb, start, named, end(text, named, text.length(), quoted), text.length()));
        return all;
    }

    /** Whether a line begins with an instruction. */
    static boolean begins(String text) {
        return OPENS.matcher(text).lookingAt();
    }

    /** The same with words that name the parts up to an offset. */
    InstructionLine upTo(int before) {
        return new InstructionLine(verb, start, named, before, limit);
    }

    private static int end(String text, int from, int to, BitSet quoted) {
        Matcher end = END.matcher(text).region(Math.min(from, to), to).useTransparentBounds(true).useAnchoringBounds(false);
        while (end.find()) {
            if (!quoted.get(end.start())) {
                return end.start();
            }
        }
        return to;
    }
}
