package vn.loa.text.print;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Looks for the mark of a note that has none of the usual ones: one in brackets, behind a full stop, or apart from its word.
 *
 * <p>Other figures stand like this, too. So only those between the marks of the notes around it are looked at, none of them
 * behind a word that is counted or numbered, and it must be clear which of them is the mark.
 */
final class LooseMarks {
    private static final String CLOSING = ")]”\"»";
    private static final String PUNCTUATION = ":;,.)]";
    /** Words with a number of their own behind them. */
    private static final Set<String> NUMBERED = Set.of("điều", "khoản", "điểm", "mục", "chương", "phần", "lục", "mẫu", "biểu", "bảng", "hình",
            "câu", "đoạn", "dòng", "hàng", "cột", "ô", "trang", "tập", "số", "thứ", "ngày", "tháng", "năm", "quý", "tuần", "kỳ", "khóa", "lần",
            "đợt", "vòng", "bước", "cấp", "bậc", "mức", "hạng", "loại", "nhóm", "lớp", "tổ", "tầng", "vùng", "quận", "phường", "thức");
    /** Words behind which something is counted. */
    private static final Set<String> COUNTING = Set.of("gồm", "có", "là", "từ", "đến", "và", "hoặc", "hay", "trong", "với", "của", "cho", "tại",
            "theo", "về", "khoảng", "trên", "dưới", "hơn", "quá", "sau", "trước", "đủ", "được", "thành", "mỗi", "cả", "bằng", "còn", "đa",
            "thiểu", "nhất", "cộng", "nhân", "các", "những");

    /** How a mark stands, the surest way first. */
    private enum Print {
        /** "đấu thầu(2)" */
        BRACKETED,
        /** "tại Việt Nam.3)" */
        BEHIND_STOP,
        /** "mức đầu tư 5" at the end of a line, or before a sign */
        APART,
        /** "chứng chỉ hành nghề 4 số:" */
        BEFORE_WORD
    }

    private final List<String> lines;
    private final IntPredicate isText;
    private final boolean bracketed;

    /**
     * @param isText whether a line is text, and not a note or a running head
     * @param bracketed whether all these marks stand in brackets
     */
    LooseMarks(List<String> lines, IntPredicate isText, boolean bracketed) {
        this.lines = lines;
        this.isText = isText;
        this.bracketed = bracketed;
    }

    /**
     * The mark of a note; null when there is none, or when several figures may be the mark.
     *
     * @param before the mark behind which it stands; null for one anywhere from a line
     * @param from the first line that may have it
     * @param after the mark before which it stands; null for one anywhere above a line
     * @param to the first line that may not have it
     */
    NoteMarks.Place find(int number, NoteMarks.Place before, int from, NoteMarks.Place after, int to) {
        String figures = String.valueOf(number);
        Map<Print, List<NoteMarks.Place>> found = new EnumMap<>(Print.class);
        int last = after == null ? to - 1 : Math.min(after.line(), to - 1);
        for (int line = before == null ? from : before.line(); line <= last; line++) {
            String words = lines.get(line);
            int start = before != null && line == before.line() ? before.offset() + before.length() : 1;
            int end = after != null && line == after.line() ? after.offset() : words.length();
            for (int at = words.indexOf(figures, Math.max(1, start)); at > 0 && at < end; at = words.indexOf(figures, at + 1)) {
                Print print = isText.test(line) ? print(words, at, figures.length()) : null;
                if (print != null && (print == Print.BRACKETED || !bracketed)) {
                    int bracket = print == Print.BRACKETED ? 1 : 0;
                    found.computeIfAbsent(print, key -> new ArrayList<>())
                            .add(new NoteMarks.Place(line, at - bracket, figures.length() + 2 * bracket, true));
                }
            }
        }
        for (Map.Entry<Print, List<NoteMarks.Place>> places : found.entrySet()) {
            boolean clear = switch (places.getKey()) {
                case BRACKETED -> true;
                case BEHIND_STOP, APART -> places.getValue().size() == 1;
                case BEFORE_WORD -> places.getValue().size() == 1 && before != null && after != null;
            };
            return clear ? places.getValue().get(0) : null;
        }
        return null;
    }

    /**
     * The mark of a note at the foot of a page: on that page, or between the marks of the notes before and after it where
     * these stand above the page.
     *
     * @param before the mark of the note before; null when it has none
     * @param after the mark of the next note; null when it has none
     * @param page the first line of the page
     * @param end the first line of the note
     */
    NoteMarks.Place onPage(int number, NoteMarks.Place before, NoteMarks.Place after, int page, int end) {
        NoteMarks.Place next = after != null && after.line() < end ? after : null;
        boolean above = next != null && next.line() < page;
        if (above) {
            return before != null && before.line() <= next.line() ? find(number, before, page, next, end) : null;
        }
        return find(number, before != null && before.line() >= page ? before : null, page, next, end);
    }

    /** All places of a mark in brackets that stand like the given one: a note may belong to several words. */
    List<NoteMarks.Place> again(NoteMarks.Place bracketed, int to) {
        List<NoteMarks.Place> again = new ArrayList<>();
        String mark = lines.get(bracketed.line()).substring(bracketed.offset(), bracketed.offset() + bracketed.length());
        for (int line = bracketed.line(); line < to; line++) {
            String words = lines.get(line);
            int start = line == bracketed.line() ? bracketed.offset() + bracketed.length() : 1;
            for (int at = words.indexOf(mark, start); at > 0; at = words.indexOf(mark, at + 1)) {
                if (isText.test(line) && print(words, at + 1, mark.length() - 2) == Print.BRACKETED) {
                    again.add(new NoteMarks.Place(line, at, mark.length(), true));
                }
            }
        }
        return again;
    }

    static boolean isBracketed(String line, NoteMarks.Place place) {
        return "([".indexOf(line.charAt(place.offset())) >= 0;
    }

    private static Print print(String line, int at, int length) {
        int end = at + length;
        char before = line.charAt(at - 1);
        char next = end < line.length() ? line.charAt(end) : '\n';
        if (before == '(' && next == ')' || before == '[' && next == ']') {
            int word = at > 1 && line.charAt(at - 2) == ' ' ? at - 2 : at - 1;
            boolean behindSign = word == at - 1 && word > 0 && CLOSING.indexOf(line.charAt(word - 1)) >= 0;
            return behindSign || isMarked(line, word) ? Print.BRACKETED : null;
        }
        boolean ends = next == '\n' || PUNCTUATION.indexOf(next) >= 0
                && (end + 1 == line.length() || !Character.isLetterOrDigit(line.charAt(end + 1)));
        if (before == '.') {
            return (ends || next == ' ') && isMarked(line, at - 1) ? Print.BEHIND_STOP : null;
        }
        if (before != ' ' || !isMarked(line, at - 1)) {
            return null;
        }
        boolean word = next == ' ' && end + 1 < line.length() && Character.isLowerCase(line.charAt(end + 1));
        return ends || line.startsWith(" (", end) ? Print.APART : word ? Print.BEFORE_WORD : null;
    }

    /** Whether a word that may have a mark ends at an offset: one of letters, without a number of its own, that counts nothing. */
    private static boolean isMarked(String line, int end) {
        int start = end;
        while (start > 0 && Character.isLetter(line.charAt(start - 1))) {
            start--;
        }
        String word = line.substring(start, end);
        if (word.length() < 2 || word.equals(word.toUpperCase(Locale.ROOT)) && !isHeading(line, start)) {
            return false;
        }
        String small = word.toLowerCase(Locale.ROOT);
        return !NUMBERED.contains(small) && !COUNTING.contains(small);
    }

    /** Whether there are words in capitals before an offset, and no others: "TỔ CHỨC THỰC HIỆN 3", but not "QCVN 3". */
    private static boolean isHeading(String line, int end) {
        return line.chars().limit(end).anyMatch(Character::isLetter) && line.chars().limit(end).noneMatch(Character::isLowerCase);
    }
}
