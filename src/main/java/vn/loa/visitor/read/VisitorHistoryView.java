package vn.loa.visitor.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The site's counters by period, as JSON or CSV. */
record VisitorHistoryView(
        String interval,
        String zone,
        LocalDate firstDay,
        LocalDate lastDay,
        List<VisitorPeriod> items) implements CsvTable {

    /** The counters of a period. */
    public record VisitorPeriod(
            String period,
            Instant start,
            long visits,
            long visitors,
            long hits,
            long views) {
    }

    @Override
    public Object[] csvHeader() {
        return new Object[] {"period", "start", "visits", "visitors", "hits", "views"};
    }

    @Override
    public Stream<Object[]> csvRows() {
        return items.stream().map(item -> new Object[] {
            item.period, item.start, item.visits, item.visitors, item.hits, item.views});
    }
}
