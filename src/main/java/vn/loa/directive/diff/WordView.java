package vn.loa.directive.diff;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.text.diff.DiffEffort;
import vn.loa.text.diff.WordDiff;

/** A piece of a compared text in JSON. */
@Schema(name = "ChangedWords", description = "A piece of a text as it changed. The pieces that are `equal` or `delete` "
        + "are together the text before, those that are `equal` or `insert` the text after.")
public record WordView(
        @Schema(description = "What became of it.", enumeration = {"equal", "insert", "delete"}, required = true)
        String op,
        @Schema(description = "Its words, with the white space around them.", required = true)
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
