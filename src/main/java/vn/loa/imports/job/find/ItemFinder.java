package vn.loa.imports.job.find;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.loa.imports.job.store.ImportContent;
import vn.loa.imports.job.store.ImportJob;
import vn.loa.imports.job.store.ImportJobConfig;
import vn.loa.imports.job.store.ImportJobRepository;
import vn.loa.imports.job.store.ImportUploads;
import vn.loa.imports.job.store.ItemRepository;
import vn.loa.imports.job.store.UploadedBytes;
import vn.loa.problem.ProblemException;
import vn.loa.sql.UncheckedSqlException;

/** Finds the items in what was sent. One instance does it at a time; another one goes on where one that ended has stopped. */
@ApplicationScoped
public class ItemFinder {

    private static final Logger LOG = Logger.getLogger(ItemFinder.class);

    private final ImportJobRepository jobs;
    private final ImportUploads uploads;
    private final ItemRepository items;
    private final ItemLines lines;
    private final ItemTable table;
    private final ItemArchive archive;
    private final ImportJobConfig config;
    private final Clock clock;

    ItemFinder(ImportJobRepository jobs, ImportUploads uploads, ItemRepository items, ItemLines lines, ItemTable table,
            ItemArchive archive, ImportJobConfig config, Clock clock) {
        this.jobs = jobs;
        this.uploads = uploads;
        this.items = items;
        this.lines = lines;
        this.table = table;
        this.archive = archive;
        this.config = config;
        this.clock = clock;
    }

    /** @return false when another worker finds the job's items */
    public boolean find(UUID id) {
        UUID self = UUID.randomUUID();
        Optional<ImportJob> claimed = QuarkusTransaction.requiringNew().call(() -> jobs.claim(id, self));
        if (claimed.isEmpty()) {
            return false;
        }
        try {
            find(claimed.get(), self);
        } finally {
            // Without this, whoever goes on would wait until the claim ends by itself.
            QuarkusTransaction.requiringNew().run(() -> jobs.release(id, self));
        }
        return true;
    }

    private void find(ImportJob job, UUID self) {
        UUID id = job.id();
        FoundItems found = new FoundItems(job, self, jobs, items, config.items(), System::nanoTime);
        try {
            read(job, found);
            found.flush();
            QuarkusTransaction.requiringNew().run(() -> {
                if (jobs.allFound(id, self)) {
                    uploads.free(id);
                }
            });
        } catch (FoundItems.LostException e) {
            LOG.debugf("Import job %s was paused, ended, or taken over while its items were found", id);
        } catch (ProblemException e) {
            QuarkusTransaction.requiringNew().run(() -> {
                jobs.fail(id, e.problem().detail(), clock.instant());
                uploads.free(id);
            });
        } catch (UncheckedSqlException e) {
            if (!e.isOfTheData()) {
                throw e;
            }
            // The same bytes would fail again.
            LOG.errorf(e, "The items of import job %s could not be stored", id);
            QuarkusTransaction.requiringNew().run(() -> {
                jobs.fail(id, "Something in it cannot be stored.", clock.instant());
                uploads.free(id);
            });
        } catch (IOException e) {
            throw new IllegalStateException("nothing but the database is read", e);
        }
    }

    private void read(ImportJob job, ItemSink sink) throws IOException {
        try (UploadedBytes bytes = new UploadedBytes(uploads, job.id())) {
            switch (job.contentType()) {
                case ImportContent.LINES -> lines.read(bytes, sink);
                case ImportContent.TABLE -> table.read(bytes, sink);
                default -> archive.read(job, sink);
            }
        }
    }
}
