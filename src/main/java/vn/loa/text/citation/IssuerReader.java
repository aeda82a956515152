package vn.loa.text.citation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.fold.Words;

/** Finds the end of an issuer's name in running text. */
final class IssuerReader {
    private static final int MAX_LENGTH = 150;

    /** Words that no office's name contains. At such a word the sentence goes on. */
    private static final List<String> STOPS = List.of("về", "Về", "V/v", "quy định", "sửa đổi", "bổ sung",
            "hướng dẫn", "ban hành", "phê duyệt", "bãi bỏ", "thay thế", "công bố", "điều chỉnh", "hợp nhất",
            "thành lập", "kiện toàn", "đính chính", "gia hạn", "giao", "yêu cầu", "triển khai", "thực hiện", "đã",
            "được", "có", "là", "bị", "do", "để", "theo", "tại", "từ", "khi", "như", "thì", "mà", "nhằm", "cho",
            "với", "này", "nêu", "hoặc", "hay", "nhất là", "gồm", "còn", "cần", "phải", "sẽ", "đang", "vẫn", "không",
            "hết", "tiếp tục", "kể", "ngày", "trên", "trong", "quyết định", "đề ra", "xác định", "chỉ rõ", "xong",
            "trước", "sau", "kèm", "Căn cứ", "Theo", "phê chuẩn", "tạm ngưng", "tạm dừng", "cắt giảm", "phân quyền",
            "phân cấp", "Ban hành", "Quy định", "Sửa đổi", "Bổ sung", "Phê duyệt", "dẫn", "tháo gỡ", "thông qua", "chấp thuận",
            "kéo dài", "đình chỉ", "miễn", "quyết nghị", "và Khoản", "và khoản", "và Điều", "và điểm");

    /** "(khóa XII)", the term of office, belongs to a committee's name. */
    private static final Pattern TERM = Pattern.compile(" \\(khóa [IVXLC]{1,7}+\\)");

    /** The rest of a name that is a list, as in "Bộ Văn hóa, Thể thao và Du lịch", from the comma on. */
    private static final Pattern LIST = Pattern.compile(
            "(?:, \\p{Lu}\\p{Ll}{0,9}+(?: \\p{Ll}{1,9}+(?<! và)){0,4}?){1,3}? và \\p{Lu}\\p{Ll}{0,9}+");
    private static final Pattern LISTED =
            Pattern.compile("(?:Bộ|Bộ trưởng|Thứ trưởng|Sở|Giám đốc|Ủy ban|Vụ|Phòng|Ban) .*");

    /** Joint documents (Thông tư liên tịch) name several issuers with commas between them. */
    private static final Pattern NEXT_OFFICE = Pattern.compile(", (?=(?:Bộ|T(?:òa|oà) án|Viện|Ủy ban|Thanh tra|"
            + "Ngân hàng|Ban|Tổng|Văn phòng|Hội|Đoàn|Mặt trận) )");

    private IssuerReader() {}

    /**
     * The offset behind the name that begins at {@code from}; {@code from} itself when no name begins there.
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
        // "và" continues "Bộ Tài nguyên và Môi trường", but not "Chính phủ và các bộ" or "Chính phủ và Nghị định".
        int next = at + 3;
        return !Words.at(text, at, "và") || next < text.length() && Character.isUpperCase(text.charAt(next))
                && !types.capitalAt(next) && at > from;
    }

    private static boolean isInName(char c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK || c == '-'
                || c == '–' || c == '&' || c == '\'' || c == '’';
    }

    /** The offset behind the rest of a name that contains commas; the comma's offset when the name ends there. */
    private static int listEnd(String text, int from, int comma) {
        Matcher list = LIST.matcher(text).region(comma, text.length());
        return list.lookingAt() && LISTED.matcher(text.substring(from, comma)).matches() ? list.end() : comma;
    }

    /** Whether the name goes on behind the comma at this offset. */
    static boolean goesOnBehind(String text, int from, int comma) {
        return listEnd(text, from, comma) > comma;
    }
}
