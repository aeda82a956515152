package vn.loa.text.print;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a document's head: the office, the motto, the number, the place and date each as a part of their own,
 * even where two columns stand on one line.
 */
public final class HeadParts {
    private static final String STATE = "CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM";
    private static final String LIBERTY = "Độc lập ?[-–—] ?Tự do ?[-–—] ?Hạnh phúc";
    /** Party bodies set a star above the number and write no colon. */
    private static final String NUMBER = "(?:Số ?:? ?|\\p{Lu}[\\p{L} ]{0,30} [Ss]ố ?: ?)";
    private static final String PLACE_AND_DATE = "\\p{Lu}[^,0-9:;/]{1,40}, ?ngày [0-9 ]{1,4}tháng [0-9 ]{1,4}năm ?[0-9]{4}[0-9\\[\\]]{0,4}";
    private static final Pattern MOTTO = Pattern.compile(STATE + "|" + LIBERTY);
    private static final Pattern NUMBER_LINE = Pattern.compile(NUMBER + ".{1,60}+");
    private static final Pattern DATE_LINE = Pattern.compile("\\p{Lu}[^,0-9]{0,40}+, ?ngày .{1,60}+");
    /** Where a part begins that stands alone, behind another part on the same line. */
    private static final Pattern COLUMN = Pattern.compile("(?<=[\\s|*])(?=(?:" + STATE + "|" + LIBERTY + "|" + PLACE_AND_DATE + "))"
            + "|(?<=(?:VIỆT NAM|Hạnh phúc|HẠNH PHÚC))(?=\\s)");
    /** A line that the pattern divides has one of these; looking for them is faster. */
    private static final List<String> COLUMN_WORDS = List.of("ngày ", "Hạnh phúc", "VIỆT NAM", "HẠNH PHÚC");
    private static final int LONGEST_ROW = 300;
    private static final Pattern ORNAMENT = Pattern.compile("^[\\s|*_=–—-]+|[\\s|*_=–—-]+$");
    private static final int NARROWEST_COLUMN = 3;

    private static final int SHORTEST_RULE = 3;

    private HeadParts() {}

    /** The parts of a line or paragraph, in order; one part where it is no row of columns. */
    public static List<String> of(String line) {
        if (line.length() > LONGEST_ROW || line.indexOf(' ') < 0 || COLUMN_WORDS.stream().noneMatch(line::contains)) {
            return List.of(line);
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        Matcher column = COLUMN.matcher(line);
        while (column.find()) {
            if (isColumn(line.substring(from, column.start()))) {
                parts.add(line.substring(from, column.start()).strip());
                from = column.start();
            }
        }
        String rest = line.substring(from).strip();
        if (!rest.isEmpty()) {
            parts.add(rest);
        }
        return parts;
    }

    /** Whether words to the left of a motto or date are a column of a head, as an office, a number or a motto is. */
    private static boolean isColumn(String words) {
        String column = bare(words);
        return column.length() >= NARROWEST_COLUMN
                && (Capitals.only(column, 0) || MOTTO.matcher(column).matches() || isNumber(column) || column.startsWith("V/v "));
    }

    /** The part without rules, stars and bars around it. */
    public static String bare(String part) {
        return ORNAMENT.matcher(part).replaceAll("");
    }

    public static boolean isMotto(String line) {
        return !line.isEmpty() && (line.charAt(0) == 'C' || line.charAt(0) == 'Đ') && MOTTO.matcher(line).lookingAt();
    }

    /** Whether a line begins like a document's own number: "Số: 12/QĐ-UBND", "Nghị quyết số: 24/2022/UBTVQH15". */
    public static boolean isNumber(String line) {
        return NUMBER_LINE.matcher(line).matches();
    }

    /** What stands behind "Số:". */
    public static String number(String line) {
        return line.replaceFirst("^" + NUMBER, "").strip();
    }

    public static boolean isPlaceAndDate(String line) {
        return line.length() <= 110 && line.contains(" ngày ") && DATE_LINE.matcher(line).matches();
    }

    /** The length of the rule below an office that a print's tool set before place and date: "-------Hà Nội, ngày …"; else 0. */
    public static int ruleBeforeDate(String line) {
        int end = 0;
        while (end < line.length() && "-–—_".indexOf(line.charAt(end)) >= 0) {
            end++;
        }
        return end >= SHORTEST_RULE && isPlaceAndDate(line.substring(end).strip()) ? end : 0;
    }
}
