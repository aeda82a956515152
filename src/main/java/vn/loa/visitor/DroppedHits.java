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
public class DroppedHits {

    private final Map<DropReason, Counter> metrics = new EnumMap<>(DropReason.class);
    private final Map<DropReason, LongAdder> unwritten = new EnumMap<>(DropReason.class);

    public DroppedHits(MeterRegistry registry) {
        for (DropReason reason : DropReason.values()) {
            metrics.put(reason, Counter.builder("loa.hits.refused").tag("reason", reason.word())
                    .description("Hits that were not counted").register(registry));
            unwritten.put(reason, new LongAdder());
        }
    }

    public void count(DropReason reason) {
        count(reason, 1);
    }

    public void count(DropReason reason, int hits) {
        metrics.get(reason).increment(hits);
        unwritten.get(reason).add(hits);
    }

    /** Adds what has been counted since the last time to the day's sums. What cannot be written now is written later. */
    public synchronized void write(LocalDate day, Connection database) throws SQLException {
        for (DropReason reason : DropReason.values()) {
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
    public List<DroppedHitsView> read(LocalDate from, LocalDate to, Connection database) throws SQLException {
        try (PreparedStatement select = database.prepareStatement(
                "select day, reason, refused from visit_refusal where day between ? and ? order by day desc, reason")) {
            select.setObject(1, from);
            select.setObject(2, to);
            try (ResultSet rows = select.executeQuery()) {
                List<DroppedHitsView> refusals = new ArrayList<>();
                while (rows.next()) {
                    refusals.add(new DroppedHitsView(rows.getObject(1, LocalDate.class), rows.getString(2), rows.getLong(3)));
                }
                return refusals;
            }
        }
    }
}
