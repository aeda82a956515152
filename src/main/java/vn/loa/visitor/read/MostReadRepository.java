package vn.loa.visitor.read;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/** Which public articles were read most in the last days. */
@Startup
@ApplicationScoped
class MostReadRepository {

    private static final NamedSql MOST_READ = SqlFile.read("visitor/most-read");

    private final SqlReader rows;

    MostReadRepository(SqlReader rows) {
        this.rows = rows;
    }

    /** Articles with their views since a day, most views first: one statement. */
    Map<UUID, Long> views(LocalDate since, int size) {
        Map<UUID, Long> views = new LinkedHashMap<>();
        rows.each(MOST_READ.with("since", since).with("size", size),
                row -> views.put(row.get("article_id", UUID.class), row.get("views", Long.class)));
        return views;
    }
}
