package vn.loa.text.print;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the notes at the foot of a print's pages, where consolidated texts say what amended each provision.
 *
 * <p>The notes of a print count on from 1. Those of a page stand below its text, behind a blank line or a rule of
 * spaces, and may go on at the foot of the next page, in mid-sentence and without a number. Notes are set in smaller
 * type, so their full lines have more characters than those of the text.
 */
public final class PageNotes {
    /** "7 Khoản này được sửa đổi …": the number stands apart and has no full stop, unlike that of a section. */
    private static final Pattern OPENING = Pattern.compile("\\[?([0-9]{1,3}+)\\]? ?(?=[\\p{Lu}“\"‟«-])(?!- ?[0-9]).*+");
    /** How a note begins that says what was done to a provision. */
    private static final Pattern STATEMENT = Pattern.compile("^\\[?[0-9]++\\]? ?(?:Điều|Khoản|Điểm|Mục|Chương|Phần|Tiểu mục|Đoạn|Cụm|Từ"
            + "|Tên|Nội dung|Mẫu|Biểu|Bảng|Phụ lục|Tiêu đề|Câu|Dòng|Các|Một|Văn bản|Thông tư|Nghị|Luật|Bộ luật|Pháp lệnh"
            + "|Quyết định|Căn cứ|Việc|Bãi bỏ|Sửa đổi|Bổ sung|Thay|Theo|Nay|Khổ|Gạch|Ý|Số|Hiệu lực|Quy định)(?![\\p{L}])");
    private static final Pattern AMENDED = Pattern.compile("được (?:sửa đổi|bổ sung|bãi bỏ|thay thế|đính chính)[^.;:]{0,40} theo quy định tại ");
    /** A heading of the text, which stands in a note only where the note quotes it. */
    private static final Pattern DIVISION = Pattern.compile("(?:Điều|Chương|CHƯƠNG|Phần|PHẦN) (?:[0-9]|[IVX])");
    /** How much longer the full lines of notes are at least, where the type tells notes from text. */
    private static final double SMALLER_TYPE = 1.05;
    private static final int FULL_LINE = 60;
    private static final int MOST = 999;
    /** Notes that may be missing between two: a note whose page was torn, or left out by the maker. */
    private static final int MOST_LOST = 2;

    private final List<String> lines;
    private final BitSet ruled;
    private final DroppedLine.LineKind[] furniture;
    private final List<PrintNote> notes = new ArrayList<>();
    private final int[] noteOf;
    private double threshold;

    /** Consecutive lines of one page, without running heads. */
    private record Page(int start, int end) {}

    private PageNotes(List<String> lines, BitSet ruled, DroppedLine.LineKind[] furniture) {
        this.lines = lines;
        this.ruled = ruled;
        this.furniture = furniture;
        noteOf = new int[lines.size()];
    }

    /**
     * The notes of a print, in the order of their numbers.
     *
     * @param lines the normalised lines
     * @param ruled the blank lines that hold a rule of spaces
     * @param furniture null at the index of a line of text
     */
    public static List<PrintNote> in(List<String> lines, BitSet ruled, DroppedLine.LineKind[] furniture) {
        PageNotes reader = new PageNotes(lines, ruled, furniture);
        List<Page> pages = reader.pages();
        reader.find(pages);
        if (!reader.notes.isEmpty()) {
            reader.measure(pages);
            reader.notes.clear();
            Arrays.fill(reader.noteOf, 0);
            reader.find(pages);
        }
        return List.copyOf(reader.notes);
    }

    private List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= lines.size(); i++) {
            if (i == lines.size() || isPageHead(i)) {
                if (i > start) {
                    pages.add(new Page(start, i));
                }
                start = i + 1;
            }
        }
        return pages;
    }

    private boolean isPageHead(int i) {
        return furniture[i] == DroppedLine.LineKind.PAGE_HEADER || furniture[i] == DroppedLine.LineKind.PAGE_NUMBER
                || furniture[i] == DroppedLine.LineKind.PAGE_BREAK;
    }

    private void find(List<Page> pages) {
        boolean open = false;
        for (Page page : pages) {
            int foot = foot(page, open);
            if (foot < page.end()) {
                read(foot, page);
                open = true;
            } else {
                open &= page.end() - page.start() < 3;
            }
        }
    }

    /**
     * The first line of the notes at the foot of a page; the page's end when it has none.
     *
     * @param open whether notes stand at the foot of the page before, so that they may go on here
     */
    private int foot(Page page, boolean open) {
        int opening = page.start();
        while (opening < page.end()
                && !((open || isApart(page, opening)) && opens(opening)
                        && (isMarkedAbove(page, opening) || saysWhatAmended(opening)))) {
            opening++;
        }
        return open ? rest(page, opening) : opening;
    }

    /** The line of a page from which the notes of the page before go on; the line of the next note when they do not. */
    private int rest(Page page, int opening) {
        int first = page.start();
        while (first < opening && !isText(first)) {
            first++;
        }
        for (int i = first + 1; i < opening; i++) {
            if (isText(i) && ruled.get(i - 1) && measure(i, opening).isBelowRule()) {
                return i;
            }
        }
        for (int i = first; i < opening; i++) {
            if (isApart(page, i) && measure(i, opening).isRest(i == first, measure(i, blockEnd(i, opening)).small == 0)) {
                return i;
            }
        }
        return opening;
    }

    /** Whether a line of text stands behind a blank line or opens the page. */
    private boolean isApart(Page page, int i) {
        return isText(i) && (i == page.start() || !isText(i - 1));
    }

    private boolean isText(int i) {
        return furniture[i] == null && !lines.get(i).isEmpty();
    }

    /** Whether the line opens the next note, or one behind notes that the print lost. */
    private boolean opens(int i) {
        int number = number(i);
        return number == next() || number > next() && number <= next() + MOST_LOST && saysWhatAmended(i);
    }

    private int next() {
        return notes.isEmpty() ? 1 : notes.get(notes.size() - 1).number() + 1;
    }

    private int number(int i) {
        String line = lines.get(i);
        if (line.isEmpty() || line.charAt(0) != '[' && !Character.isDigit(line.charAt(0))) {
            return 0;
        }
        Matcher opening = OPENING.matcher(line);
        return opening.matches() ? Integer.parseInt(opening.group(1)) : 0;
    }

    /** Whether the text of the page above a line, or the end of the page before, has the mark of the next note. */
    private boolean isMarkedAbove(Page page, int line) {
        String mark = String.valueOf(number(line));
        boolean states = STATEMENT.matcher(lines.get(line)).find();
        for (int i = line - 1; i >= page.start(); i--) {
            if (isText(i) && NoteMarks.mayHold(lines.get(i), mark, states)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line begins a note of a consolidated text, whose mark a print may lack: the marked words were repealed. */
    private boolean saysWhatAmended(int line) {
        return STATEMENT.matcher(lines.get(line)).find()
                && AMENDED.matcher(String.join(" ", lines.subList(line, Math.min(lines.size(), line + 3)))).find();
    }

    /** The full lines of a range, and whether a heading stands in it. */
    private Range measure(int from, int to) {
        int small = 0;
        int large = 0;
        boolean divided = false;
        for (int i = from; i < to; i++) {
            if (isFull(i, to)) {
                small += lines.get(i).length() > threshold ? 1 : 0;
                large += lines.get(i).length() > threshold ? 0 : 1;
            }
            divided |= DIVISION.matcher(lines.get(i)).lookingAt();
        }
        return new Range(small, large, divided && !isQuoting());
    }

    private final class Range {
        private final int small;
        private final int large;
        private final boolean divided;

        Range(int small, int large, boolean divided) {
            this.small = small;
            this.large = large;
            this.divided = divided;
        }

        boolean isBelowRule() {
            return !divided && small >= large;
        }

        /**
         * Whether the range reads as the rest of a note and not as text.
         *
         * @param first whether the range opens its page
         * @param plain whether nothing in its first block tells its type
         */
        boolean isRest(boolean first, boolean plain) {
            return !divided && threshold > 0 && (small + large > 0 ? !plain && small > 4 * large : !first && isUnfinished());
        }
    }

    private int blockEnd(int from, int to) {
        int end = from;
        while (end < to && isText(end)) {
            end++;
        }
        return end;
    }

    /** Whether the last note has a quotation that is still open, or announces one. */
    private boolean isQuoting() {
        String note = String.join(" ", notes.get(notes.size() - 1).lines());
        int depth = 0;
        int straight = 0;
        for (int i = 0; i < note.length(); i++) {
            char c = note.charAt(i);
            depth += c == '“' || c == '‟' ? 1 : c == '”' ? -1 : 0;
            straight += c == '"' ? 1 : 0;
        }
        return depth > 0 || straight % 2 == 1 || note.endsWith(":");
    }

    private boolean isUnfinished() {
        String last = notes.get(notes.size() - 1).lines().get(notes.get(notes.size() - 1).lines().size() - 1);
        return ".;”\"".indexOf(last.charAt(last.length() - 1)) < 0;
    }

    /** Whether a sentence goes on from this line to the next, so that the line is as long as the type allows. */
    private boolean isFull(int i, int end) {
        return isText(i) && i + 1 < end && isText(i + 1) && lines.get(i).length() >= FULL_LINE
                && Character.isLowerCase(lines.get(i + 1).charAt(0));
    }

    private void read(int foot, Page page) {
        for (int i = foot; i < page.end(); i++) {
            if (!isText(i)) {
                continue;
            }
            if (opens(i) && notes.size() < MOST) {
                notes.add(new PrintNote(number(i), page.start(), new ArrayList<>(), new ArrayList<>()));
            }
            PrintNote note = notes.get(notes.size() - 1);
            note.at().add(i);
            note.lines().add(lines.get(i));
            noteOf[i] = note.number();
        }
    }

    /** Measures the full lines of text and notes, and the length between them that tells one from the other. */
    private void measure(List<Page> pages) {
        List<Integer> ofText = new ArrayList<>();
        List<Integer> ofNotes = new ArrayList<>();
        for (Page page : pages) {
            for (int i = page.start(); i < page.end(); i++) {
                if (isFull(i, page.end()) && (noteOf[i] > 0) == (noteOf[i + 1] > 0)) {
                    (noteOf[i] > 0 ? ofNotes : ofText).add(lines.get(i).length());
                }
            }
        }
        double text = median(ofText);
        double small = median(ofNotes);
        threshold = text > 0 && small >= SMALLER_TYPE * text ? (text + small) / 2 : 0;
    }

    private static double median(List<Integer> lengths) {
        return lengths.isEmpty() ? 0 : lengths.stream().sorted().toList().get(lengths.size() / 2);
    }
}
