package vn.loa.article.read;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.listing.ListParameter;
import vn.loa.listing.SparseFieldset;
import vn.loa.problem.Problem;

/** The members that {@code include} can add to an article's response. */
public enum Include {
    SECTIONS("sections"), CITATIONS("citations"), CHANGE_HISTORY("changeHistory"),
    /** In lists only on request. */
    ATTACHMENTS("attachments"),
    /** Always in the response, unless {@code fields} leaves it out. */
    TAGS("tags"), PICTURE("picture"), CATEGORY("category");

    private final String word;

    Include(String word) {
        this.word = word;
    }

    /** @throws vn.loa.problem.ProblemException 400 naming {@code include} when a word of the list is unknown */
    public static Set<Include> parse(List<String> values) {
        Set<Include> included = EnumSet.noneOf(Include.class);
        String list = ListParameter.joined(values);
        if (list != null) {
            Arrays.stream(list.split(",", -1)).map(Include::of).forEach(included::add);
        }
        return included;
    }

    /** The members that {@code include} or {@code fields} names. */
    public static Set<Include> parse(List<String> values, SparseFieldset fields) {
        Set<Include> included = parse(values);
        Arrays.stream(values()).filter(include -> fields.names(include.word)).forEach(included::add);
        return included;
    }

    private static Include of(String word) {
        return Arrays.stream(values()).filter(include -> include.word().equals(word)).findFirst()
                .orElseThrow(() -> Problem.invalidParameter("include", "unknown-include", "may have: "
                        + Arrays.stream(values()).map(Include::word).collect(Collectors.joining(", "))).asException());
    }

    String word() {
        return word;
    }
}
