package vn.loa.search;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import vn.loa.search.index.Lexemes;

/**
 * How well the wanted words stand in an entry: PostgreSQL's {@code ts_rank} for words without weights, with its
 * normalisation 1. One word counts by how often it stands there, several by how close to each other they stand, both in
 * proportion to the logarithm of the entry's length.
 */
final class WordRank {

    /** The weight of a word without a label. */
    private static final double WEIGHT = 0.1;
    /** The sum of 1/i² over all i. */
    private static final double LIMIT = 1.64493406685;
    /** Words further apart do not count. */
    private static final int FURTHEST = 100;

    private WordRank() {
    }

    /**
     * @param words folded, each once
     * @param length of the entry: see {@link Lexemes.Entry}
     */
    static double of(Candidate candidate, List<String> words, int length) {
        List<int[]> places = words.stream().map(candidate::places).map(WordRank::first).filter(Objects::nonNull).toList();
        double rank = words.size() == 1 ? ofOne(places) : ofSeveral(places);
        return rank / (Math.log(length + 1.0) / Math.log(2));
    }

    /** As many places as a tsvector keeps; null for none. */
    private static int[] first(int[] places) {
        return places.length == 0 ? null
                : places.length <= Lexemes.MOST_PLACES ? places : Arrays.copyOf(places, Lexemes.MOST_PLACES);
    }

    private static double ofOne(List<int[]> places) {
        if (places.isEmpty()) {
            return 0;
        }
        double rank = 0;
        for (int i = 1; i <= places.get(0).length; i++) {
            rank += WEIGHT / ((double) i * i);
        }
        return rank / LIMIT;
    }

    private static double ofSeveral(List<int[]> places) {
        double without = 1;
        for (int i = 1; i < places.size(); i++) {
            for (int k = 0; k < i; k++) {
                for (int here : places.get(i)) {
                    for (int there : places.get(k)) {
                        without *= 1 - WEIGHT * nearness(Math.abs(here - there));
                    }
                }
            }
        }
        return without == 1 ? 0 : 1 - without;
    }

    private static double nearness(int distance) {
        return distance == 0 || distance > FURTHEST ? 0
                : Math.sqrt(1 / (1.005 + 0.05 * Math.exp(distance / 1.5 - 2)));
    }
}
