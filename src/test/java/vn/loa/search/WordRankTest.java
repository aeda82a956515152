package vn.loa.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.loa.search.Candidate.Wanted;
import vn.loa.search.LexemeQuery.Lexeme;
import vn.loa.search.index.EntryText.Labels;
import vn.loa.search.index.EntryText;

/** Ranks are those of PostgreSQL's ts_rank. */
@QuarkusTest
class WordRankTest {

    @Inject
    DataSource database;

    private double postgres(String words, List<String> asked) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select ts_rank(?::tsvector, ?::tsquery)")) {
            String[] all = words.split(" ");
            statement.setString(1, IntStream.range(0, all.length).mapToObj(i -> all[i] + ":" + (i + 1)).collect(Collectors.joining(" ")));
            statement.setString(2, String.join(" & ", asked));
            var rows = statement.executeQuery();
            rows.next();
            return rows.getDouble(1);
        }
    }

    @Test
    void a_word_counts_by_how_often_and_several_by_how_near() throws SQLException {
        Random random = new Random(1);
        for (int n = 0; n < 200; n++) {
            String words = random.ints(1 + random.nextInt(n < 195 ? 60 : 3_000), 0, 9).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
            List<String> asked = IntStream.range(0, 1 + random.nextInt(4)).mapToObj(i -> "w" + (2 * i)).toList();
            Candidate candidate = new Candidate(EntryText.ofSection("", null, List.of(words), new Labels(null, null, null, null, List.of(), null), null),
                    new Wanted(List.of(new Lexeme("w1")), asked));
            // A length of one leaves the rank as it is.
            assertEquals(postgres(words, asked), WordRank.of(candidate, asked, 1), 1e-5, words + " for " + asked);
        }
    }
}
