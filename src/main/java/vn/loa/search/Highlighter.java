package vn.loa.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.loa.search.Highlighted.Place;

/** Finds what was searched for in a text, without regard to accents. */
final class Highlighter {

    /** The longest snippet, in UTF-16 code units. */
    static final int LONGEST_SNIPPET = 240;
    /** What a snippet shows before the first match. */
    private static final int BEFORE = 60;
    /** Of a longer paragraph only the beginning is looked at. */
    private static final int LONGEST_TEXT = 20_000;
    private static final String CUT = "…";

    private final Map<String, List<List<String>>> termsByFirstWord = new HashMap<>();
    private final String beginning;

    /** @param beginning what a last word begins with; null for none */
    Highlighter(List<List<String>> terms, String beginning) {
        terms.stream().sorted(Comparator.comparing(List<String>::size).reversed())
                .forEach(term -> termsByFirstWord.computeIfAbsent(term.get(0), first -> new ArrayList<>()).add(term));
        this.beginning = beginning;
    }

    /** All of a text. */
    Highlighted whole(String text) {
        return Highlighted.of(text, places(text));
    }

    /** A paragraph, and its address; null for one that has none. */
    record Source(String eId, String text) {
    }

    /** The part of the best paragraph that shows most. */
    record Snippet(String eId, Highlighted words) {
    }

    /** Empty when there are no paragraphs. */
    Optional<Snippet> snippet(List<Source> paragraphs) {
        Source best = null;
        List<Place> places = List.of();
        for (Source paragraph : paragraphs) {
            List<Place> found = places(paragraph.text);
            if (best == null || found.size() > places.size()) {
                best = paragraph;
                places = found;
            }
        }
        return best == null ? Optional.empty() : Optional.of(new Snippet(best.eId, cut(best.text, places)));
    }

    private List<Place> places(String text) {
        String read = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        List<Word> words = Word.in(read);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int length = matchAt(words, i);
            if (length > 0) {
                add(places, text, words.get(i).start(), words.get(i + length - 1).end());
                i += length - 1;
            } else if (beginning != null && words.get(i).folded().startsWith(beginning)) {
                int start = words.get(i).start();
                add(places, text, start, Math.min(start + beginning.length(), words.get(i).end()));
            }
        }
        return places;
    }

    /** How many words the longest term that begins here has; 0 when none does. */
    private int matchAt(List<Word> words, int i) {
        for (List<String> term : termsByFirstWord.getOrDefault(words.get(i).folded(), List.of())) {
            int n = 1;
            while (n < term.size() && i + n < words.size() && words.get(i + n).folded().equals(term.get(n))) {
                n++;
            }
            if (n == term.size()) {
                return n;
            }
        }
        return 0;
    }

    /** Matches with only a space between them are one place. */
    private static void add(List<Place> places, String text, int start, int end) {
        Place last = places.isEmpty() ? null : places.get(places.size() - 1);
        if (last != null && start - last.end() == 1 && text.charAt(last.end()) == ' ') {
            places.set(places.size() - 1, new Place(last.start(), end));
        } else {
            places.add(new Place(start, end));
        }
    }

    private static Highlighted cut(String text, List<Place> places) {
        if (text.length() <= LONGEST_SNIPPET) {
            return Highlighted.of(text, places);
        }
        int start = places.isEmpty() ? 0 : startOfBest(text, places);
        int end = wordEnd(text, start, Math.min(start + LONGEST_SNIPPET, text.length()));
        String before = start > 0 ? CUT : "";
        int shift = before.length() - start;
        List<Place> shown = places.stream().filter(place -> place.start() >= start && place.end() <= end)
                .map(place -> new Place(place.start() + shift, place.end() + shift)).toList();
        return Highlighted.of(before + text.substring(start, end) + (end < text.length() ? CUT : ""), shown);
    }

    /** The window that shows most of the matches, the first of several. */
    private static int startOfBest(String text, List<Place> places) {
        int best = 0;
        int most = 0;
        int last = 0;
        for (int first = 0; first < places.size(); first++) {
            int limit = places.get(first).start() - BEFORE + LONGEST_SNIPPET;
            while (last < places.size() && places.get(last).end() <= limit) {
                last++;
            }
            if (last - first > most) {
                most = last - first;
                best = first;
            }
        }
        int wanted = Math.min(places.get(best).start() - BEFORE, text.length() - LONGEST_SNIPPET);
        if (wanted <= 0) {
            return 0;
        }
        int space = text.indexOf(' ', wanted);
        return space >= 0 && space < places.get(best).start() ? space + 1 : places.get(best).start();
    }

    private static int wordEnd(String text, int start, int end) {
        if (end == text.length()) {
            return end;
        }
        int space = text.lastIndexOf(' ', end);
        if (space > start) {
            return space;
        }
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}
