package vn.loa.imports.job.store;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.loa.imports.job.store.ImportJob.Options;
import vn.loa.imports.job.store.ImportJob.Phase;
import vn.loa.imports.job.store.ImportJob.State;
import vn.loa.listing.ListField;
import vn.loa.listing.Page;
import vn.loa.listing.PageQuery;
import vn.loa.listing.PagedSql;
import vn.loa.listing.SortOrder;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;

/** Stores and finds jobs. Joins the caller's transaction. */
@Startup
@ApplicationScoped
public class ImportJobRepository {

    public static final SortOrder NEWEST_FIRST = SortOrder.descending(ListField.id("j.id"));

    private static final NamedSql ADDED = SqlFile.read("imports/import-job-added");
    private static final NamedSql COUNT = NamedSql.of("select count(*) as total from import_job j");
    private static final PagedSql LIST = PagedSql.read("imports/import-jobs", COUNT, Map.of("where", "true"));
    private static final NamedSql CLAIMED = SqlFile.read("imports/import-job-claimed");
    private static final NamedSql FOUND = SqlFile.read("imports/import-job-found");
    private static final NamedSql NEXT_PHASE = SqlFile.read("imports/import-job-next-phase");
    private static final NamedSql FORGOTTEN = SqlFile.read("imports/import-jobs-forgotten");

    private record Listed(ImportJob job, Long total) {
    }

    private final SqlReader rows;
    private final SqlWriter changes;

    ImportJobRepository(SqlReader rows, SqlWriter changes) {
        this.rows = rows;
        this.changes = changes;
    }

    public void add(UUID id, Options options, String contentType, String actor, boolean admin, Instant now) {
        changes.update(ADDED.with("id", id).with("sourceName", options.sourceName()).with("contentType", contentType)
                .with("publish", options.publish()).with("dryRun", options.dryRun())
                .with("createCategories", options.createCategories()).with("actor", actor).with("admin", admin).with("now", now));
    }

    public Page<ImportJob> list(PageQuery query) {
        List<Listed> found = rows.read(LIST.page(query), row -> new Listed(ImportJob.of(row), row.get("total", Long.class)));
        Page<Listed> page = query.page(found, () -> found.isEmpty()
                ? query.totalOfEmptyPage(() -> rows.count(COUNT)) : found.get(0).total, listed -> List.of(listed.job.id()));
        return page.withItems(page.items().stream().map(Listed::job).toList());
    }

    /** @throws ProblemException 404 when there is no such job */
    public ImportJob get(UUID id) {
        return find(id).orElseThrow(ImportJobRepository::notFound);
    }

    public Optional<ImportJob> find(UUID id) {
        return rows.read("select * from import_job where id = ?", ImportJob::of, id).stream().findFirst();
    }

    /**
     * Locks the job until the transaction ends.
     *
     * @throws ProblemException 404 when there is no such job
     */
    public ImportJob lock(UUID id) {
        return rows.read("select * from import_job where id = ? for update", ImportJob::of, id).stream().findFirst()
                .orElseThrow(ImportJobRepository::notFound);
    }

    /**
     * Keeps the job in a phase until the transaction ends.
     *
     * @return false when it is in another one
     */
    public boolean hold(UUID id, Phase phase) {
        return !rows.read("select id from import_job where id = ? and phase = ? for share", row -> row.get("id", UUID.class), id,
                phase.word()).isEmpty();
    }

    private static ProblemException notFound() {
        return Problem.of(ProblemType.NOT_FOUND, "There is no import job of this id.").asException();
    }

    /** Those on which there is something to do, the oldest first. */
    public List<ImportJob> running() {
        return rows.read("select * from import_job where state = 'running' order by id", ImportJob::of);
    }

    public void end(UUID id, State state, Instant now) {
        changes.update(NamedSql.of("update import_job set state = :state, phase = 'end', ended_at = :now, per_minute = 0 where id = :id")
                .with("state", state.word()).with("now", now).with("id", id));
    }

    public void beginUndo(UUID id, String explanation, String undoneBy) {
        changes.update(NamedSql.of("update import_job set state = 'running', phase = 'undo', ended_at = null, per_minute = 0, "
                + "explanation = :explanation, undone_by = :undoneBy where id = :id").with("explanation", explanation)
                .with("undoneBy", undoneBy).with("id", id));
    }

    public void countUndone(UUID id, boolean undone) {
        changes.update(NamedSql.of("update import_job set " + (undone ? "undone = undone + 1" : "left_alone = left_alone + 1")
                + " where id = :id").with("id", id));
    }

    public void start(UUID id, Instant now) {
        changes.update(NamedSql.of("update import_job set state = 'running', phase = 'staging', started_at = :now, rated_at = :now "
                + "where id = :id").with("now", now).with("id", id));
    }

    public void pause(UUID id) {
        changes.update(NamedSql.of("update import_job set state = 'paused', per_minute = 0 where id = :id").with("id", id));
    }

    public void resume(UUID id, Instant now) {
        changes.update(NamedSql.of("update import_job set state = 'running', rated_at = :now, rated = done where id = :id")
                .with("now", now).with("id", id));
    }

    public void fail(UUID id, String why, Instant now) {
        changes.update(NamedSql.of("update import_job set state = 'failed', phase = 'end', fault = :why, ended_at = :now, per_minute = 0 "
                + "where id = :id and state = 'running'").with("why", why).with("now", now).with("id", id));
    }

    public void delete(UUID id) {
        changes.update(NamedSql.of("delete from import_job where id = :id").with("id", id));
    }

    /** The job, if this instance may find its items from now on. */
    public Optional<ImportJob> claim(UUID id, UUID finder) {
        return rows.read(CLAIMED.with("id", id).with("finder", finder), ImportJob::of).stream().findFirst();
    }

    /** Another one may find the items. */
    public void release(UUID id, UUID finder) {
        changes.update(NamedSql.of("update import_job set finder = null where id = :id and finder = :finder")
                .with("id", id).with("finder", finder));
    }

    /**
     * Counts items that were found.
     *
     * @param before how many there were
     * @return whether this instance still finds the job's items, and it goes on
     */
    public boolean found(UUID id, UUID finder, long before, long found, long failed, long skipped) {
        return changes.update(FOUND.with("id", id).with("finder", finder).with("before", before).with("found", found)
                .with("failed", failed).with("skipped", skipped)) == 1;
    }

    /** @return whether all items of the files were found, by this instance */
    public boolean allFound(UUID id, UUID finder) {
        return changes.update(NamedSql.of("update import_job set phase = 'files', finder = null, rated_at = clock_timestamp(), "
                + "rated = done where id = :id and state = 'running' and phase = 'staging' and finder = :finder")
                .with("id", id).with("finder", finder)) == 1;
    }

    /** @return whether the job went on to the phase behind this one */
    public boolean leave(Phase phase, UUID id, Instant now) {
        return changes.update(NEXT_PHASE.with("id", id).with("phase", phase.word()).with("articles", phase == Phase.ARTICLES)
                .with("next", phase == Phase.FILES ? Phase.ARTICLES.word() : Phase.END.word())
                .with("state", State.DONE.word()).with("now", now)) == 1;
    }

    public int forget(Instant before) {
        return changes.update(FORGOTTEN.with("before", before));
    }
}
