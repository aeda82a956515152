package vn.loa.text.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A pair of corresponding paragraphs in two versions of a section, found by their words. Paragraphs cannot be matched
 * by eId, because eIds count from the start of the section and shift behind an inserted paragraph.
 *
 * @param before index in the first version, or {@link #NONE} when the paragraph was added
 * @param after index in the second version, or {@link #NONE} when the paragraph was removed
 */
public record ParagraphMatch(int before, int after) {
    public static final int NONE = -1;
    /** Share of common words from which two paragraphs count as one that was edited. */
    private static final double SIMILAR = 0.5;
    /**
     * Number of pairs up to which the best alignment is searched; above it, the n-th is compared with the n-th only.
     */
    private static final int MAX_PAIRS = 2_500;

    /**
     * All paragraphs of both versions in order, removed ones before the added ones in their place. Equal paragraphs
     * pair up first (longest common subsequence), then those between them that share at least half of their words.
     */
    public static List<ParagraphMatch> of(List<String> before, List<String> after, DiffEffort effort) {
        List<ParagraphMatch> matches = new ArrayList<>();
        int oldPlace = 0;
        int newPlace = 0;
        for (SequenceDiff.Match equal : SequenceDiff.matches(before, after, effort)) {
            between(matches, before, oldPlace, equal.before(), after, newPlace, equal.after(), effort);
            for (int i = 0; i < equal.length(); i++) {
                matches.add(new ParagraphMatch(equal.before() + i, equal.after() + i));
            }
            oldPlace = equal.before() + equal.length();
            newPlace = equal.after() + equal.length();
        }
        between(matches, before, oldPlace, before.size(), after, newPlace, after.size(), effort);
        return List.copyOf(matches);
    }

    private static void between(List<ParagraphMatch> matches, List<String> before, int oldFrom, int oldTo,
            List<String> after, int newFrom, int newTo, DiffEffort effort) {
        List<ParagraphMatch> pairs = oldFrom == oldTo || newFrom == newTo ? List.of()
                : pairs(bags(before.subList(oldFrom, oldTo)), bags(after.subList(newFrom, newTo)), effort);
        int oldPlace = oldFrom;
        int newPlace = newFrom;
        for (ParagraphMatch pair : pairs) {
            apart(matches, oldPlace, oldFrom + pair.before, newPlace, newFrom + pair.after);
            matches.add(new ParagraphMatch(oldFrom + pair.before, newFrom + pair.after));
            oldPlace = oldFrom + pair.before + 1;
            newPlace = newFrom + pair.after + 1;
        }
        apart(matches, oldPlace, oldTo, newPlace, newTo);
    }

    private static void apart(List<ParagraphMatch> matches, int oldFrom, int oldTo, int newFrom, int newTo) {
        for (int i = oldFrom; i < oldTo; i++) {
            matches.add(new ParagraphMatch(i, NONE));
        }
        for (int i = newFrom; i < newTo; i++) {
            matches.add(new ParagraphMatch(NONE, i));
        }
    }

    /** Pairs of similar paragraphs in order, with the greatest total similarity. */
    private static List<ParagraphMatch> pairs(List<Bag> before, List<Bag> after, DiffEffort effort) {
        int shorter = Math.min(before.size(), after.size());
        long words = before.stream().mapToLong(bag -> bag.counts.size()).sum() * after.size();
        List<ParagraphMatch> pairs = new ArrayList<>();
        if ((long) before.size() * after.size() > MAX_PAIRS || !effort.take(words)) {
            for (int i = 0; i < shorter; i++) {
                if (before.get(i).likeness(after.get(i)) >= SIMILAR) {
                    pairs.add(new ParagraphMatch(i, i));
                }
            }
            return pairs;
        }
        double[][] likeness = new double[before.size()][after.size()];
        double[][] best = best(before, after, likeness);
        int i = 0;
        int j = 0;
        while (i < before.size() && j < after.size()) {
            if (likeness[i][j] >= SIMILAR && best[i][j] == likeness[i][j] + best[i + 1][j + 1]) {
                pairs.add(new ParagraphMatch(i++, j++));
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
        return pairs;
    }

    /** Fills in the similarity of each pair. Returns the greatest total similarity from each pair of indexes on. */
    private static double[][] best(List<Bag> before, List<Bag> after, double[][] likeness) {
        double[][] best = new double[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                likeness[i][j] = before.get(i).likeness(after.get(j));
                double paired = likeness[i][j] >= SIMILAR ? likeness[i][j] + best[i + 1][j + 1] : 0;
                best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        return best;
    }

    private static List<Bag> bags(List<String> texts) {
        return texts.stream().map(Bag::of).toList();
    }

    /** A paragraph's words with their counts, without their order. */
    private record Bag(Map<String, Integer> counts, int size) {
        static Bag of(String text) {
            Map<String, Integer> counts = new HashMap<>();
            int size = 0;
            for (String token : WordDiff.tokens(text)) {
                if (WordDiff.isWord(token.codePointAt(0))) {
                    counts.merge(token, 1, Integer::sum);
                    size++;
                }
            }
            return new Bag(counts, size);
        }

        /** Dice coefficient of the words, from 0 (no word in common) to 1 (the same words). */
        double likeness(Bag other) {
            if (size + other.size == 0) {
                return 1;
            }
            int common = 0;
            for (Map.Entry<String, Integer> word : counts.entrySet()) {
                common += Math.min(word.getValue(), other.counts.getOrDefault(word.getKey(), 0));
            }
            return 2.0 * common / (size + other.size);
        }
    }
}
