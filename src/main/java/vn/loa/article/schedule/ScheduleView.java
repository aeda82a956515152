package vn.loa.article.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.article.Action;

/** A schedule on the wire. */
@Schema(name = "Schedule", description = "A step that shall happen at a time.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScheduleView(
        @Schema(required = true) UUID id,
        @Schema(description = "The article it is about.", required = true) UUID articleId,
        @Schema(description = "What shall happen.", enumeration = {"publish", "withdraw"}, required = true) String action,
        @Schema(description = "When.", required = true) Instant at,
        @Schema(description = "The time zone in which the time was given.", examples = "Asia/Ho_Chi_Minh", required = true)
        String zone,
        @Schema(description = "Of a publish: what changes, for readers.") String changeNote,
        @Schema(description = "Of a publish: whether it is a correction that readers need not hear of.") Boolean minor,
        @Schema(description = "Of a withdrawal: the notice for readers.") String explanation,
        @Schema(description = "`pending` until its time; then `done`, or `failed` when the article's state did not allow "
                + "it any more; or `cancelled`.", enumeration = {"pending", "done", "cancelled", "failed"}, required = true)
        String status,
        @Schema(description = "Why it failed or was cancelled.") String reason,
        @Schema(description = "Who made it.", required = true) String createdBy,
        @Schema(required = true) Instant createdAt,
        @Schema(description = "When it was done, failed or was cancelled.") Instant endedAt) {

    public static ScheduleView of(Schedule schedule) {
        boolean publish = schedule.action() == Action.PUBLISH;
        return new ScheduleView(schedule.id(), schedule.articleId(), schedule.action().word(), schedule.at(),
                schedule.zone(), schedule.note().text(), publish ? schedule.note().minor() : null, schedule.explanation(),
                schedule.status().word(), schedule.reason(), schedule.createdBy(), schedule.createdAt(), schedule.endedAt());
    }
}
