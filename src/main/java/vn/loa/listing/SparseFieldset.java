package vn.loa.listing;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.loa.problem.Problem;

/** Which members of an answer are wanted: {@code fields=title,slug}. What is included besides comes with them. */
public final class SparseFieldset {

    /** Null where all are. */
    private final Set<String> names;

    private SparseFieldset(Set<String> names) {
        this.names = names;
    }

    /**
     * Reads the names, separated by commas.
     *
     * @param list null for all
     * @param view the record whose members they are
     * @param absent members that this answer cannot have
     * @throws ProblemException 400 naming {@code fields} when there is no such member
     */
    public static SparseFieldset parse(String list, Class<?> view, Collection<String> absent) {
        return new SparseFieldset(list == null ? null : words("fields", list, of(view, absent)));
    }

    static List<String> of(Class<?> view, Collection<String> absent) {
        return Arrays.stream(view.getRecordComponents()).map(RecordComponent::getName)
                .filter(name -> !absent.contains(name)).toList();
    }

    /** Some of the words that a parameter may have. */
    static Set<String> words(String parameter, String list, Collection<String> known) {
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

    /** Whether it was asked for by name. */
    public boolean name(String member) {
        return names != null && names.contains(member);
    }

    public boolean areAll() {
        return names == null;
    }

    /** These, and what was included. */
    public SparseFieldset with(Collection<String> included) {
        if (names == null) {
            return this;
        }
        Set<String> all = new LinkedHashSet<>(names);
        all.addAll(included);
        return new SparseFieldset(all);
    }

    /** Whether it is wanted. */
    boolean has(String member) {
        return names == null || names.contains(member);
    }
}
