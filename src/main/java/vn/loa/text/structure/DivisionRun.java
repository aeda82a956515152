package vn.loa.text.structure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides which lines that look like divisions open a division, and which only refer to one at the start of a
 * paragraph.
 *
 * <p>Điều are numbered through the whole document. The sequence starts with Điều 1, or with the first Điều n that n+1
 * follows. Let n be the last number of the sequence:
 * <ul>
 * <li>n+1 and inserted numbers (Điều 7a behind Điều 7) open.
 * <li>A larger number opens with a warning if n+1 never follows. The number must be n+2, or the next Điều must be its
 *     successor.
 * <li>n again, or 1 where a new numbering begins, opens with a warning if the next Điều is its successor.
 * <li>Every other number is text, with a warning.
 * </ul>
 * The larger divisions restart inside each other. Each of them opens, with a warning where its number does not
 * continue.
 *
 * <p>A text has no divisions when it has neither a Điều 1 nor two divisions of one kind in sequence.
 */
final class DivisionRun {
    private final List<Division> divisions;
    private final SectionRun.Verdict[] verdicts;
    private final Map<Integer, Integer> lastArticle = new HashMap<>();
    private final int[] nextArticle;
    private boolean sound;

    private DivisionRun(List<Division> divisions) {
        this.divisions = divisions;
        this.verdicts = new SectionRun.Verdict[divisions.size()];
        this.nextArticle = new int[divisions.size()];
    }

    /** One verdict for each candidate, in order. */
    static List<SectionRun.Verdict> verdicts(List<Division> divisions) {
        DivisionRun run = new DivisionRun(divisions);
        run.judgeArticles();
        run.judgeOthers();
        return run.sound ? List.of(run.verdicts) : Collections.nCopies(divisions.size(), SectionRun.Verdict.TEXT);
    }

    private boolean isArticle(int i) {
        return divisions.get(i).kind() == SectionKind.ARTICLE;
    }

    private void judgeArticles() {
        int next = 0;
        for (int i = divisions.size() - 1; i >= 0; i--) {
            nextArticle[i] = next;
            if (isArticle(i) && !divisions.get(i).inserted()) {
                next = divisions.get(i).value();
                lastArticle.putIfAbsent(next, i);
            }
        }
        int last = 0;
        for (int i = 0; i < divisions.size(); i++) {
            if (isArticle(i)) {
                Division article = divisions.get(i);
                verdicts[i] = judgeArticle(i, article.value(), last);
                if (SectionRun.opens(verdicts[i]) && !article.inserted()) {
                    sound |= article.value() == 1 || article.value() == last + 1;
                    last = article.value();
                }
            }
        }
    }

    private SectionRun.Verdict judgeArticle(int i, int value, int last) {
        boolean continued = nextArticle[i] == value + 1;
        if (divisions.get(i).inserted()) {
            return last > 0 && value == last ? SectionRun.Verdict.OPENS : SectionRun.Verdict.TEXT;
        }
        if (value == last + 1 || last == 0 && continued) {
            return SectionRun.Verdict.OPENS;
        }
        boolean lastIsLast = lastArticle.getOrDefault(last + 1, -1) < i;
        if (last > 0 && value > last + 1 && lastIsLast && (continued || value == last + 2)) {
            return SectionRun.Verdict.OPENS_AFTER_GAP;
        }
        boolean again = continued && (value == last || value == 1 && lastIsLast);
        return again && last > 0 ? SectionRun.Verdict.OPENS_AGAIN : SectionRun.Verdict.TEXT;
    }

    private void judgeOthers() {
        Map<SectionKind, Integer> last = new EnumMap<>(SectionKind.class);
        boolean inRow = false;
        for (int i = 0; i < divisions.size(); i++) {
            Division division = divisions.get(i);
            if (isArticle(i)) {
                continue;
            }
            int before = last.getOrDefault(division.kind(), 0);
            inRow |= before > 0 && division.value() == before + 1;
            boolean continues = division.value() == 1 || division.value() == before + 1
                    || division.inserted() && division.value() == before;
            verdicts[i] = continues ? SectionRun.Verdict.OPENS
                    : division.value() > before ? SectionRun.Verdict.OPENS_AFTER_GAP : SectionRun.Verdict.OPENS_AGAIN;
            last.put(division.kind(), division.value());
            last.keySet().removeIf(kind -> kind.compareTo(division.kind()) > 0 && division.kind() != SectionKind.PART);
        }
        sound |= inRow;
    }
}
