package vn.loa.article.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import vn.loa.article.Action;

/** A schedule on the wire. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScheduleView(
        UUID id,
        UUID articleId,
        String action,
        Instant at,
        String zone,
        String changeNote,
        Boolean minor,
        String explanation,
        String status,
        String reason,
        String createdBy,
        Instant createdAt,
        Instant endedAt) {

    public static ScheduleView of(Schedule schedule) {
        boolean publish = schedule.action() == Action.PUBLISH;
        return new ScheduleView(schedule.id(), schedule.articleId(), schedule.action().word(), schedule.at(),
                schedule.zone(), schedule.note().text(), publish ? schedule.note().minor() : null, schedule.explanation(),
                schedule.status().word(), schedule.reason(), schedule.createdBy(), schedule.createdAt(), schedule.endedAt());
    }
}
