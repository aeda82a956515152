package vn.loa.search.known;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.loa.search.index.Lexemes;
import vn.loa.search.known.MonthsInForce.Month;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/** Reads of which months documents are in force, and keeps it: it is true as long as the stamp of the public content is the same. */
@Startup
@ApplicationScoped
class ForceMonths {

    private static final NamedSql MONTHS = SqlFile.read("search/months-in-force");

    /** @param year null for documents of which it is not known */
    private record Row(Long year, int month, LocalDate first, UUID stamp, int grammar) {
    }

    private final SqlReader rows;
    /** Null when nothing was read, or when it may soon be different under the same stamp. */
    private volatile MonthsInForce known;

    ForceMonths(SqlReader rows) {
        this.rows = rows;
    }

    /** As it was read last. */
    MonthsInForce known() {
        MonthsInForce last = known;
        return last == null ? present() : last;
    }

    /** As it is. */
    MonthsInForce present() {
        MonthsInForce last = known;
        List<Row> read = rows.read(MONTHS.with("stamp", last == null ? null : last.stamp()), row -> new Row(row.get("year", Long.class),
                row.get("month", Integer.class), row.get("in_force_from", LocalDate.class), row.get("stamp", UUID.class), row.get("grammar", Integer.class)));
        if (read.isEmpty()) {
            return last == null ? MonthsInForce.everything(null) : last;
        }
        if (read.get(0).grammar < Lexemes.GRAMMAR) {
            // Entries of an earlier grammar have no months. They are made anew without another stamp.
            known = null;
            return MonthsInForce.everything(read.get(0).stamp);
        }
        MonthsInForce present = of(read);
        known = present;
        return present;
    }

    private static MonthsInForce of(List<Row> all) {
        Map<Long, List<Month>> years = new HashMap<>();
        LocalDate unknown = LocalDate.MAX;
        for (Row row : all) {
            if (row.year == null) {
                unknown = row.first == null ? LocalDate.MAX : row.first;
            } else {
                List<Month> ofYear = years.computeIfAbsent(row.year, year -> new ArrayList<>());
                if (row.first != null) {
                    ofYear.add(new Month(row.year, row.month, row.first));
                }
            }
        }
        return new MonthsInForce(all.get(0).stamp, years, unknown);
    }
}
