package vn.loa.directive.diff;

import java.util.List;
import java.util.Locale;
import vn.loa.text.diff.DiffEffort;
import vn.loa.text.diff.WordDiff;

/** A piece of a compared text in JSON. */
public record WordView(
        String op,
        String text) {

    /** Two texts compared word by word ({@link WordDiff}); either may be null. */
    public static List<WordView> of(String before, String after) {
        return of(before, after, new DiffEffort());
    }

    static List<WordView> of(String before, String after, DiffEffort effort) {
        return WordDiff.of(before, after, effort).stream()
                .map(segment -> new WordView(segment.op().name().toLowerCase(Locale.ROOT), segment.text())).toList();
    }
}
