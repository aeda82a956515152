package vn.loa.imports.job.make;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.loa.article.ArticleRepository;
import vn.loa.article.ChangeNote;
import vn.loa.article.Draft;
import vn.loa.article.Revision;
import vn.loa.article.State;
import vn.loa.article.edit.DiscardDraft;
import vn.loa.article.edit.DraftRepository;
import vn.loa.article.edit.RestoreRevision;
import vn.loa.article.publish.Publish;
import vn.loa.article.publish.Remove;
import vn.loa.imports.job.store.ImportItem.Kind;
import vn.loa.imports.job.store.ImportJob;
import vn.loa.imports.job.store.ImportJobRepository;
import vn.loa.imports.job.store.ImportSources;
import vn.loa.imports.job.store.ItemRepository.DoneItem;
import vn.loa.imports.job.store.ItemRepository;
import vn.loa.media.MediaFiles;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;
import vn.loa.sql.DatabaseTrouble;

/**
 * Takes back what a job did, an item in each transaction, the last one first: drafts are deleted, published articles removed,
 * updated ones get the revision that the public read before. What others changed since is left as it is.
 */
@ApplicationScoped
public class UndoStep {

    private static final Logger LOG = Logger.getLogger(UndoStep.class);
    private static final String CHANGED = "It was changed here since.";

    private final ImportJobRepository jobs;
    private final ItemRepository items;
    private final ImportSources sources;
    private final DraftRepository drafts;
    private final ArticleRepository articles;
    private final DiscardDraft discardDraft;
    private final RestoreRevision restoreRevision;
    private final Publish publish;
    private final Remove remove;
    private final MediaFiles files;
    private final UnlinkStep links;
    private final Clock clock;

    UndoStep(ImportJobRepository jobs, ItemRepository items, ImportSources sources, DraftRepository drafts, ArticleRepository articles,
            DiscardDraft discardDraft, RestoreRevision restoreRevision, Publish publish, Remove remove, MediaFiles files, UnlinkStep links, Clock clock) {
        this.jobs = jobs;
        this.items = items;
        this.sources = sources;
        this.drafts = drafts;
        this.articles = articles;
        this.discardDraft = discardDraft;
        this.restoreRevision = restoreRevision;
        this.publish = publish;
        this.remove = remove;
        this.files = files;
        this.links = links;
        this.clock = clock;
    }

    /** What cannot be taken back is noted in another transaction. */
    private static final class RefusedException extends RuntimeException {

        private final long number;

        RefusedException(long number, String why, RuntimeException cause) {
            super(why, cause);
            this.number = number;
        }
    }

    /** @return whether there is more to do, here and now */
    public boolean run(ImportJob job) {
        try {
            if (QuarkusTransaction.requiringNew().timeout(600).call(() -> step(job))) {
                return true;
            }
        } catch (RefusedException e) {
            QuarkusTransaction.requiringNew().run(() -> note(job, e.number, e.getMessage()));
            return true;
        }
        if (!items.isLeftToUndo(job.id(), true) && !items.isLeftToUndo(job.id(), false)) {
            links.run(job);
            QuarkusTransaction.requiringNew().run(() -> end(job));
        }
        return false;
    }

    private void end(ImportJob job) {
        ImportJob now = jobs.lock(job.id());
        if (now.state() == ImportJob.State.RUNNING && now.phase() == ImportJob.Phase.UNDO) {
            jobs.end(job.id(), ImportJob.State.UNDONE, clock.instant());
        }
    }

    /** @return whether an item was looked at */
    private boolean step(ImportJob job) {
        // Files come when no article carries them any more.
        Optional<DoneItem> next = items.nextToUndo(job.id(), true).or(() -> items.isLeftToUndo(job.id(), true) ? Optional.empty()
                : items.nextToUndo(job.id(), false));
        if (next.isPresent()) {
            DoneItem item = next.get();
            try {
                note(job, item.number(), item.kind() == Kind.FILE ? deleteFile(job, item) : undo(job, item));
            } catch (ProblemException e) {
                if (e.problem().status() == ProblemType.UNAVAILABLE.status()) {
                    throw e;
                }
                throw new RefusedException(item.number(), e.problem().detail(), e);
            } catch (RuntimeException e) {
                if (DatabaseTrouble.of(e).isPresent()) {
                    throw e;
                }
                // Any fault of one item: the others go on.
                LOG.errorf(e, "Item %d of import job %s could not be taken back", item.number(), job.id());
                throw new RefusedException(item.number(), "It could not be taken back.", e);
            }
            return true;
        }
        return false;
    }

    private void note(ImportJob job, long number, String why) {
        if (items.undone(job.id(), number, why)) {
            jobs.countUndone(job.id(), why == null);
        }
    }

    /** Null, because the file is gone: one that articles carry is refused. */
    private String deleteFile(ImportJob job, DoneItem item) {
        files.delete(item.target());
        sources.forget(job.options().sourceName(), item.source());
        return null;
    }

    /** @return why the article is left as it is; null when it is not */
    private String undo(ImportJob job, DoneItem item) {
        Draft draft = drafts.lock(item.target()).orElse(null);
        if (draft == null || !draft.etag().getValue().equals(item.tag())) {
            return draft == null ? "It was deleted here since." : CHANGED;
        }
        if (draft.article().live() == null && item.created()) {
            discardDraft.discard(draft);
            sources.forget(job.options().sourceName(), item.source());
            return null;
        }
        if (item.former() == null && draft.article().state() == State.PUBLISHED) {
            remember(job, item, remove.remove(draft, job.explanation(), null));
            return null;
        }
        if (item.former() == null) {
            return "A draft has no earlier revision.";
        }
        if (!item.published()) {
            discardDraft.discard(draft);
            remember(job, item, new Draft(draft.article(), null, false));
            return null;
        }
        Revision before = articles.revision(item.target(), item.former()).orElseThrow();
        remember(job, item, publish.publish(restoreRevision.restore(draft, before), ChangeNote.NONE, null));
        return null;
    }

    /** Sent again, the item is imported anew into the same article. */
    private void remember(ImportJob job, DoneItem item, Draft draft) {
        UUID article = draft.article().id();
        sources.record(job.options().sourceName(), item.source(),
                new ImportSources.Known(article, null, null, draft.etag().getValue()), clock.instant());
    }
}
