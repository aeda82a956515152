package vn.loa.text.print;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the names of offices, which stand in capitals in the head and at the end of official documents. */
public final class Offices {
    private static final int MAX_NAME = 160;
    /**
     * Words that begin the name of an office, or of the person who heads one. A line of a head that begins otherwise
     * continues the name above it: "ỦY BAN NHÂN DÂN / TỈNH HẬU LỘC".
     */
    private static final Pattern BEGINS = Pattern.compile("(?:CHÍNH PHỦ|QUỐC HỘI|CHỦ TỊCH|THỦ TƯỚNG|BỘ(?! LUẬT)|SỞ|TỔNG CỤC"
            + "|CỤC|CHI CỤC|VỤ|[ỦU][ỶY] BAN|UBND|HĐND|HỘI ĐỒNG|HỘI (?:NÔNG DÂN|LIÊN HIỆP|CỰU CHIẾN BINH|CHỮ THẬP ĐỎ|LUẬT GIA)"
            + "|VĂN PHÒNG|T[ÒO][ÀA] ÁN|VIỆN|NGÂN HÀNG|BẢO HIỂM XÃ HỘI|KIỂM TOÁN|THANH TRA (?:CHÍNH PHỦ|TỈNH|THÀNH PHỐ|BỘ|SỞ)"
            + "|TỈNH [ỦU][ỶY]|THÀNH [ỦU][ỶY]|HUYỆN [ỦU][ỶY]|QUẬN [ỦU][ỶY]|THỊ [ỦU][ỶY]|ĐẢNG [ỦU][ỶY]|ĐẢNG BỘ|TỈNH ĐOÀN"
            + "|BAN (?:THƯỜNG VỤ|CHẤP HÀNH|BÍ THƯ|CHỈ ĐẠO|CHỈ HUY|TUYÊN GIÁO|TỔ CHỨC|DÂN VẬN|NỘI CHÍNH|CÁN SỰ|QUẢN LÝ|KINH TẾ)"
            + "|ĐOÀN (?:ĐẠI BIỂU|TNCS|THANH NIÊN|LUẬT SƯ)|[A-Z]*ĐOÀN TNCS|(?:TỔNG )?LIÊN ĐOÀN|MẶT TRẬN|CÔNG AN|TRƯỜNG (?:ĐẠI HỌC|CAO ĐẲNG|CHÍNH TRỊ)"
            + "|ĐẠI HỌC|TẬP ĐOÀN|(?:TỔNG )?CÔNG TY|THỐNG ĐỐC|TỔNG GIÁM ĐỐC|GIÁM ĐỐC|CHÁNH ÁN|VIỆN TRƯỞNG|TỔNG THANH TRA"
            + "|THỨ TRƯỞNG|CHỦ NHIỆM|BÍ THƯ|TỔNG BÍ THƯ|CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG|HIỆU TRƯỞNG|CHÁNH VĂN PHÒNG|TRƯỞNG BAN)"
            + "(?![\\p{L}0-9,]).*+");
    /**
     * The rubrics under which a gazette prints its texts. A rubric may be joined with the office that stands below it.
     */
    private static final Pattern RUBRIC = Pattern.compile("(?:PHẦN )?(?:(?:[IVX]+\\. )?VĂN BẢN (?:QUY PHẠM PHÁP LUẬT|PHÁP LUẬT KHÁC"
            + "|HỢP NHẤT|CHỈ ĐẠO,? ĐIỀU HÀNH|KHÁC)|THÔNG TIN KHÁC)(?! ?[0-9])[ :*–-]*+");

    private Offices() {}

    /** Whether a line in capitals is the name of an office or of its head, and not a title. */
    public static boolean isName(String line) {
        return line.length() <= MAX_NAME && BEGINS.matcher(line).matches();
    }

    /** The line without the rubric of a gazette at its start; empty when the line is only a rubric. */
    public static String withoutRubric(String line) {
        return RUBRIC.matcher(line).lookingAt() ? RUBRIC.matcher(line).replaceFirst("") : line;
    }

    /**
     * The office that the lines of a head name, in capitals: the lowest one where a higher office stands above it,
     * offices of the same rank together, and null when the lines name none. A gazette prints an office twice, above the
     * text and in its head.
     */
    public static String issuer(List<String> lines) {
        List<String> names = new ArrayList<>();
        for (String line : lines) {
            boolean unfinished = !names.isEmpty() && last(names).matches(".*[-–,]");
            boolean begins = names.isEmpty() || !unfinished && BEGINS.matcher(line).matches() && !isRestOf(last(names), line);
            if (begins) {
                names.add(line);
            } else {
                names.set(names.size() - 1, last(names) + " " + line);
            }
        }
        if (names.isEmpty()) {
            return null;
        }
        String issuer = last(names);
        int same = names.size() - 2;
        while (same >= 0 && firstWord(names.get(same)).equals(firstWord(issuer)) && !issuer.startsWith(names.get(same))) {
            issuer = names.get(same--) + " - " + issuer;
        }
        return issuer.length() > MAX_NAME ? null : issuer;
    }

    /** Whether a line that begins like an office continues the name above: "… CỦA / CHÍNH PHỦ", "… VÀ / SỞ TÀI CHÍNH". */
    private static boolean isRestOf(String name, String line) {
        return name.endsWith(" CỦA") || name.endsWith(" VÀ") || name.endsWith(" THUỘC")
                || line.startsWith("TỈNH ") || name.equals("VĂN PHÒNG") || name.equals("CHỦ TỊCH");
    }

    private static String firstWord(String name) {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }

    private static String last(List<String> names) {
        return names.get(names.size() - 1);
    }
}
