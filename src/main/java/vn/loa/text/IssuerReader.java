package vn.loa.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads who issued a document, from the first word of the name on. */
final class IssuerReader {
    private static final int MAX_LENGTH = 150;

    /** Words, in small letters, that no office's name contains: with them the sentence goes on. */
    private static final List<String> STOPS = List.of("về", "Về", "V/v", "quy định", "sửa đổi", "bổ sung",
            "hướng dẫn", "ban hành", "phê duyệt", "bãi bỏ", "thay thế", "công bố", "điều chỉnh", "hợp nhất",
            "thành lập", "kiện toàn", "đính chính", "gia hạn", "giao", "yêu cầu", "triển khai", "thực hiện", "đã",
            "được", "có", "là", "bị", "do", "để", "theo", "tại", "từ", "khi", "như", "thì", "mà", "nhằm", "cho",
            "với", "này", "nêu", "hoặc", "hay", "nhất là", "gồm", "còn", "cần", "phải", "sẽ", "đang", "vẫn", "không",
            "hết", "tiếp tục", "kể", "ngày", "trên", "trong", "quyết định", "đề ra", "xác định", "chỉ rõ", "xong",
            "trước", "sau", "kèm", "Căn cứ", "Theo");

    /** "(khóa XII)" belongs to the name of a committee. */
    private static final Pattern TERM = Pattern.compile(" \\(khóa [IVXLC]{1,7}+\\)");

    /** Bộ Văn hóa, Thể thao và Du lịch: what follows the comma when a name is a list. */
    private static final Pattern LIST = Pattern.compile(
            "(?:, \\p{Lu}\\p{Ll}{0,9}+(?: \\p{Ll}{1,9}+(?<! và)){0,4}?){1,3}? và \\p{Lu}\\p{Ll}{0,9}+");
    private static final Pattern LISTED =
            Pattern.compile("(?:Bộ|Bộ trưởng|Thứ trưởng|Sở|Giám đốc|Ủy ban|Vụ|Phòng|Ban) .*");

    /** Joint documents (Thông tư liên tịch) name their issuers with commas between. */
    private static final Pattern NEXT_OFFICE = Pattern.compile(", (?=(?:Bộ|T(?:òa|oà) án|Viện|Ủy ban|Thanh tra|"
            + "Ngân hàng|Ban|Tổng|Văn phòng|Hội|Đoàn|Mặt trận) )");

    private IssuerReader() {}

    /**
     * The offset behind the name that begins at from; from itself when none does.
     *
     * @param joint whether several offices may have issued the document together
     */
    static int end(String text, int from, TypeStarts types, boolean joint) {
        int at = from;
        int end = from;
        if (from >= text.length() || !Character.isLetterOrDigit(text.charAt(from))) {
            return from;
        }
        while (at - from < MAX_LENGTH && continues(text, from, at, types)) {
            int word = Words.end(text, at);
            end = at;
            while (end < word && isInName(text.charAt(end))) {
                end++;
            }
            if (end == at) {
                return at == from ? from : at - 1;
            }
            int list = end < word ? listEnd(text, from, end) : end;
            if (list > end) {
                end = list;
            } else if (end < word) {
                Matcher next = NEXT_OFFICE.matcher(text).region(end, text.length()).useTransparentBounds(true);
                if (!joint || !next.lookingAt()) {
                    return end;
                }
                end = next.end() - 1;
            }
            Matcher term = TERM.matcher(text).region(end, text.length());
            if (end >= text.length() || term.lookingAt()) {
                return end >= text.length() ? end : term.end();
            }
            at = end + 1;
        }
        return end;
    }

    private static boolean continues(String text, int from, int at, TypeStarts types) {
        if (at >= text.length() || Words.anyAt(text, at, STOPS) || types.capitalAt(at)) {
            return false;
        }
        // "Bộ Tài nguyên và Môi trường" goes on; "Chính phủ và các bộ", "Chính phủ và Nghị định" do not.
        int next = at + 3;
        return !Words.at(text, at, "và") || next < text.length() && Character.isUpperCase(text.charAt(next))
                && !types.capitalAt(next) && at > from;
    }

    private static boolean isInName(char c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK || c == '-'
                || c == '–' || c == '&' || c == '\'' || c == '’';
    }

    /** The offset behind the rest of a name with commas in it, or the comma's own. */
    private static int listEnd(String text, int from, int comma) {
        Matcher list = LIST.matcher(text).region(comma, text.length());
        return list.lookingAt() && LISTED.matcher(text.substring(from, comma)).matches() ? list.end() : comma;
    }

    /** Whether a name with a comma at this offset goes on behind it. */
    static boolean goesOnBehind(String text, int from, int comma) {
        return listEnd(text, from, comma) > comma;
    }
}
