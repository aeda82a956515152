package vn.loa.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A query is read in Java and a text in SQL: both make the same words of them. */
@QuarkusTest
class WordTest {

    @Inject
    DataSource database;

    private String sql(String function, String text) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select " + function + "(?)")) {
            statement.setString(1, text);
            var rows = statement.executeQuery();
            rows.next();
            return rows.getString(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Chỉ thị số 022-CT/TU, ngày 13/07/2022", "HOÀ GIẢI Ở CƠ SỞ – hòa giải", "quý quí quỳnh quyết tay ý y tế",
            "kỹ thuật kĩ thuật mỹ lý luận công ty tuý thuỷ thúy", "Nghị định 30/2020/NĐ-CP“trích” l’été naïve Straße",
            "ưỡn ượt ngoằn ngoèo Đường đ 000 007a 0", "漢字 한글 кириллица ελληνικά", "ngh\u0129a tie\u0302\u0301ng",
            "a_b c@d e=f g^h i\\j k'l m\"n", "quyển quyt lynh huynh ky1 yêu"})
    void words_are_folded_and_spelled_alike(String text) throws SQLException {
        String words = Word.in(text).stream().map(Word::folded).collect(Collectors.joining(" "));
        assertEquals(sql("search_folded", text), words);
        String spelled = Word.in(text).stream().map(Word::spelled).collect(Collectors.joining(" "));
        assertEquals(sql("search_spelled", text), spelled);
        assertEquals(sql("folded", text), Word.folded(text));
    }

    @ParameterizedTest
    @CsvSource({"hòa, hoa2", "hoà, hoa2", "THỊ, thi5", "Đường, 9u7o7ng2", "điều, 9ie6u2", "ăn, a8n", "tiếng, tie6ng1"})
    void accents_are_written_behind_their_letters_and_the_tone_behind_the_word(String word, String spelled) {
        assertEquals(spelled, Word.spelled(word));
    }

    @Test
    void what_a_word_begins_with_is_what_it_begins_with_folded() {
        for (char c = '0'; c < 0x3000; c++) {
            Word word = Word.next(c + "ng", 0);
            assertTrue(word.initial() == 0 || word.initial() == Word.initial(word.folded()), "U+" + Integer.toHexString(c));
        }
    }
}
