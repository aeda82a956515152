package vn.loa.text.print;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.loa.text.print.PageLines.Page;

/**
 * Finds the notes at the foot of a print's pages, where consolidated texts say what amended each provision.
 *
 * <p>The notes of a print count on from 1; those of a form in it count as the form's maker liked ({@link FormNotes}). The notes
 * of a page stand below its text, behind a blank line or a rule of spaces, and may go on at the foot of the next page, in
 * mid-sentence and without a number. Notes are set in smaller type, so their full lines have more characters than those of
 * the text.
 */
public final class PageNotes {
    /** A heading of the text, which stands in a note only where the note quotes it. */
    private static final Pattern DIVISION = Pattern.compile("(?:Điều|Chương|CHƯƠNG|Phần|PHẦN) (?:[0-9]|[IVX])");
    /** How much longer the full lines of notes are at least, where the type tells notes from text. */
    private static final double SMALLER_TYPE = 1.05;
    private static final int MOST = 999;
    /** Notes that may be missing between two: a note whose page was torn, or left out by the maker. */
    private static final int MOST_LOST = 2;

    private final List<String> lines;
    private final PageLines print;
    private final int[] numbers;
    private final FormNotes forms;
    private final List<PrintNote> notes = new ArrayList<>();
    private final int[] noteOf;
    private double threshold;
    /** The number of the last note that does not belong to a form. */
    private int counted;
    /** Whether notes say what amended provisions, so that others without these words may count on with them. */
    private boolean consolidated;
    private boolean isOfForm;

    private PageNotes(List<String> lines, PageLines print) {
        this.lines = lines;
        this.print = print;
        noteOf = new int[lines.size()];
        numbers = lines.stream().mapToInt(NoteOpening::number).toArray();
        forms = new FormNotes(lines, numbers, print, i -> print.isText(i) && noteOf[i] == 0);
    }

    /**
     * The notes of a print, in the order of their numbers.
     *
     * @param lines the normalised lines
     * @param ruled the blank lines that hold a rule of spaces
     * @param starts the lines with which a page begins, as far as its maker marked them
     * @param furniture null at the index of a line of text
     */
    public static List<PrintNote> in(List<String> lines, BitSet ruled, BitSet starts, DroppedLine.LineKind[] furniture) {
        PageNotes reader = new PageNotes(lines, new PageLines(lines, ruled, starts, furniture));
        List<Page> pages = reader.print.pages();
        reader.consolidated = IntStream.range(0, lines.size()).anyMatch(i -> reader.number(i) > 0 && reader.saysWhatAmended(i));
        reader.find(pages);
        if (!reader.notes.isEmpty()) {
            reader.measure(pages);
            reader.notes.clear();
            Arrays.fill(reader.noteOf, 0);
            reader.counted = 0;
            reader.forms.startAgain();
            reader.find(pages);
        }
        return List.copyOf(reader.notes);
    }

    private void find(List<Page> pages) {
        boolean open = false;
        for (Page page : pages) {
            FormNotes.Foot form = forms.foot(page);
            int foot = foot(page, form == null ? page.end() : form.start(), open);
            if (form != null && foot == form.start() && !opensNotes(page, foot, open)) {
                read(form, page);
                open = true;
            } else if (foot < page.end()) {
                open = read(foot, page);
            } else {
                open &= page.end() - page.start() < 3;
            }
        }
    }

    /**
     * The first line of the notes at the foot of a page; the page's end when it has none.
     *
     * @param form where notes with marks on this page begin
     * @param open whether notes stand at the foot of the page before, so that they may go on here
     */
    private int foot(Page page, int form, boolean open) {
        int opening = page.start();
        while (opening < form && !opensNotes(page, opening, open)) {
            opening++;
        }
        return open && mayGoOn(page) ? rest(page, opening) : opening;
    }

    /** Whether the last note may go on at the foot of a page. One that says nothing of a provision does so in mid-sentence only. */
    private boolean mayGoOn(Page page) {
        int first = page.start();
        while (first < page.end() && !print.isText(first)) {
            first++;
        }
        return last().states() && !isOfForm || last().isUnfinished() && first < page.end() && Character.isLowerCase(lines.get(first).charAt(0));
    }

    private boolean opensNotes(Page page, int i, boolean open) {
        return opens(i) && (open || print.isApart(page, i)) && (saysWhatAmended(i) || consolidated && NoteOpening.states(lines.get(i)) && isMarkedAbove(page, i));
    }

    /** The line of a page from which the notes of the page before go on; the line of the next note when they do not. */
    private int rest(Page page, int opening) {
        int first = page.start();
        while (first < opening && !print.isText(first)) {
            first++;
        }
        for (int i = first + 1; i < opening; i++) {
            if (print.isText(i) && print.isBehindRuleOfSpaces(i) && measure(i, opening).isBelowRule()) {
                return i;
            }
        }
        for (int i = first; i < opening; i++) {
            if (print.isApart(page, i) && measure(i, opening).isRest(i == first, measure(i, print.blockEnd(i, opening)).small == 0)) {
                return i;
            }
        }
        return opening;
    }

    /** Whether the line opens the next note, or one behind notes that the print lost. */
    private boolean opens(int i) {
        int number = number(i);
        return number == next() || number != 0 && (follows(number, next()) || follows(number, counted + 1)) && saysWhatAmended(i);
    }

    private static boolean follows(int number, int next) {
        return number >= next && number <= next + MOST_LOST;
    }

    private int next() {
        return notes.isEmpty() ? 1 : last().number() + 1;
    }

    private PrintNote last() {
        return notes.get(notes.size() - 1);
    }

    private int number(int i) {
        return numbers[i];
    }

    /** Whether the page has the mark of a line's note above the line. */
    private boolean isMarkedAbove(Page page, int line) {
        String mark = String.valueOf(number(line));
        for (int i = page.start(); i < line; i++) {
            if (print.isText(i) && NoteMarks.mayHold(lines.get(i), mark)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line begins a note of a consolidated text, whose mark a print may lack: the marked words were repealed. */
    private boolean saysWhatAmended(int line) {
        return NoteOpening.saysWhatAmended(lines, line);
    }

    /** The full lines of a range, and whether a heading stands in it. */
    private Range measure(int from, int to) {
        int small = 0;
        int large = 0;
        boolean divided = false;
        for (int i = from; i < to; i++) {
            if (print.isFull(i, to)) {
                small += lines.get(i).length() > threshold ? 1 : 0;
                large += lines.get(i).length() > threshold ? 0 : 1;
            }
            divided |= DIVISION.matcher(lines.get(i)).lookingAt();
        }
        return new Range(small, large, divided && !last().isQuoting());
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
            return !divided && threshold > 0 && (small + large > 0 ? !plain && small > 4 * large : !first && last().isUnfinished());
        }
    }

    /** Reads the notes of a page, and tells whether they may go on behind it. */
    private boolean read(int foot, Page page) {
        for (int i = foot; i < page.end(); i++) {
            if (!print.isText(i)) {
                continue;
            }
            if (i > foot && !print.isText(i - 1) && !opens(i) && !last().states()) {
                return true;
            }
            NoteMarks.Place heading = i > foot ? headingBehind(i, page, foot) : null;
            if (heading != null) {
                notes.add(notes.remove(notes.size() - 1).at(heading));
                return false;
            }
            if (opens(i) && notes.size() < MOST) {
                isOfForm = false;
                open(i, number(i), page, null);
            }
            add(i);
        }
        return true;
    }

    /** The mark of the last note in a heading that the print's maker set behind the notes of its page; null when it is none. */
    private NoteMarks.Place headingBehind(int i, Page page, int foot) {
        PrintNote note = last();
        String mark = String.valueOf(note.number());
        int at = lines.get(i).length() - mark.length();
        boolean heading = at > 1 && lines.get(i).endsWith(mark) && Character.isUpperCase(lines.get(i).charAt(0))
                && NoteMarks.isMark(lines.get(i), at, mark.length()) && NoteMarks.isSure(lines.get(i), at);
        int first = note.at().get(0);
        return heading && first >= foot && !note.isUnfinished() && !note.isQuoting() && !isMarkedAbove(page, first)
                ? new NoteMarks.Place(i, at, mark.length(), true) : null;
    }

    private void read(FormNotes.Foot foot, Page page) {
        for (int i = foot.start(); i < foot.end(); i++) {
            if (!print.isText(i)) {
                continue;
            }
            if (foot.opens(i) && notes.size() < MOST) {
                isOfForm = true;
                open(i, forms.number(i), page, foot.mark(i));
            }
            if (!notes.isEmpty()) {
                add(i);
            }
        }
    }

    private void add(int i) {
        PrintNote note = last();
        note.at().add(i);
        note.lines().add(lines.get(i));
        noteOf[i] = note.number();
    }

    /** @param mark where the note's mark stands; null where that is not known yet */
    private void open(int i, int number, Page page, NoteMarks.Place mark) {
        if (notes.isEmpty() || number == counted + 1 || number > counted && saysWhatAmended(i)) {
            counted = number;
        }
        notes.add(new PrintNote(number, page.start(), mark, new ArrayList<>(), new ArrayList<>()));
    }

    /** Measures the full lines of text and notes, and the length between them that tells one from the other. */
    private void measure(List<Page> pages) {
        List<Integer> ofText = new ArrayList<>();
        List<Integer> ofNotes = new ArrayList<>();
        for (Page page : pages) {
            for (int i = page.start(); i < page.end(); i++) {
                if (print.isFull(i, page.end()) && (noteOf[i] > 0) == (noteOf[i + 1] > 0)) {
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
