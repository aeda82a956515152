package vn.loa.search.index;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import vn.loa.search.index.Beginnings.Beginning;
import vn.loa.search.index.WordForms.Form;
import vn.loa.text.fold.Word;

/**
 * The grammar of the index: makes the lexemes of an entry from its text. Ranking thousands of matches takes longer than
 * finding them, so an index must say what is better. Everything that a search asks for is therefore a lexeme under one
 * index, and each tier of an answer is one query of it:
 *
 * <pre>
 * chi thi         words, lower case without accents
 * chi_thi         two words that follow each other
 * =chi3 =thi5     the same words as they are spelled, accents as the figures of the VNI input method
 * ^chi ^=chi3     words of a title: an article's title, its directive's type, number and title; a section's heading
 * &lt;t &lt;th &lt;thi     the beginnings of an article's ^words, and these words
 * &gt;t &gt;th          the beginnings of all words but figures, without these words: what is typed last may be unfinished
 * #22-ct-tu #22   an article's own number, and the figures it begins with
 * ~22-ct-tu ~22   a section of that directive
 * &#64;article &#64;section        the kind
 * &#64;b17 &#64;c2                 the blocks of entries: see search_blocks in V3__search.sql
 * type:chi thi issuer:… year:2022 decade:202 tag:… category:0198…   what the answer can be narrowed by
 * quarter:2022-1 month:2022-3     the part of the year, where only a part of its documents is in force; 0 when the day is unknown
 * </pre>
 *
 * <p>Places are not stored: they would be two thirds of the index. Where few entries come into question, their texts are
 * read (see {@code vn.loa.search.Candidate}).
 */
public final class Lexemes {

    /** To be raised by every change of the lexemes: entries of another grammar are then made anew (SearchRebuild). */
    public static final int GRAMMAR = 3;

    public static final String ARTICLE = "@article";
    public static final String SECTION = "@section";
    public static final String TYPE = "type:";
    public static final String ISSUER = "issuer:";
    public static final String YEAR = "year:";
    /** A range of years is a few decades and some years. */
    public static final String DECADE = "decade:";
    static final int YEARS_OF_A_DECADE = 10;
    private static final String QUARTER = "quarter:";
    private static final String MONTH = "month:";
    private static final int MONTHS_OF_A_QUARTER = 3;
    public static final String TAG = "tag:";
    /** With the identity of the category that the text names. */
    public static final String CATEGORY = "category:";
    public static final String NUMBER = "#";
    public static final String IN_NUMBER = "~";
    public static final String SPELLED = "=";
    public static final String OF_TITLE = "^";
    public static final String BEGINNING = "<";
    public static final String TEXT_BEGINNING = ">";
    /** The length of the longest beginnings, in characters. */
    public static final int LONGEST_BEGINNING = 8;
    /** What is longer than a hundred characters is no word. */
    public static final int LONGEST_WORD = 100;
    /** Positions that ranking looks at: the limit of a tsvector, which ranks were counted by first. */
    public static final int MOST_PLACES = 256;
    /**
     * The bytes of words and of neighbours, each, that one entry has at most: a tsvector holds a megabyte. A text with more
     * becomes several entries.
     */
    private static final int MOST_BYTES = 450_000;
    /** The words with which a further entry of a text begins again: more than a query of 200 characters can have. */
    private static final int OVERLAP = 100;

    /**
     * The lexemes of years: an entry of a wanted year has one of them. A decade of which all years are wanted is one lexeme. With a lexeme
     * for each of eighty years a search among 300,000 entries took a hundred times as long as with one.
     *
     * @param years that entries have
     * @param wanted is asked about other years, too
     */
    public static List<String> ofYears(Collection<Long> years, LongPredicate wanted) {
        return years.stream().filter(wanted::test).map(year -> {
            long decade = year / YEARS_OF_A_DECADE;
            long first = decade * YEARS_OF_A_DECADE;
            return LongStream.range(first, first + YEARS_OF_A_DECADE).allMatch(wanted) ? DECADE + decade : YEAR + year;
        }).distinct().sorted().toList();
    }

    /** @param month of the day of issue, 1 to 12; 0 when the day is unknown */
    public static String ofMonth(long year, int month) {
        return MONTH + year + '-' + month;
    }

    public static String ofQuarter(long year, int quarter) {
        return QUARTER + year + '-' + quarter;
    }

    /** 1 to 4; 0 for a month that is unknown. */
    public static int quarter(int month) {
        return (month + MONTHS_OF_A_QUARTER - 1) / MONTHS_OF_A_QUARTER;
    }

    /** An entry as it is stored: its lexemes, a line each, and how long it is for a rank. */
    public record Entry(String lexemes, int length) {
    }

    /** The lexemes of a stretch of the text, a line each. Most of a text's time is spent here, so nothing is made twice. */
    private final class Stretch {

        private final int number = ++stretches;
        private final StringBuilder words = new StringBuilder();
        private final StringBuilder pairs = new StringBuilder();
        private int pairCount;
        private int wordBytes;
        private int pairBytes;

        Stretch() {
            seenPairs.clear();
        }

        void add(Form form) {
            if (form.folded.stretch != number) {
                form.folded.stretch = number;
                words.append('\n').append(form.folded.text);
                wordBytes += bytes(form.folded.text);
                form.folded.beginnings.forEach(this::add);
            }
            if (form.stretch != number) {
                form.stretch = number;
                words.append('\n').append(form.spelled);
                wordBytes += bytes(form.spelled);
            }
        }

        private void add(Beginning beginning) {
            if (beginning.stretch != number) {
                beginning.stretch = number;
                words.append('\n').append(beginning.lexeme);
                wordBytes += bytes(beginning.lexeme);
            }
        }

        void addPair(Form last, Form form) {
            if (seenPairs.add((long) last.folded.id << Integer.SIZE | form.folded.id)) {
                pairs.append('\n').append(last.folded.text).append('_').append(form.folded.text);
                pairBytes += bytes(last.folded.text) + bytes(form.folded.text) + 1;
                pairCount++;
            }
        }

        boolean isFull() {
            return wordBytes > mostBytes || pairBytes > mostBytes;
        }
    }

    /** Reads one text. */
    private final class Reading {

        private final List<Stretch> full = new ArrayList<>();
        private final List<Form> used = new ArrayList<>();
        private final Deque<Form> recent = new ArrayDeque<>();
        private Stretch stretch = new Stretch();
        private Form last;

        void read(String line) {
            for (Word word = Word.next(line, 0); word != null; word = Word.next(line, word.end())) {
                if (word.end() - word.start() > LONGEST_WORD) {
                    last = null;
                    recent.clear();
                } else {
                    add(form(line.substring(word.start(), word.end()), word));
                }
            }
        }

        private Form form(String written, Word word) {
            Form form = forms.of(written, word);
            if (form.places++ == 0) {
                used.add(form);
            }
            return form;
        }

        private void add(Form form) {
            stretch.add(form);
            if (last != null) {
                stretch.addPair(last, form);
            }
            last = form;
            recent.add(form);
            if (recent.size() > OVERLAP) {
                recent.remove();
            }
            if (stretch.isFull()) {
                full.add(stretch);
                stretch = again();
            }
        }

        /** A stretch that begins with the last words. */
        private Stretch again() {
            Stretch next = new Stretch();
            Form before = null;
            for (Form each : recent) {
                next.add(each);
                if (before != null) {
                    next.addPair(before, each);
                }
                before = each;
            }
            return next;
        }

        /** Every entry has the words of the whole text, unless those are too many: words are found far from each other. */
        List<Entry> entries(Set<String> common) {
            full.add(stretch);
            int length = common.size() + full.stream().mapToInt(each -> each.pairCount).sum();
            for (Form form : used) {
                length += 1 + Math.min(form.places, MOST_PLACES);
                form.places = 0;
            }
            String head = String.join("\n", common);
            Stretch all = full.size() == 1 ? stretch : new Stretch();
            if (all != stretch) {
                used.forEach(all::add);
            }
            List<Entry> entries = new ArrayList<>();
            for (Stretch each : full) {
                entries.add(new Entry(head + (all.wordBytes > mostBytes ? each.words : all.words) + each.pairs, length));
            }
            return entries;
        }
    }

    private final WordForms forms = new WordForms();
    /** Of the present stretch, by the ids of both words. */
    private final LongSet seenPairs = new LongSet();
    private int stretches;
    private final int mostBytes;

    public Lexemes() {
        this(MOST_BYTES);
    }

    /** @param mostBytes of words and of neighbours, each, in an entry */
    public Lexemes(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * The entries of a text: one, or several for a text with more lexemes than an entry may have. Each two neighbours stand
     * in one of these, and so does each phrase.
     */
    public List<Entry> of(EntryText text) {
        forms.forgetIfTooMany();
        Reading reading = new Reading();
        text.title().forEach(reading::read);
        Set<String> common = new LinkedHashSet<>(text.marks());
        reading.used.forEach(form -> addTitle(form, text.isArticle(), common));
        text.text().forEach(reading::read);
        return reading.entries(common);
    }

    public static String pair(String word, String next) {
        return word + '_' + next;
    }

    private static void addTitle(Form form, boolean isArticle, Set<String> lexemes) {
        String folded = form.folded.text;
        lexemes.add(OF_TITLE + folded);
        lexemes.add(OF_TITLE + form.spelled);
        if (isArticle) {
            int longest = Math.min(folded.codePointCount(0, folded.length()), LONGEST_BEGINNING);
            for (int n = 1; n <= longest; n++) {
                lexemes.add(BEGINNING + folded.substring(0, folded.offsetByCodePoints(0, n)));
            }
        }
    }

    /** An upper bound, in UTF-8. */
    private static int bytes(String lexeme) {
        int bytes = lexeme.length();
        for (int i = 0; i < lexeme.length(); i++) {
            bytes += lexeme.charAt(i) < 0x80 ? 0 : 2;
        }
        return bytes;
    }
}
