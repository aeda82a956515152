package vn.loa.citation.check;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import vn.loa.citation.check.CheckedCitationView.Changer;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.force.ForceView;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/** Finds what ended, suspended or changed what is cited. */
@Startup
@ApplicationScoped
class CitedReasons {

    private static final NamedSql FIND = SqlFile.read("citation/check-reasons");
    private static final Set<String> CHANGED = Set.of("ended", "suspended", "partly");
    /** Events of one status that are named. */
    private static final int MOST = 5;

    private final SqlReader rows;

    CitedReasons(SqlReader rows) {
        this.rows = rows;
    }

    private static List<UUID> events(ForceView force) {
        return force != null && CHANGED.contains(force.status()) ? force.effects().stream().limit(MOST).toList() : List.of();
    }

    /** By event, in one statement; none when nothing ended or was changed. */
    Map<UUID, Changer> find(Collection<ForceView> forces) {
        Set<UUID> events = new LinkedHashSet<>();
        forces.forEach(force -> events.addAll(events(force)));
        Map<UUID, Changer> found = new HashMap<>();
        if (!events.isEmpty()) {
            rows.each(FIND.with("effects", events), row -> found.put(row.get("id", UUID.class), read(row)));
        }
        return found;
    }

    /** Those of one status. */
    static List<Changer> of(ForceView force, Map<UUID, Changer> found) {
        return events(force).stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static Changer read(ResultRow row) {
        String from = row.text("from_day");
        String issuedOn = row.text("acting_issued_on");
        DirectiveView named = new DirectiveView(row.text("acting_type"), row.text("acting_number"), row.text("acting_issuer"),
                issuedOn == null ? null : LocalDate.parse(issuedOn), row.text("acting_title"));
        DirectiveView here = DirectiveView.read(row, "");
        boolean isNamed = named.type() != null;
        return new Changer(row.get("id", UUID.class), row.text("kind"), from.isEmpty() ? null : LocalDate.parse(from),
                here != null ? here : isNamed ? named : null, CitedDocuments.articleRef(row), row.texts("provisions"));
    }
}
