package vn.loa.text.structure;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.fold.Words;
import vn.loa.text.print.Capitals;

/**
 * Recognises the heading of an annex: "Phụ lục II", a form ("Mẫu số 01"), or the title of a document that is issued
 * together with the main one.
 */
final class Annexes {
    private static final String NUMBER = "(?:số |SỐ )?([IVXLC]{1,8}+[A-Ha-hđ]?|[0-9]{1,3}+[A-Z]?|[A-ZĐ])";
    private static final Pattern HEADING = Pattern.compile("(?:Phụ lục|PHỤ LỤC)(?: " + NUMBER + "(?![\\p{L}0-9]))?+");
    /**
     * A heading in small letters needs a number and a sign before its title. Without both, the line is a sentence that
     * refers to an annex.
     */
    private static final Pattern TITLED = Pattern.compile("[.:] ?\\p{Lu}[^.;]{1,200}+");
    private static final Pattern FORM = Pattern.compile("(?:Mẫu|MẪU|Biểu mẫu|BIỂU MẪU|Biểu|BIỂU)(?: (?:số|SỐ))? ?:? ?"
            + "([0-9]{1,3}+[A-Za-zđ]?(?:[./-][0-9A-ZĐa-zđ-]{1,20}+){0,3}+)(?![\\p{L}0-9])");
    /** The line below the title of a regulation that a decision promulgates: "(Ban hành kèm theo Quyết định …)". */
    private static final Pattern ATTACHED =
            Pattern.compile("[(\\[]? ?(?:Ban hành )?kèm theo .*+", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final List<String> ATTACHABLE = List.of("QUY CHẾ", "QUY ĐỊNH", "ĐIỀU LỆ", "NỘI QUY", "KẾ HOẠCH",
            "CHƯƠNG TRÌNH", "ĐỀ ÁN", "CHIẾN LƯỢC", "QUY HOẠCH", "QUY TRÌNH", "HƯỚNG DẪN", "DANH MỤC", "QUY CHUẨN");
    private static final int TITLE_LINES = 6;

    private Annexes() {}

    /**
     * The heading of an annex.
     *
     * @param number null when the heading has none
     * @param raw the heading's marker as written: "Phụ lục II"
     * @param textStart offset of the annex's title in the paragraph
     * @param form whether the annex is a form; a form may also stand inside a Phụ lục
     */
    record Opening(String number, String raw, int textStart, boolean form) {
        boolean holdsForms() {
            return raw.regionMatches(true, 0, "Phụ lục", 0, 7);
        }
    }

    /** Whether a line is the heading of an annex: a marker alone, or a marker with a title. */
    static boolean isHeading(String line) {
        return heading(line).isPresent();
    }

    /** The heading at this paragraph; empty when no annex begins there. */
    static Optional<Opening> at(List<String> paragraphs, int i) {
        String line = paragraphs.get(i);
        Optional<Opening> heading = heading(line);
        if (heading.isPresent()) {
            return heading;
        }
        for (String title : ATTACHABLE) {
            if (Words.at(line, 0, title) && Capitals.only(line, 0) && isAttached(paragraphs, i + 1)) {
                return Optional.of(new Opening(null, title, Words.skipSpaces(line, title.length()), false));
            }
        }
        return Optional.empty();
    }

    private static Optional<Opening> heading(String line) {
        boolean form = line.startsWith("M") || line.startsWith("B");
        if (!form && !line.startsWith("Phụ lục") && !line.startsWith("PHỤ LỤC")) {
            return Optional.empty();
        }
        Matcher heading = (form ? FORM : HEADING).matcher(line);
        if (!heading.lookingAt()) {
            return Optional.empty();
        }
        int end = heading.end();
        if (end < line.length() && ".:-–".indexOf(line.charAt(end)) >= 0) {
            end++;
        }
        int title = Words.skipSpaces(line, end);
        boolean bare = title == line.length() || (title > end || end > heading.end()) && Capitals.only(line, title)
                || !form && heading.group(1) != null
                        && TITLED.matcher(line).region(heading.end(), line.length()).matches();
        return bare ? Optional.of(new Opening(heading.group(1), line.substring(0, end), title, form)) : Optional.empty();
    }

    private static boolean isAttached(List<String> paragraphs, int from) {
        return paragraphs.subList(from, Math.min(from + TITLE_LINES, paragraphs.size())).stream()
                .anyMatch(Annexes::isAttached);
    }

    /** Whether a line names the document that promulgates the one above it. */
    static boolean isAttached(String line) {
        return ATTACHED.matcher(line).matches();
    }
}
