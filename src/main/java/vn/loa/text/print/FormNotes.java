package vn.loa.text.print;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import vn.loa.text.print.PageLines.Page;

/**
 * Finds the notes of forms, whatever their numbers are: one form counts them from 1, another goes on with those of the form
 * before, a third has two of one number. They stand at the foot of the page that has their marks, or behind the form.
 *
 * <p>The rows of a table have numbers, too, but no marks above them.
 */
final class FormNotes {
    /** A note is a sentence. A shorter one has at least a mark behind a word. */
    private static final int SENTENCE = 60;
    /** Lines of a form with notes behind it. */
    private static final int LONGEST_FORM = 400;
    private static final int LONGEST_FOOT = 200;
    /** Lines of a page whose marks are looked for before it counts as one without notes, so that the time stays linear. */
    private static final int MOST_TRIES = 8;

    private final List<String> lines;
    private final PageLines print;
    private final IntPredicate isText;
    private final int[] numbers;
    /** The lines whose number stands in brackets, as in "(1) Ghi họ và tên.": other lists have such numbers, too. */
    private final BitSet bracketed = new BitSet();
    /** The line behind the last notes of a form. */
    private int found;
    /** The first line that may have marks of the form with the last notes. */
    private int form;
    private int lastNumber;
    private int tries;

    /**
     * The notes at the foot of a page.
     *
     * @param end behind the last line of the last note
     * @param marks by the first line of each note; null for a mark that was not found
     */
    record Foot(int start, int end, TreeMap<Integer, NoteMarks.Place> marks) {
        boolean opens(int line) {
            return marks.containsKey(line);
        }

        int last() {
            return marks.lastKey();
        }

        NoteMarks.Place mark(int line) {
            return marks.get(line);
        }
    }

    /**
     * @param numbers for each line the number of the note that it may open; else 0
     * @param isText whether a line is text, and not a note or a running head
     */
    FormNotes(List<String> lines, int[] numbers, PageLines print, IntPredicate isText) {
        this.lines = lines;
        this.print = print;
        this.isText = isText;
        this.numbers = numbers.clone();
        for (int i = 0; i < numbers.length; i++) {
            int number = numbers[i] > 0 ? 0 : NoteOpening.bracketed(lines.get(i));
            if (number > 0) {
                this.numbers[i] = number;
                bracketed.set(i);
            }
        }
    }

    /** The number of the note that a line of these notes opens. */
    int number(int line) {
        return numbers[line];
    }

    /** The notes at the foot of a page; null when it has none. Pages are asked for in their order. */
    Foot foot(Page page) {
        tries = 0;
        for (int i = page.start(); i < page.end() && tries < MOST_TRIES; i++) {
            if (numbers[i] > 0 && (i > page.start() || goesOn(i)) && isText.test(i)
                    && (print.isBehindRule(i) || !bracketed.get(i) && print.isApart(page, i))) {
                Foot foot = at(i, page);
                if (foot != null) {
                    form = goesOn(i) ? form : found;
                    found = foot.end();
                    lastNumber = numbers[foot.last()];
                    return foot;
                }
            }
        }
        return null;
    }

    void startAgain() {
        found = 0;
        form = 0;
        lastNumber = 0;
    }

    private boolean goesOn(int i) {
        return numbers[i] == lastNumber + 1;
    }

    private Foot at(int start, Page page) {
        boolean ruled = print.isBehindRule(start) || start == page.start() && goesOn(start);
        List<Integer> openings = new ArrayList<>();
        int end = start;
        for (int i = start; i < page.end() && end <= start + LONGEST_FOOT; i++) {
            if (!isText.test(i)) {
                continue;
            }
            int number = i == start ? numbers[i] : numbers[openings.get(openings.size() - 1)];
            if (i == start || numbers[i] > 0 && (numbers[i] == number || numbers[i] == number + 1) && bracketed.get(i) == bracketed.get(start)) {
                openings.add(i);
            } else if (!isText.test(i - 1)) {
                break;
            }
            end = i + 1;
        }
        if (!ruled && !print.isLast(end, page)) {
            return null;
        }
        tries++;
        TreeMap<Integer, NoteMarks.Place> marks = marks(openings, Math.max(page.start(), start - LONGEST_FORM), ruled);
        if (marks == null) {
            marks = marks(openings, Math.max(goesOn(start) ? form : found, start - LONGEST_FORM), ruled);
        }
        return marks == null ? null : new Foot(start, end, marks);
    }

    /**
     * The marks of notes; null when the lines are no notes. The first note needs its mark, and so do half of all notes, but
     * not those that go on behind a rule of spaces.
     *
     * @param ruled whether a rule tells that they are notes
     */
    private TreeMap<Integer, NoteMarks.Place> marks(List<Integer> openings, int from, boolean ruled) {
        FormMarks search = new FormMarks(lines, isText, from, openings.get(0));
        TreeMap<Integer, NoteMarks.Place> marks = new TreeMap<>();
        int found = 0;
        boolean behindWord = ruled;
        boolean sentences = true;
        for (int line : openings) {
            NoteMarks.Place mark = bracketed.get(line) ? null : search.next(numbers[line]);
            marks.put(line, mark);
            found += mark == null ? 0 : 1;
            behindWord |= mark != null && mark.isBehindWord(lines);
            sentences &= isSentence(line);
            if (!ruled && (marks.firstEntry().getValue() == null || marks.size() - found > openings.size() / 2)) {
                return null;
            }
        }
        if (ruled && found < openings.size()) {
            found += addLoose(marks, from);
        }
        int first = openings.get(0);
        if (sentences && lastNumber > 0 && goesOn(first) && print.isBehindRuleOfSpaces(first) && !NoteOpening.states(lines.get(first))) {
            return marks;
        }
        boolean enough = found == openings.size() ? behindWord || sentences : 2 * found >= openings.size() && (ruled || sentences);
        return enough && marks.get(first) != null ? marks : null;
    }

    /** Adds marks that stand apart from their words or in brackets, and tells how many. */
    private int addLoose(TreeMap<Integer, NoteMarks.Place> marks, int from) {
        LooseMarks loose = new LooseMarks(lines, isText, bracketed.get(marks.firstKey()));
        int added = 0;
        for (Map.Entry<Integer, NoteMarks.Place> note : marks.entrySet()) {
            if (note.getValue() == null) {
                Map.Entry<Integer, NoteMarks.Place> before = marks.lowerEntry(note.getKey());
                Map.Entry<Integer, NoteMarks.Place> after = marks.higherEntry(note.getKey());
                note.setValue(loose.find(numbers[note.getKey()], before == null ? null : before.getValue(), from,
                        after == null ? null : after.getValue(), marks.firstKey()));
                added += note.getValue() == null ? 0 : 1;
            }
        }
        return added;
    }

    private boolean isSentence(int i) {
        return lines.get(i).endsWith(".") || lines.get(i).length() >= SENTENCE;
    }
}
