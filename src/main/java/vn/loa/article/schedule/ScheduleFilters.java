package vn.loa.article.schedule;

import java.util.Arrays;
import java.util.List;
import vn.loa.listing.ListField;
import vn.loa.listing.ListFilters;

/** By what schedules can be narrowed: members of {@link Schedule}. */
public final class ScheduleFilters extends ListFilters {

    public ScheduleFilters() {
        super(List.of(ListField.uuid("articleId", "articleId"), ListField.oneOf("status", "status",
                Arrays.stream(Schedule.Status.values()).map(Schedule.Status::word).toList())));
    }
}
