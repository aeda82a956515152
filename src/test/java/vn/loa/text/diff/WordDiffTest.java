package vn.loa.text.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordDiffTest {

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(Arbitraries.of("Chỉ thị", "thị", "trường", "học", " ", "  ", "\n", ",", ".", "“",
                "22-CT/TU", "e\u0301", "😀", "\uD800").list().ofMaxSize(20).map(parts -> String.join("", parts)),
                Arbitraries.strings().all().ofMaxLength(20));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tăng cường quản lý   | Tăng cường quản lý       | Tăng cường quản lý
            học đường            | nhà trường               | [-học đường][+nhà trường]
            thị trường học đường | thị trường của học đường | thị trường [+của ]học đường
            ngày 13 tháng 7      | ngày 14 tháng 7          | ngày [-13][+14] tháng 7
            số 22-CT/TU, về      | số 23-CT/TU về           | số [-22][+23]-CT/TU[-,] về
            Trường               | trường                   | [-Trường][+trường]
            a b c d              | a x c y                  | a [-b][+x] c [-d][+y]
            ''                   | mới                      | [+mới]
            cũ                   | ''                       | [-cũ]""")
    void words_are_whole_and_punctuation_is_apart(String before, String after, String expected) {
        assertEquals(expected, WordDiff.of(before, after).stream().map(segment -> switch (segment.op()) {
            case EQUAL -> segment.text();
            case INSERT -> "[+" + segment.text() + "]";
            case DELETE -> "[-" + segment.text() + "]";
        }).collect(Collectors.joining()));
    }

    @Test
    void a_text_that_is_not_there_is_empty() {
        assertEquals(List.of(new WordDiff.Segment(WordDiff.Op.INSERT, "mới")), WordDiff.of(null, "mới"));
        assertEquals(List.of(), WordDiff.of(null, null));
    }

    @Property(seed = "20220713")
    void the_pieces_are_both_texts(@ForAll("texts") String before, @ForAll("texts") String after) {
        check(before, after);
        assertTrue(WordDiff.of(before, before).stream().allMatch(segment -> segment.op() == WordDiff.Op.EQUAL));
    }

    @Test
    void a_word_changed_far_apart_in_a_long_text_is_found() {
        List<String> words = IntStream.range(0, 200_000).mapToObj(i -> "từ" + i % 300).collect(Collectors.toList());
        String before = String.join(" ", words);
        words.set(100, "mới");
        words.set(150_000, "khác");
        List<WordDiff.Segment> segments =
                assertTimeout(Duration.ofSeconds(10), () -> check(before, String.join(" ", words)));
        assertEquals(7, segments.size());
    }

    @Test
    void long_texts_without_anything_in_common_take_little_time() {
        Random random = new Random(1);
        String before = text(random, 200_000, "a");
        assertTimeout(Duration.ofSeconds(10), () -> check(before, text(random, 200_000, "b")));
        assertTimeout(Duration.ofSeconds(10), () -> check(before, text(random, 200_000, "a")));
        assertTimeout(Duration.ofSeconds(10), () -> check("a ".repeat(200_000), "a b ".repeat(100_000)));
        assertTimeout(Duration.ofSeconds(10), () -> check("a b c ".repeat(100_000), "c b a ".repeat(100_000)));
    }

    private static List<WordDiff.Segment> check(String before, String after) {
        List<WordDiff.Segment> segments = WordDiff.of(before, after);
        assertEquals(before, without(segments, WordDiff.Op.INSERT));
        assertEquals(after, without(segments, WordDiff.Op.DELETE));
        assertTrue(segments.stream().noneMatch(segment -> segment.text().isEmpty()));
        assertTrue(IntStream.range(1, segments.size())
                .noneMatch(i -> segments.get(i).op() == segments.get(i - 1).op()));
        return segments;
    }

    private static String without(List<WordDiff.Segment> segments, WordDiff.Op op) {
        return segments.stream().filter(segment -> segment.op() != op).map(WordDiff.Segment::text)
                .collect(Collectors.joining());
    }

    private static String text(Random random, int words, String prefix) {
        return IntStream.range(0, words).mapToObj(i -> prefix + random.nextInt(500)).collect(Collectors.joining(" "));
    }
}
