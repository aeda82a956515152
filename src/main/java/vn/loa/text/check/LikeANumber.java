package vn.loa.text.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that look like the number of a document, by patterns looser than those of citations. */
record LikeANumber(int start, int end) {
    private static final Pattern FIGURES = Pattern.compile("\\d{1,5}+(?:\\.\\d{1,3}+)?[a-zđ]?\\s?/\\s?(?:(?:19|20)\\d\\d\\s?/\\s?)?"
            + "(?:(?:UBTVQH|QH)\\d{1,2}|[A-ZĐ][A-Za-zĐđ]{0,7}+(?:\\s?[-–/]\\s?[A-ZĐ&][A-Za-zĐđ0-9]*+)++)"
            + "|\\d{1,5}+\\s?[-–]\\s?[A-ZĐ][A-Za-zĐđ]{1,3}+\\s?/\\s?[A-ZĐ]{2,}+[A-Za-zĐđ]*+|\\d{1,5}+/(?:19|20)\\d\\d/[A-ZĐ][A-Za-zĐđ]++");
    private static final String STARTS = "NTQCKHBLPĐ";
    private static final Pattern TYPED = Pattern.compile("(?:Nghị định|Thông tư(?: liên tịch)?|Quyết định|Nghị quyết|Chỉ thị|Kết luận|Quy định"
            + "|Kế hoạch|Hướng dẫn|Công văn|Bộ luật|Luật|Pháp lệnh) số ?:? ?\\d{1,5}[\\p{L}\\d/.-]*+"
            + "|(?:Nghị định|Thông tư(?: liên tịch)?|Chỉ thị) \\d{1,5}[\\p{L}\\d/-]*+"
            + "|(?:NĐ|TTLT|TT|QĐ|NQ|CT) ?(?:số ?)?\\d{1,5}+(?:/(?:19|20)\\d\\d)?(?![\\p{L}\\d/])");

    static List<LikeANumber> in(String line) {
        List<LikeANumber> found = new ArrayList<>();
        Matcher figures = FIGURES.matcher(line);
        Matcher typed = TYPED.matcher(line);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            Matcher matcher = c >= '0' && c <= '9' ? figures : c >= 'B' && STARTS.indexOf(c) >= 0 ? typed : null;
            if (matcher != null && begins(line, i) && matcher.region(i, line.length()).lookingAt()) {
                found.add(new LikeANumber(i, matcher.end()));
                i = matcher.end() - 1;
            }
        }
        return found;
    }

    private static boolean begins(String line, int at) {
        return at == 0 || !Character.isLetterOrDigit(line.charAt(at - 1)) && "/.".indexOf(line.charAt(at - 1)) < 0;
    }
}
