package vn.loa.listing;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.loa.problem.Problem;

/** The members of the response that the client wants: {@code fields=title,slug}. Included members are always wanted. */
public final class SparseFieldset {

    /** Null when all members are wanted. */
    private final Set<String> names;

    private SparseFieldset(Set<String> names) {
        this.names = names;
    }

    /**
     * Reads the names, separated by commas.
     *
     * @param list null when all members are wanted
     * @param view the record that has the members
     * @param absent members that this response never has
     * @throws ProblemException 400 naming {@code fields} when the view has no such member
     */
    public static SparseFieldset parse(String list, Class<?> view, Collection<String> absent) {
        return new SparseFieldset(list == null ? null : words("fields", list, of(view, absent)));
    }

    static List<String> of(Class<?> view, Collection<String> absent) {
        return Arrays.stream(view.getRecordComponents()).map(RecordComponent::getName)
                .filter(name -> !absent.contains(name)).toList();
    }

    /** Reads a comma-separated parameter whose values must be known words. */
    public static Set<String> words(String parameter, String list, Collection<String> known) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : list.split(",", -1)) {
            if (!known.contains(word)) {
                throw Problem.invalidParameter(parameter, "unknown-" + (parameter.equals("fields") ? "field" : parameter),
                        "has '" + word + "'; it may have: " + String.join(", ", known)).asException();
            }
            words.add(word);
        }
        return words;
    }

    /** Whether the client named this member. */
    public boolean names(String member) {
        return names != null && names.contains(member);
    }

    public boolean isAll() {
        return names == null;
    }

    /** The same members and the included ones. */
    public SparseFieldset with(Collection<String> included) {
        if (names == null) {
            return this;
        }
        Set<String> all = new LinkedHashSet<>(names);
        all.addAll(included);
        return new SparseFieldset(all);
    }

    /** Whether the client wants this member, named or not. */
    public boolean contains(String member) {
        return names == null || names.contains(member);
    }
}
