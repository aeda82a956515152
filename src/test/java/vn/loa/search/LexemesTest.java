package vn.loa.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.loa.search.Candidate.Wanted;
import vn.loa.search.LexemeQuery.Lexeme;
import vn.loa.search.LexemeQuery.Phrase;
import vn.loa.search.LexemeQuery.PhraseBeginning;
import vn.loa.search.index.EntryText.Article;
import vn.loa.search.index.EntryText.Labels;
import vn.loa.search.index.EntryText;
import vn.loa.search.index.Lexemes.Entry;
import vn.loa.search.index.Lexemes;
import vn.loa.text.fold.Word;

/** The lexemes that the index has of a text. */
class LexemesTest {

    private static final Labels LABELS = new Labels("Chỉ thị", "22-CT/TU", "Tỉnh ủy", 2022, List.of("Văn thư"), null);
    private static final LocalDate ISSUED_ON = LocalDate.of(2022, 7, 3);
    private static final int MOST_BYTES = 2_000;

    private static Set<String> lexemes(Entry entry) {
        List<String> lines = List.of(entry.lexemes().split("\n"));
        assertEquals(lines.size(), new HashSet<>(lines).size(), "no lexeme twice");
        return Set.copyOf(lines);
    }

    @Test
    void a_section_has_its_words_as_folded_and_as_spelled_and_each_two_neighbours() {
        EntryText text = EntryText.ofSection("1.", "Giữ rừng", List.of("Rừng là vàng."), LABELS, ISSUED_ON);
        assertEquals(Set.of("@section", "type:chi thi", "issuer:tinh uy", "year:2022", "decade:202", "quarter:2022-3", "month:2022-7",
                "tag:van thu", "~22-ct-tu", "~22",
                "1", "giu", "rung", "la", "vang", "=1", "=giu74", "=ru7ng2", "=la2", "=vang2",
                "1_giu", "giu_rung", "rung_rung", "rung_la", "la_vang", "^1", "^=1", "^giu", "^=giu74", "^rung", "^=ru7ng2",
                ">g", ">gi", ">r", ">ru", ">run", ">l", ">v", ">va", ">van"),
                lexemes(new Lexemes().of(text).get(0)));
    }

    @Test
    void an_article_has_its_number_and_the_beginnings_of_its_title() {
        Article article = new Article("Đất", "Tóm tắt", "Lâm", "<p>Một &amp; hai</p><p>ba</p>", null, LocalDate.of(2022, 7, 3));
        Set<String> lexemes = lexemes(new Lexemes().of(EntryText.of(article, new Labels(null, "5-NQ/TW", null, null, List.of(), null))).get(0));
        assertTrue(lexemes.containsAll(Set.of("@article", "#5-nq-tw", "#5", "<d", "<da", "<dat", "^dat", "^=9a6t1", "<5",
                "dat_5", "tw_3", "3_7", "7_2022", "2022_lam", "lam_tom", "tom_tat", "tat_mot", "mot_hai", "hai_ba")), lexemes::toString);
    }

    @Test
    void a_text_is_read_the_same_again() {
        Lexemes lexemes = new Lexemes();
        EntryText text = EntryText.ofSection("1.", null, List.of("Giữ rừng, GIỮ RỪNG"), LABELS, ISSUED_ON);
        assertEquals(lexemes.of(text), lexemes.of(text));
        assertEquals(lexemes.of(text), new Lexemes().of(text));
    }

    @Test
    void a_text_with_too_many_lexemes_becomes_entries_that_have_each_phrase_and_all_words() {
        List<String> words = IntStream.range(0, 2_000).mapToObj(i -> "từ" + i % 90 + " số " + i / 90).toList();
        EntryText text = EntryText.ofSection("1.", "Tựa", List.of(String.join(" ", words)), LABELS, ISSUED_ON);
        List<Set<String>> entries = new Lexemes(MOST_BYTES).of(text).stream().map(LexemesTest::lexemes).toList();
        assertTrue(entries.size() > 5);
        List<String> all = Word.in("1. Tựa " + String.join(" ", words)).stream().map(Word::folded).toList();
        for (int i = 0; i + 50 < all.size(); i++) {
            List<String> phrase = new Phrase(all.subList(i, i + 50)).pairs();
            assertTrue(entries.stream().anyMatch(entry -> entry.containsAll(phrase)), () -> phrase.toString());
        }
        for (Set<String> entry : entries) {
            assertTrue(entry.containsAll(all) && entry.containsAll(Set.of("@section", "^tua", "~22", "=so61")), entry::toString);
        }
    }

    @Test
    void an_entry_stays_below_a_megabyte_whatever_the_text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 300_000; i++) {
            text.appendCodePoint(0x20000 + i % 40_000).appendCodePoint(0x4E00 + i % 17_000).append(' ');
        }
        List<Entry> entries = new Lexemes().of(EntryText.ofSection("1.", null, List.of(text.toString()), LABELS, ISSUED_ON));
        assertTrue(entries.size() > 1);
        for (Entry entry : entries) {
            assertTrue(entry.lexemes().getBytes(StandardCharsets.UTF_8).length < 1_000_000);
        }
    }

    @Test
    void a_candidate_has_what_the_index_has() {
        Random random = new Random(3);
        List<String> vocabulary = List.of("chỉ", "chi", "thị", "thi", "quý", "quí", "22", "022", "CT/TU", "đường", "duong", "rừng", "RỪNG",
                "x".repeat(101), "0", "漢字", "ï", ";");
        for (int n = 0; n < 300; n++) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                lines.add(random.ints(random.nextInt(12), 0, vocabulary.size()).mapToObj(vocabulary::get).collect(Collectors.joining(" ")));
            }
            EntryText text = n % 2 == 0 ? EntryText.ofSection("1.", lines.get(0), lines.subList(1, 3), LABELS, ISSUED_ON)
                    : EntryText.of(new Article(lines.get(0), lines.get(1), null, lines.get(2), null, null), LABELS);
            Set<String> indexed = lexemes(new Lexemes().of(text).get(0));
            List<LexemeQuery> asked = new ArrayList<>();
            for (String word : List.of("chi", "thi", "qui", "22", "ct", "tu", "duong", "rung", "0", "漢字", "i", "khong")) {
                for (String prefix : List.of("", "^")) {
                    asked.add(new Lexeme(prefix + word));
                }
                asked.add(new Phrase(List.of(word, "chi")));
                asked.add(new Phrase(List.of("ct", word)));
            }
            for (String beginning : List.of("c", "ch", "chi", "r", "ru", "rung", "q", "x", "漢", "k")) {
                asked.add(new Lexeme(">" + beginning));
                asked.add(new Lexeme("<" + beginning));
            }
            Arrays.asList("=chi3", "=chi", "^=thi5", "=quy1", "=qui1", "=9u7o7ng2", "=duong", "=ru7ng2", "~22", "#22", "year:2022")
                    .forEach(lexeme -> asked.add(new Lexeme(lexeme)));
            // A candidate is read for the question alone, as a search does.
            for (LexemeQuery query : asked) {
                Candidate candidate = new Candidate(text, new Wanted(List.of(query), List.of()));
                Set<String> lexemes = new HashSet<>();
                query.addLexemes(lexemes);
                boolean inIndex = indexed.containsAll(lexemes);
                assertEquals(inIndex, query.matches(candidate), () -> query + " in " + text);
            }
        }
    }

    @Test
    void a_phrase_whose_last_word_is_unfinished_follows_each_other_too() {
        EntryText text = EntryText.ofSection("1.", null, List.of("bảo vệ rừng, giữ rẫy"), LABELS, ISSUED_ON);
        for (PhraseBeginning phrase : List.of(new PhraseBeginning(List.of("bao", "ve"), List.of("ru")),
                new PhraseBeginning(List.of("giu"), List.of("x", "ra")))) {
            assertTrue(phrase.matches(new Candidate(text, new Wanted(List.of(phrase), List.of()))), phrase::toString);
        }
        for (PhraseBeginning phrase : List.of(new PhraseBeginning(List.of("bao", "ve"), List.of("ra")),
                new PhraseBeginning(List.of("bao"), List.of("ru")), new PhraseBeginning(List.of("ve"), List.of("rung")))) {
            assertFalse(phrase.matches(new Candidate(text, new Wanted(List.of(phrase), List.of()))), phrase::toString);
        }
    }

    @Test
    void a_phrase_of_three_words_is_more_than_two_pairs_of_neighbours() {
        EntryText text = EntryText.ofSection("1.", null, List.of("bảo vệ. Vệ rừng, giữ rừng bảo vệ"), LABELS, ISSUED_ON);
        Phrase phrase = new Phrase(List.of("bao", "ve", "rung"));
        Candidate candidate = new Candidate(text, new Wanted(List.of(phrase), List.of()));
        assertEquals(List.of(true, true, false), List.of(candidate.has("bao_ve"), candidate.has("ve_rung"), phrase.matches(candidate)));
    }

    @Test
    void words_of_a_phrase_are_not_looked_up_a_second_time() {
        LexemeQuery neighbours = LexemeQuery.all(List.of(new Lexeme("chi"), new Lexeme("22"), new Phrase(List.of("chi", "thi"))));
        LexemeQuery both = LexemeQuery.all(neighbours, LexemeQuery.all(List.of(new Lexeme("thi"), new Lexeme("^thi"), new Lexeme("22"))));
        assertEquals("('22' & ('chi_thi') & '^thi')", both.tsquery());
        Set<String> read = new HashSet<>();
        both.addLexemes(read);
        assertEquals(Set.of("chi", "thi", "22", "^thi", "chi_thi"), read);
    }
}
