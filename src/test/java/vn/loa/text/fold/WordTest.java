package vn.loa.text.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts and queries are read alike: the words of both, as searches compare them. */
class WordTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            Chỉ thị số 022-CT/TU, ngày 13/07/2022 | chi thi so 22 ct tu ngay 13 7 2022 | chi3 thi5 so61 22 ct tu ngay2 13 7 2022
            HOÀ GIẢI Ở CƠ SỞ – hòa giải | hoa giai o co so hoa giai | hoa2 giai3 o73 co7 so73 hoa2 giai3
            quý quí quỳnh quyết tay ý y tế | qui qui quinh quyet tay i i te | quy1 qui1 quynh2 quye6t1 tay y1 y te61
            kỹ thuật kĩ thuật mỹ lý luận | ki thuat ki thuat mi li luan | ky4 thua6t5 ki4 thua6t5 my4 ly1 lua6n5
            công ty tuý thuỷ thúy | cong ti tuy thuy thuy | co6ng ty tuy1 thuy3 thuy1
            Nghị định 30/2020/NĐ-CP“trích” | nghi dinh 30 2020 nd cp trich | nghi5 9inh5 30 2020 n9 cp trich1
            l’été naïve Straße | l ete naive straße | l ete11 naive straße
            ưỡn ượt ngoằn ngoèo Đường | uon uot ngoan ngoeo duong | u7o7n4 u7o7t5 ngoa8n2 ngoeo2 9u7o7ng2
            đ 000 007a 0 | d 0 7a 0 | 9 0 7a 0
            漢字 кириллица ελληνικά | 漢字 кириллица ελληνικα | 漢字 кириллица ελληνικα1
            ngh\u0129a tie\u0302\u0301ng | nghia tieng | nghia4 tie6ng1
            a_b c@d e=f g^h i\\j k'l m"n | a b c d e f g h i j k l m n | a b c d e f g h i j k l m n
            quyển quyt lynh huynh ky1 yêu | quyen quit linh huynh ky1 yeu | quye6n3 quyt lynh huynh ky1 ye6u
            hàm1 ả2b mñ çà ÀĐ ø ß ấấ İ ẳ9 đ9 9đ | ham1 a2b mn ca ad ø ß aa i a9 d9 9d | ham21 a32b mn4 ca2 a92 ø ß a6a611 i a839 99 99
            2 × 3 … 🙂 √ a | 2 3 a | 2 3 a
            ﬁ ﬂuor oﬃce ĳ ſo 𝐫ừ𝐧𝐠 ＵＢＮＤ Ⅳ №5 ㈱ | fi fluor office ij so rung ubnd iv no5 | fi fluor office ij so ru7ng2 ubnd iv no5
            100m² 5 km² 3 m³ tư² 2² CO₂ | 100m2 5 km2 3 m3 tu 2 co2 | 100m2 5 km2 3 m3 tu7 2 co2
            ͺ ２２＇ＣＴ | ͺ 22ct | ͺ 22ct""")
    void words_are_folded_and_spelled(String text, String folded, String spelled) {
        assertEquals(folded, Word.in(text).stream().map(Word::folded).collect(Collectors.joining(" ")));
        assertEquals(spelled, Word.in(text).stream().map(Word::spelled).collect(Collectors.joining(" ")));
    }

    @Test
    void the_quick_way_of_spelling_spells_as_the_full_one() {
        Random random = new Random(7);
        String letters = "aàáảãạăằắâấậbcdđeèéêệghiíklmnoôồơợpqrstuúưứvxyýzAÀĐÊ0159ñçøßï\u0301\u0302\u0323漢";
        for (int i = 0; i < 20_000; i++) {
            String word = random.ints(1 + random.nextInt(7), 0, letters.length()).mapToObj(n -> letters.substring(n, n + 1))
                    .collect(Collectors.joining());
            assertEquals(Word.spelledInFull(word), Word.spelled(word), () -> Arrays.toString(word.toCharArray()));
        }
    }

    @Test
    void the_quick_way_of_folding_a_text_folds_as_the_full_one_and_no_word_begins_as_it_may_not() {
        Random random = new Random(8);
        String letters = "aàạăắbcdđeêệghiíoơợuưvyýzAĐÊYÝ0059ñøßïŉĳ\u00ad\u0130\u0301\u0323漢ﬁ²µ·× ,.-/:;[`~\n\u00a0\u2013";
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(1 + random.nextInt(9), 0, letters.length()).mapToObj(n -> letters.substring(n, n + 1))
                    .collect(Collectors.joining());
            assertEquals(Word.foldedInFull(text), Word.folded(text), () -> Arrays.toString(text.toCharArray()));
            for (Word word : Word.in(text)) {
                for (String form : List.of(word.folded(), word.bare())) {
                    for (int length = 1; length <= form.length(); length++) {
                        assertTrue(word.mayBegin(form.substring(0, length)), () -> word + " begins " + form);
                    }
                }
            }
        }
        assertFalse(Word.next("Chỉ thị", 0).mayBegin("thi"));
        assertFalse(Word.next("Chỉ thị", 0).mayBegin("chinh"));
    }

    @ParameterizedTest
    @CsvSource({"hòa, hoa2", "hoà, hoa2", "THỊ, thi5", "Đường, 9u7o7ng2", "điều, 9ie6u2", "ăn, a8n", "tiếng, tie6ng1"})
    void accents_are_written_behind_their_letters_and_the_tone_behind_the_word(String word, String spelled) {
        assertEquals(spelled, Word.spelled(word));
    }

    @Test
    void signs_that_stand_for_many_letters_are_kept_when_they_would_make_a_word_too_long() {
        assertEquals(60, new Word("\uFDFA".repeat(4), 0, 4).folded().length(), "without its spaces");
        assertEquals("\uFDFA".repeat(100), new Word("\uFDFA".repeat(100), 0, 100).folded());
    }

    @ParameterizedTest
    @CsvSource({"giải, 2, 2", "ﬁlm, 1, 1", "ﬁlm, 2, 1", "ﬁlm, 3, 2", "007a, 1, 3", "e\u0302\u0301ch, 1, 3", "hòa, 3, 3", "hòa, 9, 3"})
    void a_beginning_ends_behind_the_characters_that_make_it(String word, int letters, int end) {
        assertEquals(end, Word.next(word, 0).endOf(letters));
    }

    @Test
    void words_of_other_initials_are_passed_over() {
        Random random = new Random(9);
        String letters = "aàăbcdđyýAĐ0059ßĳ\u0301漢²m×🙂 ,.-/\u00a0\u2013";
        BitSet initials = new BitSet();
        initials.set(0);
        initials.set('a');
        initials.set('d');
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(1 + random.nextInt(20), 0, letters.length()).mapToObj(n -> letters.substring(n, n + 1))
                    .collect(Collectors.joining());
            List<Word> found = new ArrayList<>();
            for (Word word = Word.next(text, 0, initials); word != null; word = Word.next(text, word.end(), initials)) {
                found.add(word);
            }
            assertEquals(Word.in(text).stream().filter(word -> initials.get(word.initial())).toList(), found);
        }
    }

    @Test
    void what_a_word_begins_with_is_what_it_begins_with_folded() {
        for (char c = '0'; c < 0x3000; c++) {
            Word word = Word.next(c + "ng", 0);
            assertTrue(word.initial() == 0 || word.initial() == Word.initial(word.folded()), "U+" + Integer.toHexString(c));
        }
    }
}
