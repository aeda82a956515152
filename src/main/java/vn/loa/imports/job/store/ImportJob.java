package vn.loa.imports.job.store;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import vn.loa.sql.ResultRow;

/**
 * A job as it is stored.
 *
 * @param actor who made it, as the audit log names callers
 * @param admin whether that was an admin
 * @param explanation what readers of articles are told that an undo removes; null while there is no undo
 * @param undoneBy who wants the undo, as the audit log names callers; null while there is none
 */
public record ImportJob(UUID id, State state, Phase phase, Options options, String contentType, String actor, boolean admin,
        Instant createdAt, Instant startedAt, Instant endedAt, int parts, long bytes, Counts counts, long perMinute, String fault,
        String explanation, String undoneBy) {

    /** What a job is doing. */
    public enum State {
        RECEIVING, RUNNING, PAUSED, DONE, CANCELLED, FAILED, UNDONE;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean hasEnded() {
            return this == DONE || this == CANCELLED || this == FAILED || this == UNDONE;
        }
    }

    /** How far a job has come. */
    public enum Phase {
        UPLOAD, STAGING, FILES, ARTICLES, UNDO, END;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What the caller wants.
     *
     * @param sourceName in which the items' keys are unique
     * @param createCategories whether categories that are not there are created
     */
    public record Options(String sourceName, boolean publish, boolean dryRun, boolean createCategories) {
    }

    /** How many items there are, and what became of them. */
    public record Counts(long found, long done, long created, long updated, long unchanged, long changedHere, long skipped, long failed,
            long undone, long leftAlone) {
    }

    public static ImportJob of(ResultRow row) {
        return new ImportJob(row.get("id", UUID.class), State.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
                Phase.valueOf(row.text("phase").toUpperCase(Locale.ROOT)),
                new Options(row.text("source_name"), row.get("publish", Boolean.class), row.get("dry_run", Boolean.class),
                        row.get("create_categories", Boolean.class)),
                row.text("content_type"), row.text("actor"), row.get("admin", Boolean.class), row.get("created_at", Instant.class),
                row.get("started_at", Instant.class), row.get("ended_at", Instant.class), row.get("parts", Integer.class),
                row.get("bytes", Long.class), counts(row), row.get("per_minute", Long.class), row.text("fault"),
                row.text("explanation"), row.text("undone_by"));
    }

    /** In whose name it is worked on now. An undo that began before this was stored has no other name than the maker's. */
    public String onBehalfOf() {
        return phase == Phase.UNDO && undoneBy != null ? undoneBy : actor;
    }

    private static Counts counts(ResultRow row) {
        return new Counts(row.get("found", Long.class), row.get("done", Long.class), row.get("created", Long.class),
                row.get("updated", Long.class), row.get("unchanged", Long.class), row.get("changed_here", Long.class),
                row.get("skipped", Long.class), row.get("failed", Long.class), row.get("undone", Long.class),
                row.get("left_alone", Long.class));
    }
}
