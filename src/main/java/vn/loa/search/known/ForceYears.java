package vn.loa.search.known;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/** Reads which years documents that are in force have, and keeps it: it is true as long as the stamp of the public content is the same. */
@Startup
@ApplicationScoped
class ForceYears {

    private static final NamedSql YEARS = SqlFile.read("search/years-in-force");

    private final SqlReader rows;
    private volatile YearsInForce known = YearsInForce.UNREAD;

    ForceYears(SqlReader rows) {
        this.rows = rows;
    }

    /** As it was read last. */
    YearsInForce known() {
        return known;
    }

    /** As it is. */
    YearsInForce read() {
        known = YearsInForce.of(rows.read(YEARS, row -> new YearsInForce.Year(row.get("year", Long.class), row.get("in_force_from", LocalDate.class),
                row.get("stamp", UUID.class))));
        return known;
    }
}
