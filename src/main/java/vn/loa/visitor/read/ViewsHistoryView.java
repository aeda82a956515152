package vn.loa.visitor.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** How often an article was read by period, as JSON or CSV. */
record ViewsHistoryView(
        String interval,
        String zone,
        LocalDate firstDay,
        LocalDate lastDay,
        List<ViewsPeriod> items) implements CsvTable {

    /** The views of a period. */
    public record ViewsPeriod(
            String period,
            Instant start,
            long views) {
    }

    @Override
    public Object[] csvHeader() {
        return new Object[] {"period", "start", "views"};
    }

    @Override
    public Stream<Object[]> csvRows() {
        return items.stream().map(item -> new Object[] {item.period, item.start, item.views});
    }
}
