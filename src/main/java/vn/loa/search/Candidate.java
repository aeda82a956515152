package vn.loa.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.loa.search.index.EntryText;
import vn.loa.search.index.Lexemes;
import vn.loa.text.fold.Word;

/**
 * An entry that may be a result, read from its text: which of the wanted lexemes it has, and where the wanted words stand.
 * The text is read as {@link Lexemes} reads it.
 */
final class Candidate {

    /** The lexemes that a search asks for. Words that begin like none of these are passed over unread. */
    static final class Wanted {

        private final Set<String> lexemes = new HashSet<>();
        private final BitSet initials = new BitSet();
        /** How the words begin that are not passed over. */
        private final List<String> starts;
        /** Of words. */
        private final List<String> beginnings;
        /** The words that are asked for behind a word. */
        private final Map<String, Set<String>> followers = new HashMap<>();
        private boolean hasSpellings;

        Wanted(Collection<LexemeQuery> queries, Collection<String> words) {
            queries.forEach(query -> query.addLexemes(lexemes));
            lexemes.addAll(words);
            initials.set(0);
            Set<String> begun = new HashSet<>();
            for (String lexeme : lexemes) {
                int pair = lexeme.indexOf('_');
                addStart(pair > 0 ? lexeme.substring(0, pair) : lexeme, begun);
                if (pair > 0) {
                    addStart(lexeme.substring(pair + 1), begun);
                    followers.computeIfAbsent(lexeme.substring(0, pair), word -> new HashSet<>()).add(lexeme.substring(pair + 1));
                }
                hasSpellings |= lexeme.startsWith(Lexemes.SPELLED) || lexeme.startsWith(Lexemes.OF_TITLE + Lexemes.SPELLED);
            }
            beginnings = lexemes.stream().filter(Wanted::isBeginning).map(lexeme -> lexeme.substring(1)).distinct().toList();
            starts = List.copyOf(begun);
        }

        private static boolean isBeginning(String lexeme) {
            return lexeme.startsWith(Lexemes.TEXT_BEGINNING) || lexeme.startsWith(Lexemes.BEGINNING);
        }

        private void addStart(String lexeme, Set<String> begun) {
            String word = lexeme.startsWith(Lexemes.OF_TITLE) || isBeginning(lexeme) ? lexeme.substring(1) : lexeme;
            boolean spelled = word.startsWith(Lexemes.SPELLED);
            String first = spelled ? word.substring(1) : word;
            if (first.isEmpty()) {
                return;
            }
            initials.set(Word.initial(first));
            begun.add(spelled ? first.substring(0, 1) : first);
            if (spelled && first.charAt(0) == '9') {
                initials.set('d');
                begun.add("d");
            }
        }

        private boolean mayHave(Word word) {
            if (initials.get(word.initial())) {
                for (String start : starts) {
                    if (word.mayBegin(start)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private static final int[] NOWHERE = {};

    private final Wanted wanted;
    private final boolean isArticle;
    private final Set<String> found = new HashSet<>();
    private final Map<String, int[]> places = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private int place;
    private String last;

    Candidate(EntryText text, Wanted wanted) {
        this.wanted = wanted;
        this.isArticle = text.isArticle();
        found.addAll(text.marks());
        text.title().forEach(line -> read(line, true));
        text.text().forEach(line -> read(line, false));
    }

    private void read(String line, boolean title) {
        for (Word word = Word.next(line, 0); word != null; word = Word.next(line, word.end())) {
            place++;
            if (word.end() - word.start() > Lexemes.LONGEST_WORD || !wanted.mayHave(word)) {
                last = null;
                continue;
            }
            String folded = word.folded();
            if (find(folded)) {
                addPlace(folded);
            }
            for (String beginning : wanted.beginnings) {
                if (folded.startsWith(beginning)) {
                    addBeginning(beginning, folded, title);
                }
            }
            if (last != null && wanted.followers.getOrDefault(last, Set.of()).contains(folded)) {
                found.add(Lexemes.pair(last, folded));
            }
            last = folded;
            if (title) {
                find(Lexemes.OF_TITLE + folded);
            }
            if (wanted.hasSpellings) {
                findSpelling(Lexemes.SPELLED + word.spelled(), title);
            }
        }
    }

    /** As {@link vn.loa.search.index.Lexemes} has it: in a text of longer words, in an article's title also of the word itself. */
    private void addBeginning(String beginning, String word, boolean title) {
        String lexeme = Lexemes.TEXT_BEGINNING + beginning;
        if (word.length() > beginning.length() && find(lexeme)) {
            addPlace(lexeme);
        }
        if (title && isArticle) {
            find(Lexemes.BEGINNING + beginning);
        }
    }

    private void findSpelling(String spelled, boolean title) {
        find(spelled);
        if (title) {
            find(Lexemes.OF_TITLE + spelled);
        }
    }

    private boolean find(String lexeme) {
        boolean isWanted = wanted.lexemes.contains(lexeme);
        if (isWanted) {
            found.add(lexeme);
        }
        return isWanted;
    }

    private void addPlace(String word) {
        int count = counts.merge(word, 1, Integer::sum);
        int[] all = places.getOrDefault(word, NOWHERE);
        if (count > all.length) {
            all = Arrays.copyOf(all, Math.max(4, 2 * all.length));
            places.put(word, all);
        }
        all[count - 1] = place;
    }

    boolean has(String lexeme) {
        return found.contains(lexeme);
    }

    boolean hasAll(List<String> lexemes) {
        return found.containsAll(lexemes);
    }

    /** Whether a lexeme that is no word begins so. */
    boolean hasMark(String beginning) {
        return found.stream().anyMatch(mark -> mark.startsWith(beginning));
    }

    /** The places of a wanted word, counted in words, from the first one on. */
    int[] places(String word) {
        return Arrays.copyOf(places.getOrDefault(word, NOWHERE), counts.getOrDefault(word, 0));
    }

    /** Whether these wanted words follow each other. */
    boolean hasPhrase(List<String> words) {
        for (int start : places(words.get(0))) {
            int i = 1;
            while (i < words.size() && isAt(words.get(i), start + i)) {
                i++;
            }
            if (i == words.size()) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(String word, int wantedPlace) {
        return Arrays.binarySearch(places.getOrDefault(word, NOWHERE), 0, counts.getOrDefault(word, 0), wantedPlace) >= 0;
    }
}
