package vn.loa.directive.force;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlReader;

/** Reads who did what the reasons of a status say. */
@ApplicationScoped
public class ForceReasons {

    /** Renderings name a few for each section. */
    private static final int MOST = 2000;
    private static final NamedSql OF_EVENTS = NamedSql.of("select id, kind, type, number, title, own, provisions from force_reason "
            + "where id = any (:ids)");

    private final SqlReader rows;

    ForceReasons(SqlReader rows) {
        this.rows = rows;
    }

    /** The reasons by their events, in one statement, none for no events. */
    public Map<UUID, ForceReason> of(Collection<UUID> events) {
        Map<UUID, ForceReason> found = new HashMap<>();
        List<UUID> wanted = events.stream().distinct().limit(MOST).toList();
        if (!wanted.isEmpty()) {
            rows.each(OF_EVENTS.with("ids", wanted), row -> found.put(row.get("id", UUID.class), new ForceReason(row.text("kind"),
                    row.text("type"), row.text("number"), row.text("title"), row.get("own", Boolean.class), row.texts("provisions"))));
        }
        return found;
    }
}
