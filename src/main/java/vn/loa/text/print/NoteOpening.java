package vn.loa.text.print;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first line of a note at the foot of a page. */
final class NoteOpening {
    /** "7 Khoản này được sửa đổi …": the number stands apart and has no full stop, unlike that of a section. */
    private static final Pattern OPENING = Pattern.compile("\\[?([1-9][0-9]{0,2}+)\\]? ?(?=[\\p{Lu}“\"‟«-])(?!- ?[0-9]).*+");
    private static final Pattern BRACKETED = Pattern.compile("\\(([1-9][0-9]?)\\) ?\\p{Lu}.*+");
    /** How a note begins that says what was done to a provision. */
    private static final Pattern STATEMENT = Pattern.compile("^\\[?[0-9]++\\]?(?: [-–] ?| ?)(?:Điều|Khoản|Điểm|Mục|Chương|Phần|Tiểu mục|Đoạn|Cụm|Từ"
            + "|Tên|Nội dung|Mẫu|Biểu|Bảng|Phụ lục|Tiêu đề|Câu|Dòng|Các|Một|Văn bản|Thông tư|Nghị|Luật|Bộ luật|Pháp lệnh"
            + "|Quyết định|Căn cứ|Việc|Bãi bỏ|Bỏ|Sửa đổi|Bổ sung|Thay|Theo|Nay|Khổ|Gạch|Ý|Số|Hiệu lực|Quy định)(?![\\p{L}])");
    private static final Pattern AMENDED = Pattern.compile("được (?:sửa đổi|bổ sung|bãi bỏ|thay thế|đính chính)[^.;:]{0,40} (?:theo quy định )?tại (?:điểm|[Kk]hoản|[Đđ]iều|[Mm]ục|[Pp]hụ lục) ");

    private NoteOpening() {}

    /** The number of the note that a line may open; 0 for a line that opens none. */
    static int number(String line) {
        if (line.isEmpty() || line.charAt(0) != '[' && !Character.isDigit(line.charAt(0))) {
            return 0;
        }
        Matcher opening = OPENING.matcher(line);
        return opening.matches() ? Integer.parseInt(opening.group(1)) : 0;
    }

    /** The number of the note that a line may open whose number stands in brackets: "(1) Ghi họ và tên."; else 0. */
    static int bracketed(String line) {
        Matcher opening = line.startsWith("(") ? BRACKETED.matcher(line) : null;
        return opening != null && opening.matches() ? Integer.parseInt(opening.group(1)) : 0;
    }

    /** Whether a line begins as notes on provisions do. */
    static boolean states(String line) {
        return STATEMENT.matcher(line).find();
    }

    /** Whether a line begins a note that says by which document a provision was amended. */
    static boolean saysWhatAmended(List<String> lines, int line) {
        return states(lines.get(line)) && amends(lines, line);
    }

    private static boolean amends(List<String> lines, int line) {
        return AMENDED.matcher(String.join(" ", lines.subList(line, Math.min(lines.size(), line + 3)))).find();
    }

    /** Whether a whole note says what was done to a provision, or begins as such notes do. */
    static boolean says(List<String> note) {
        return states(note.get(0)) || amends(note, 0);
    }
}
