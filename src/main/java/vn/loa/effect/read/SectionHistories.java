package vn.loa.effect.read;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.loa.effect.read.SectionHistoryView.Period;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.text.structure.EId;

/** Reads what became of a section, in at most five statements. */
@Startup
@ApplicationScoped
class SectionHistories {

    /** Of a section: no real one has a tenth as many. */
    private static final int MOST_PERIODS = 500;
    private static final int MOST_EVENTS = 100;
    private static final NamedSql PERIODS = SqlFile.read("effect/section-periods").with("limit", MOST_PERIODS);
    private static final NamedSql KNOWN = SqlFile.read("effect/section-known").with("limit", MOST_EVENTS + 1);
    private static final Period UNKNOWN = new Period("unknown", null, null, List.of());

    private final SqlReader rows;
    private final EffectRepository effects;

    SectionHistories(SqlReader rows, EffectRepository effects) {
        this.rows = rows;
        this.effects = effects;
    }

    private record Known(boolean inText, List<UUID> events) {
    }

    private record StoredPeriod(String eId, Period period, LocalDate knownUntil) {
    }

    /** Empty for a section that neither the revision nor any event knows. */
    Optional<SectionHistoryView> find(UUID article, long revision, EId section) {
        String eId = section.value();
        Known known = rows.read(KNOWN.with("revision", revision).with("article", article).with("eId", eId),
                row -> new Known(row.get("in_text", Boolean.class), row.uuids("events"))).get(0);
        List<StoredPeriod> periods = rows.read(PERIODS.with("article", article).with("eId", eId), row -> new StoredPeriod(row.text("eid"),
                new Period(row.text("status"), row.get("from_day", LocalDate.class), row.get("until_day", LocalDate.class),
                        row.uuids("effects")), row.get("known_until", LocalDate.class)));
        if (!known.inText && known.events.isEmpty() && periods.stream().noneMatch(period -> period.eId.equals(eId))) {
            return Optional.empty();
        }
        Set<UUID> ids = new LinkedHashSet<>();
        periods.forEach(period -> ids.addAll(period.period.effects()));
        ids.addAll(known.events);
        List<EffectView> shown = effects.events(article, ids.stream().limit(MOST_EVENTS).toList());
        return Optional.of(new SectionHistoryView(eId, periods.isEmpty() ? null : periods.get(0).knownUntil,
                periods.isEmpty() ? List.of(UNKNOWN) : periods.stream().map(StoredPeriod::period).toList(),
                shown, shown.size() < ids.size()));
    }
}
