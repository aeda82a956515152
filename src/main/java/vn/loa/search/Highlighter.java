package vn.loa.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.loa.search.Highlighted.Place;
import vn.loa.text.fold.Word;

/** Finds the matches of a search in a text, without regard to accents. */
final class Highlighter {

    /** The longest snippet, in UTF-16 code units. */
    static final int LONGEST_SNIPPET = 240;
    /** The text before the first match in a snippet, in UTF-16 code units. */
    private static final int BEFORE = 60;
    /** The length up to which a paragraph is scanned for matches, in UTF-16 code units: 15 ms. */
    private static final int LONGEST_TEXT = 1_000_000;
    private static final int LONG_BEGINNING = 3;
    private static final String CUT = "…";

    private final Map<String, List<List<String>>> termsByFirstWord = new HashMap<>();
    private final List<String> beginnings;
    /** The word before the beginning; null when that counts anywhere. */
    private final String before;
    /** How matches begin: no other word is folded. */
    private final List<String> starts;
    /** The initials of all terms, and 0 for words whose initial {@link Word#initial} does not know. */
    private final BitSet initials = new BitSet();

    /**
     * @param terms the words of each term, folded
     * @param beginnings the folded starts of a word that match any word with that start; empty for none
     */
    Highlighter(List<List<String>> terms, List<String> beginnings) {
        this(terms, beginnings, null);
    }

    /**
     * @param before the folded word behind which a beginning counts. Elsewhere only one of three letters does: nearly
     *     everything begins with one.
     */
    Highlighter(List<List<String>> terms, List<String> beginnings, String before) {
        terms.stream().sorted(Comparator.comparing(List<String>::size).reversed())
                .forEach(term -> termsByFirstWord.computeIfAbsent(term.get(0), first -> new ArrayList<>()).add(term));
        this.beginnings = beginnings;
        this.before = before;
        starts = Stream.of(termsByFirstWord.keySet().stream(), beginnings.stream(), Stream.ofNullable(before)).flatMap(each -> each)
                .distinct().toList();
        initials.set(0);
        starts.forEach(start -> initials.set(Word.initial(start)));
    }

    /** The whole text with its matches. */
    Highlighted whole(String text) {
        return Highlighted.of(text, places(text));
    }

    /** A paragraph and its eId; null for a paragraph without one. */
    record Source(String eId, String text) {
    }

    /** The part of the best paragraph that has the most matches. */
    record Snippet(String eId, Highlighted words) {
    }

    /** A snippet of the paragraph with the most matches; empty without paragraphs. */
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
        List<Place> places = new ArrayList<>();
        int from = 0;
        for (Word word = Word.next(read, 0, initials); word != null; word = Word.next(read, from, initials)) {
            int end = mayBegin(word) ? endOfMatch(word) : 0;
            if (end > 0) {
                add(places, text, word.start(), end);
            }
            from = Math.max(word.end(), end);
        }
        return places;
    }

    private boolean mayBegin(Word word) {
        for (String start : starts) {
            if (word.mayBegin(start)) {
                return true;
            }
        }
        return false;
    }

    /** The offset behind the longest match that begins with this word; 0 when there is none. */
    private int endOfMatch(Word first) {
        String folded = first.folded();
        Word next = folded.equals(before) ? Word.next(first.text(), first.end()) : null;
        int end = next == null ? 0 : endOfBeginning(next, 1);
        if (end > 0) {
            return end;
        }
        for (List<String> term : termsByFirstWord.getOrDefault(folded, List.of())) {
            Word last = lastWord(term, first);
            if (last != null) {
                return last.end();
            }
        }
        return endOfBeginning(first, before == null ? 1 : LONG_BEGINNING);
    }

    /** @param shortest the letters of a beginning that counts here */
    private int endOfBeginning(Word word, int shortest) {
        String folded = word.folded();
        for (String beginning : beginnings) {
            if (beginning.length() >= shortest && folded.startsWith(beginning)) {
                return word.endOf(beginning.length());
            }
        }
        return 0;
    }

    /** The last word of the term if the text has the whole term from this word on; null otherwise. */
    private static Word lastWord(List<String> term, Word first) {
        Word word = first;
        for (String each : term.subList(1, term.size())) {
            word = Word.next(word.text(), word.end());
            if (word == null || !word.folded().equals(each)) {
                return null;
            }
        }
        return word;
    }

    /** Adds a match. Two matches with only a space between them become one. */
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

    /** The start of the window with the most matches; of several such windows the first. */
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
