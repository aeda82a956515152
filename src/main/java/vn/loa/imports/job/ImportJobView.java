package vn.loa.imports.job;

import java.time.Instant;
import java.util.UUID;
import vn.loa.imports.job.store.ImportJob;

/** A job in JSON. */
record ImportJobView(UUID id, ImportJob.State state, ImportJob.Phase phase, String sourceName, String contentType, boolean publish,
        boolean dryRun, boolean createCategories, String createdBy, Instant createdAt, Instant startedAt, Instant endedAt,
        int parts, long bytes, Items items, long perMinute, Long secondsLeft, String problem) {

    /** How many items there are, and what became of them. */
    public record Items(boolean allFound, long found, long done, long created, long updated, long unchanged, long changedHere,
            long skipped, long failed, long undone, long leftAlone) {
    }

    static ImportJobView of(ImportJob job) {
        ImportJob.Counts counts = job.counts();
        boolean allFound = job.phase().compareTo(ImportJob.Phase.STAGING) > 0;
        return new ImportJobView(job.id(), job.state(), job.phase(), job.options().sourceName(), job.contentType(),
                job.options().publish(), job.options().dryRun(), job.options().createCategories(), job.actor(), job.createdAt(),
                job.startedAt(), job.endedAt(), job.parts(), job.bytes(),
                new Items(allFound, counts.found(), counts.done(), counts.created(), counts.updated(), counts.unchanged(),
                        counts.changedHere(), counts.skipped(), counts.failed(), counts.undone(), counts.leftAlone()),
                job.perMinute(), secondsLeft(job, allFound), job.fault());
    }

    /** Null while nobody can know. */
    private static Long secondsLeft(ImportJob job, boolean allFound) {
        boolean known = job.state() == ImportJob.State.RUNNING && allFound && job.phase() != ImportJob.Phase.UNDO && job.perMinute() > 0;
        return known ? (job.counts().found() - job.counts().done()) * 60 / job.perMinute() : null;
    }
}
