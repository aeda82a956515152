package vn.loa.visitor.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often an article was read by period, as JSON or CSV. */
@Schema(name = "ViewsHistory", description = "How often an article was read in the past.")
record ViewsHistoryView(
        @Schema(description = "How long each period is.", enumeration = {"hour", "day", "month"}, required = true)
        String interval,
        @Schema(description = "The site's zone: where its days begin.", examples = "Asia/Ho_Chi_Minh", required = true)
        String zone,
        @Schema(description = "The first day.", required = true)
        LocalDate from,
        @Schema(description = "The last day.", required = true)
        LocalDate to,
        @Schema(description = "Every period, in order; those without a view too.", required = true)
        List<ViewsPeriod> items) implements CsvTable {

    /** The views of a period. */
    @Schema(name = "ViewsPeriod", description = "An hour, a day or a month.")
    public record ViewsPeriod(
            @Schema(description = "Its name, in the site's zone: `2026-07-15T13:00+07:00`, `2026-07-15`, `2026-07`.",
                    examples = "2026-07-15", required = true)
            String period,
            @Schema(description = "When it begins.", required = true)
            Instant start,
            @Schema(description = "Views.", examples = "51", required = true)
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
