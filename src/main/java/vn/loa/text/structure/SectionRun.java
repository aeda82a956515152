package vn.loa.text.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides which markers of a text, or of one section, open a section.
 *
 * <p>The sections are numbered in one style, from the first 1 that a 2 or 3 of the same style follows. Let n be the
 * last section's number:
 * <ul>
 * <li>n+1 opens the next section, unless n+1 continues a list that restarted at 1 inside section n and n+1 stands again
 *     further on.
 * <li>n+2 opens a section, with a warning, if n+1 never follows and n+2 continues no such list: the text skips a
 *     number. So does n+3 if neither of the two that it skips ever follows and n+4 comes next.
 * <li>n opens a section again, with a warning, if the marker directly follows section n and n+1 comes next and only
 *     once: the text has a number twice. A repeated 1 never opens a section, because it begins a list. n also opens a
 *     section again directly behind a section n that was repealed, because others may have moved up.
 * <li>An inserted number opens a section behind the one that it names: 2a behind 2.
 * <li>Every other number is text, with a warning.
 * </ul>
 * There must be at least two sections, two of them consecutive. Otherwise no marker opens a section. The numbers of a
 * list may count on over the sections around it (I: 1 to 3, II: 4 to 6).
 */
final class SectionRun {
    /** Whether and how a marker opens a section. */
    enum Verdict { OPENS, OPENS_AFTER_GAP, OPENS_AGAIN, TEXT, OTHER_STYLE }

    private final List<SectionMarker> markers;
    private final Map<Integer, Integer> lastPlace = new HashMap<>();
    private int last;
    private int inner;

    private SectionRun(List<SectionMarker> markers) {
        this.markers = markers;
    }

    /**
     * One verdict for each marker, in order.
     *
     * @param before the last number of the same list in the section before, from which this one may count on; null for
     *     none
     */
    static List<Verdict> verdicts(List<SectionMarker> all, SectionMarker before) {
        boolean countsOn = before != null && all.stream().filter(marker -> marker.style().equals(before.style())).findFirst()
                .filter(first -> first.value() == before.value() + 1).isPresent();
        String style = countsOn ? before.style() : style(all);
        List<SectionMarker> run = all.stream().filter(marker -> marker.style().equals(style)).toList();
        SectionRun judge = new SectionRun(run);
        judge.last = countsOn ? before.value() : 0;
        List<Verdict> inRun = judge.judge();
        boolean sound = countsOn || isSound(run, inRun);
        List<Verdict> verdicts = new ArrayList<>(all.size());
        int next = 0;
        for (SectionMarker marker : all) {
            boolean member = marker.style().equals(style);
            Verdict verdict = member ? inRun.get(next++) : Verdict.OTHER_STYLE;
            verdicts.add(sound ? verdict : Verdict.TEXT);
        }
        return verdicts;
    }

    /** The style of the first 1 that a 2 or a 3 of its style follows; null when there is none. */
    private static String style(List<SectionMarker> all) {
        Map<String, Integer> place = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).inserted() && (all.get(i).value() == 2 || all.get(i).value() == 3)) {
                place.put(all.get(i).style(), i);
            }
        }
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).value() == 1 && !all.get(i).inserted() && place.getOrDefault(all.get(i).style(), -1) > i) {
                return all.get(i).style();
            }
        }
        return null;
    }

    private static boolean isSound(List<SectionMarker> run, List<Verdict> verdicts) {
        int before = -1;
        for (int i = 0; i < run.size(); i++) {
            if (opens(verdicts.get(i)) && !run.get(i).inserted()) {
                if (run.get(i).value() == before + 1) {
                    return true;
                }
                before = run.get(i).value();
            }
        }
        return false;
    }

    static boolean opens(Verdict verdict) {
        return verdict == Verdict.OPENS || verdict == Verdict.OPENS_AFTER_GAP || verdict == Verdict.OPENS_AGAIN;
    }

    private List<Verdict> judge() {
        for (int i = 0; i < markers.size(); i++) {
            if (!markers.get(i).inserted()) {
                lastPlace.put(markers.get(i).value(), i);
            }
        }
        List<Verdict> verdicts = new ArrayList<>(markers.size());
        for (int i = 0; i < markers.size(); i++) {
            int value = markers.get(i).value();
            boolean afterSection = i > 0 && opens(verdicts.get(i - 1));
            Verdict verdict = judge(i, value, afterSection);
            if (opens(verdict)) {
                last = value;
                inner = 0;
            } else if (value == 1 && last > 0 || inner > 0 && value == inner + 1) {
                inner = value;
            }
            verdicts.add(verdict);
        }
        return verdicts;
    }

    private Verdict judge(int place, int value, boolean afterSection) {
        if (markers.get(place).inserted()) {
            return last > 0 && value == last ? Verdict.OPENS : Verdict.TEXT;
        }
        boolean continuesInner = inner > 0 && value == inner + 1;
        if (last == 0) {
            return value == 1 ? Verdict.OPENS : Verdict.TEXT;
        }
        if (value == last + 1) {
            return continuesInner && comesAfter(place, value) ? Verdict.TEXT : Verdict.OPENS;
        }
        if (value == last + 2) {
            return continuesInner || comesAfter(place, last + 1) ? Verdict.TEXT : Verdict.OPENS_AFTER_GAP;
        }
        if (value == last + 3 && !continuesInner && !comesAfter(place, last + 1) && !comesAfter(place, last + 2)
                && place + 1 < markers.size() && markers.get(place + 1).value() == value + 1) {
            return Verdict.OPENS_AFTER_GAP;
        }
        if (value == last && afterSection && markers.get(place - 1).repealed() && !markers.get(place).repealed()) {
            return Verdict.OPENS_AGAIN;
        }
        boolean again = value == last && value > 1 && afterSection && place + 1 < markers.size()
                && markers.get(place + 1).value() == value + 1 && !comesAfter(place + 1, value + 1);
        return again ? Verdict.OPENS_AGAIN : Verdict.TEXT;
    }

    private boolean comesAfter(int place, int value) {
        return lastPlace.getOrDefault(value, -1) > place;
    }
}
