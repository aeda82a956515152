package vn.loa.search.known;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/**
 * Makes the day of a search. Long ago little was in force: a search goes through that, and not through all that has its words. A month in
 * which much was in force is not asked about again for some times.
 */
@Startup
@ApplicationScoped
public class SearchDays {

    /** The entries of few articles: as many as candidates that are ranked. */
    public static final int MOST_ENTRIES = 300;
    /** Of these entries together. Looking at so many takes 30 ms: their lexemes are made. */
    private static final int MOST_WORDS = 60_000;
    private static final NamedSql FEW = SqlFile.read("search/few-in-force", Map.of("mostEntries", MOST_ENTRIES, "mostWords", MOST_WORDS));

    private final SqlReader rows;
    /** By month. */
    private final VainReads vain = new VainReads();

    SearchDays(SqlReader rows) {
        this.rows = rows;
    }

    /** The day of the statuses, of whatever is found. */
    public SearchDay of(LocalDate day) {
        return new SearchDay(day, false, Optional.empty(), false);
    }

    /** The day on which all that is found is in force. Who finds no more than {@link #MOST_ENTRIES} has to see whether a guess was right. */
    public SearchDay inForceOn(LocalDate day) {
        return vain.leavesOut(month(day)) ? new SearchDay(day, true, Optional.empty(), true) : read(day);
    }

    /** The same, without a guess. */
    public SearchDay read(LocalDate day) {
        Optional<List<UUID>> few = rows.read(FEW.with("day", day), row -> row.uuids("articles")).stream().findFirst();
        if (few.isEmpty()) {
            vain.put(month(day));
        }
        return new SearchDay(day, true, few, false);
    }

    private static String month(LocalDate day) {
        return YearMonth.from(day).toString();
    }
}
