package vn.loa.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits plain text into paragraphs. */
public final class TextBlocks {
    private static final int MAX_LABEL_LINE = 60;

    /** "Hôm nay: 2898": a few words from a capital on, a colon, a value. */
    private static final Pattern LABEL = Pattern.compile("\\p{Lu}[^:.;,“”\"]{0,39}+: ?\\S.*+");

    /** Điều, Chương and so on with their number, and points: a) đ). */
    private static final Pattern OTHER_MARKER = Pattern.compile(
            "(?:Điều [0-9]{1,4}+[a-zđ]?[.:]|(?:Phần|Chương) [IVXLC]{1,8}+(?![\\p{L}0-9])|[a-zđ]\\) ).*+");

    /** A line that breaks off behind one of these goes on with its number: "theo khoản / 2. …". */
    private static final Pattern AWAITS_NUMBER =
            Pattern.compile("(?:khoản|điểm|điều|mục|chương|phần|số|năm|tháng|ngày|quý|kỳ|từ|đến|và|hoặc)",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private TextBlocks() {}

    /**
     * The paragraphs of a text, each one normalised line, none empty. Blank lines separate them. Within a block, lines
     * are taken for hard wraps and joined with a space, but a line that begins with a section's marker ("2.", "II-",
     * "Điều 5.", "a)") opens a new paragraph, and neighbouring short lines of the form "label: value" stay lines. In a
     * text without any blank line each line is a paragraph.
     */
    public static List<String> paragraphs(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : VietnameseText.normalise(text).strip().split("\n", -1)) {
            lines.add(VietnameseText.oneLine(line));
        }
        if (!lines.contains("")) {
            return List.copyOf(lines);
        }
        List<String> paragraphs = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            if (open.length() > 0 && breaksBefore(lines, i)) {
                paragraphs.add(open.toString());
                open.setLength(0);
            }
            if (!lines.get(i).isEmpty()) {
                open.append(open.length() > 0 ? " " : "").append(lines.get(i));
            }
        }
        if (open.length() > 0) {
            paragraphs.add(open.toString());
        }
        return List.copyOf(paragraphs);
    }

    /** Whether the line does not go on with the one above it; that one is not blank. */
    private static boolean breaksBefore(List<String> lines, int i) {
        String above = lines.get(i - 1);
        String line = lines.get(i);
        return line.isEmpty() || isLabel(above) && isLabel(line) || endsLabels(lines, i)
                || isMarked(line) && !awaitsNumber(above);
    }

    /** Whether the line follows two or more label lines without being one. */
    private static boolean endsLabels(List<String> lines, int i) {
        return i > 1 && isLabel(lines.get(i - 1)) && isLabel(lines.get(i - 2));
    }

    private static boolean isLabel(String line) {
        return line.length() <= MAX_LABEL_LINE && LABEL.matcher(line).matches();
    }

    private static boolean isMarked(String line) {
        return SectionMarker.at(line).filter(marker -> marker.value() < 1000).isPresent()
                || OTHER_MARKER.matcher(line).matches();
    }

    private static boolean awaitsNumber(String line) {
        return AWAITS_NUMBER.matcher(line.substring(line.lastIndexOf(' ') + 1)).matches();
    }
}
