package vn.loa.article.schedule;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.UuidGenerator;
import vn.loa.article.Action;
import vn.loa.article.ChangeNote;

/** A step that shall happen at a time. It ends once: done, cancelled or failed. */
@Entity
@DynamicUpdate
public class Schedule {

    /** How it stands with a schedule. */
    enum Status {
        PENDING, DONE, CANCELLED, FAILED;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(name = "article_id")
    private UUID articleId;

    private String action;
    private Instant at;
    private String zone;

    @Column(name = "change_note")
    private String changeNote;

    private boolean minor;
    private String explanation;
    private String status;
    private String reason;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected Schedule() {
    }

    static Schedule of(UUID articleId, ScheduleRequest.Plan plan, String createdBy, Instant now) {
        Schedule schedule = new Schedule();
        schedule.articleId = articleId;
        schedule.action = plan.action().word();
        schedule.at = plan.at();
        schedule.zone = plan.zone().getId();
        schedule.changeNote = plan.note().text();
        schedule.minor = plan.note().minor();
        schedule.explanation = plan.explanation();
        schedule.status = Status.PENDING.word();
        schedule.createdBy = createdBy;
        schedule.createdAt = now;
        return schedule;
    }

    /** @param why for those who look at it later; null when it is done */
    void end(Status how, String why, Instant now) {
        if (status() != Status.PENDING) {
            throw new IllegalStateException("schedule " + id + " is " + status);
        }
        status = how.word();
        reason = why;
        endedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID articleId() {
        return articleId;
    }

    Action action() {
        return Action.valueOf(action.toUpperCase(Locale.ROOT));
    }

    Instant at() {
        return at;
    }

    String zone() {
        return zone;
    }

    ChangeNote note() {
        return new ChangeNote(changeNote, minor);
    }

    String explanation() {
        return explanation;
    }

    Status status() {
        return Status.valueOf(status.toUpperCase(Locale.ROOT));
    }

    String reason() {
        return reason;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant endedAt() {
        return endedAt;
    }
}
