package vn.loa.visitor.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The site's counters by period, as JSON or CSV. */
@Schema(name = "VisitorHistory", description = "The site's counters in the past.")
record VisitorHistoryView(
        @Schema(description = "How long each period is.", enumeration = {"hour", "day", "month"}, required = true)
        String interval,
        @Schema(description = "The site's zone: where its days begin.", examples = "Asia/Ho_Chi_Minh", required = true)
        String zone,
        @Schema(description = "The first day.", required = true)
        LocalDate from,
        @Schema(description = "The last day.", required = true)
        LocalDate to,
        @Schema(description = "Every period, in order; those without a visit too.", required = true)
        List<VisitorPeriod> items) implements CsvTable {

    /** The counters of a period. */
    @Schema(name = "VisitorPeriod", description = "An hour, a day or a month.")
    public record VisitorPeriod(
            @Schema(description = "Its name, in the site's zone: `2026-07-15T13:00+07:00`, `2026-07-15`, `2026-07`.",
                    examples = "2026-07-15", required = true)
            String period,
            @Schema(description = "When it begins.", required = true)
            Instant start,
            @Schema(description = "Visits that began.", examples = "2898", required = true)
            long visits,
            @Schema(description = "Visitors who came for the first time on their day. Of a day these are its visitors; of "
                    + "a month the sum over its days, because nobody is recognised on another day.",
                    examples = "2611", required = true)
            long visitors,
            @Schema(description = "Hits.", examples = "9120", required = true)
            long hits,
            @Schema(description = "Views of articles.", examples = "5003", required = true)
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
