package vn.loa.imports.job.find;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import vn.loa.imports.job.store.ImportItem;
import vn.loa.imports.job.store.ImportJob;
import vn.loa.imports.job.store.ImportJobRepository;
import vn.loa.imports.job.store.ItemPlace;
import vn.loa.imports.job.store.ItemRepository;
import vn.loa.imports.job.store.ItemResult;
import vn.loa.problem.FieldErrors;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;

/**
 * Stores the items of a job as they are found, some in each transaction. Those that an instance which ended has stored before are
 * passed over: items come in the same order whenever they are read. While nothing is stored, the claim on the job is renewed, so that
 * no other instance begins meanwhile.
 */
final class FoundItems implements ItemSink {

    private static final int MOST = 200;
    private static final long MOST_BYTES = 8 << 20;
    /** A third of the time for which a job is claimed (import-job-found.sql). */
    private static final long RENEWED_NANOS = Duration.ofSeconds(5).toNanos();

    /** Another instance finds the items now, or the job was paused or ended. */
    static final class LostException extends RuntimeException {

        LostException() {
            super(null, null, false, false);
        }
    }

    private record Found(ItemPlace place, ImportItem item, String source, Problem problem, boolean skipped) {
    }

    private final ImportJob job;
    private final UUID finder;
    private final ImportJobRepository jobs;
    private final ItemRepository items;
    private final long most;
    private final LongSupplier nanoTime;
    /** How many are stored. */
    private long stored;
    private long seen;
    private final List<Found> batch = new ArrayList<>();
    private long bytes;
    private long renewed;

    FoundItems(ImportJob job, UUID finder, ImportJobRepository jobs, ItemRepository items, long most, LongSupplier nanoTime) {
        this.job = job;
        this.finder = finder;
        this.jobs = jobs;
        this.items = items;
        this.most = most;
        this.nanoTime = nanoTime;
        this.renewed = nanoTime.getAsLong();
        this.stored = job.counts().found();
    }

    @Override
    public void item(ItemPlace place, ImportItem item) {
        add(new Found(place, item, item.source(), null, false));
    }

    @Override
    public void wrong(ItemPlace place, String source, Problem problem) {
        add(new Found(place, null, source, problem, false));
    }

    @Override
    public void skipped(ItemPlace place, Problem why) {
        add(new Found(place, null, null, why, true));
    }

    /** @throws LostException when this instance is not to go on */
    @Override
    public void goesOn() {
        if (nanoTime.getAsLong() - renewed >= RENEWED_NANOS) {
            QuarkusTransaction.requiringNew().run(() -> renew(0, 0, 0));
        }
    }

    private void add(Found found) {
        if (++seen > most) {
            throw Problem.of(ProblemType.INVALID_CONTENT, "There are more than " + most + " items: send them in several jobs.").asException();
        }
        if (seen <= stored) {
            goesOn();
            return;
        }
        batch.add(found);
        bytes += found.item == null ? 0 : found.item.content().length;
        if (batch.size() == MOST || bytes >= MOST_BYTES) {
            flush();
        }
    }

    /** @throws LostException when this instance is not to go on */
    void flush() {
        if (!batch.isEmpty()) {
            QuarkusTransaction.requiringNew().timeout(600).run(this::store);
            stored += batch.size();
            batch.clear();
            bytes = 0;
        }
    }

    private void store() {
        long failed = 0;
        long skipped = 0;
        long number = stored;
        for (Found found : batch) {
            number++;
            if (found.item != null && !items.add(job, number, found.place, found.item)) {
                items.refuse(job.id(), number, found.place, null, ItemResult.Status.FAILED, repeated());
                failed++;
            } else if (found.item == null) {
                items.refuse(job.id(), number, found.place, found.source,
                        found.skipped ? ItemResult.Status.SKIPPED : ItemResult.Status.FAILED, found.problem);
                failed += found.skipped ? 0 : 1;
                skipped += found.skipped ? 1 : 0;
            }
        }
        // Last, because it locks the job until the commit.
        renew(batch.size(), failed, skipped);
    }

    private void renew(long found, long failed, long skipped) {
        if (!jobs.found(job.id(), finder, stored, found, failed, skipped)) {
            throw new LostException();
        }
        renewed = nanoTime.getAsLong();
    }

    private static Problem repeated() {
        FieldErrors errors = new FieldErrors();
        errors.add("/source", "repeated", "is the key of an item before this one");
        try {
            errors.throwIfAny();
            throw new IllegalStateException("an error was added");
        } catch (ProblemException e) {
            return e.problem();
        }
    }
}
