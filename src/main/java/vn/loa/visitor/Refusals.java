package vn.loa.visitor;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what was not counted: at once in the metrics, and within a second in the database, for all instances. */
@ApplicationScoped
class Refusals {

    private final Map<Refusal, Counter> metrics = new EnumMap<>(Refusal.class);
    private final Map<Refusal, LongAdder> unwritten = new EnumMap<>(Refusal.class);

    Refusals(MeterRegistry registry) {
        for (Refusal reason : Refusal.values()) {
            metrics.put(reason, Counter.builder("loa.visits.refused").tag("reason", reason.word())
                    .description("Hits that were not counted").register(registry));
            unwritten.put(reason, new LongAdder());
        }
    }

    void count(Refusal reason) {
        count(reason, 1);
    }

    void count(Refusal reason, int hits) {
        metrics.get(reason).increment(hits);
        unwritten.get(reason).add(hits);
    }

    /** Adds what has been counted since the last time to the day's sums. What cannot be written now is written later. */
    synchronized void write(LocalDate day, Connection database) throws SQLException {
        for (Refusal reason : Refusal.values()) {
            long count = unwritten.get(reason).sum();
            if (count > 0) {
                try (PreparedStatement add = database.prepareStatement("""
                        insert into visit_refusal as r (day, reason, refused) values (?, ?, ?)
                        on conflict (day, reason) do update set refused = r.refused + excluded.refused""")) {
                    add.setObject(1, day);
                    add.setString(2, reason.word());
                    add.setLong(3, count);
                    add.executeUpdate();
                }
                database.commit();
                unwritten.get(reason).add(-count);
            }
        }
    }

    /** Of the days from the first to the last, both included. */
    List<RefusalView> read(LocalDate from, LocalDate to, Connection database) throws SQLException {
        try (PreparedStatement select = database.prepareStatement(
                "select day, reason, refused from visit_refusal where day between ? and ? order by day desc, reason")) {
            select.setObject(1, from);
            select.setObject(2, to);
            try (ResultSet rows = select.executeQuery()) {
                List<RefusalView> refusals = new ArrayList<>();
                while (rows.next()) {
                    refusals.add(new RefusalView(rows.getObject(1, LocalDate.class), rows.getString(2), rows.getLong(3)));
                }
                return refusals;
            }
        }
    }
}
