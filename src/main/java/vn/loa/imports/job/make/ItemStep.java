package vn.loa.imports.job.make;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import vn.loa.imports.PageReading;
import vn.loa.imports.file.FileConfig;
import vn.loa.imports.job.store.ImportItem.Kind;
import vn.loa.imports.job.store.ImportJob.Phase;
import vn.loa.imports.job.store.ImportJob;
import vn.loa.imports.job.store.ImportSources;
import vn.loa.imports.job.store.ItemRepository;
import vn.loa.imports.job.store.ItemResult;
import vn.loa.imports.job.store.StoredItem;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;
import vn.loa.sql.DatabaseTrouble;
import vn.loa.sql.SqlWriter;
import vn.loa.sql.Together;

/**
 * Imports some items at once: their results are stored in the transaction that makes their articles, so that whatever ends the
 * process, each item is imported once. While a worker works on items it holds their rows, which no other worker takes. When one
 * cannot be stored, all of them are rolled back, and the next ones are tried one by one at first.
 */
@ApplicationScoped
public class ItemStep {

    private static final Logger LOG = Logger.getLogger(ItemStep.class);
    /** To store items that were read. */
    private static final Duration LONGEST_STORING = Duration.ofMinutes(10);
    /** To make an article of a file's text, beside what the file's reading may take. */
    private static final Duration LONGEST_UNDERSTANDING = Duration.ofMinutes(1);
    private static final int MOST_ITEMS = 32;
    /** Of the contents of items that are in memory. */
    private static final long MOST_BYTES = 2 << 20;
    /** Whoever wants a slug that an item takes waits until the transaction ends. When it lasts longer, fewer items are tried at once. */
    private static final long LONG_NANOS = Duration.ofMillis(500).toNanos();

    /**
     * What was done.
     *
     * @param items how many
     * @param next the number from which on there may be more
     * @param tryAgain whether there is more, though nothing was done
     */
    public record Done(int items, long next, boolean tryAgain) {
    }

    /** An item that was read; page is null unless it is one. */
    private record ReadItem(StoredItem item, ItemContent content, PageReading.ReadPage page) {
    }

    /** What became of an item is stored in another transaction, because this one is rolled back. */
    private static final class RolledBack extends RuntimeException {

        private final transient StoredItem item;
        private final transient ItemResult result;

        RolledBack(StoredItem item, ItemResult result) {
            super(null, null, false, false);
            this.item = item;
            this.result = result;
        }
    }

    /** Several items were rolled back, because one of them could not be stored. */
    private static final class OneByOne extends RuntimeException {

        OneByOne() {
            super(null, null, false, false);
        }
    }

    private final ItemRepository items;
    private final ArticleItems articles;
    private final PageItems pages;
    private final PageReading reading;
    private final ArticleStore articleStore;
    private final FileStore fileStore;
    private final ImportSources sources;
    private final Together together;
    private final EntityManager entities;
    private final SqlWriter changes;
    private final Clock clock;
    /** One file at most takes long to be read in a transaction, after it has waited for its turn. */
    private final Duration longestReading;
    /** How many items are tried at once. */
    private final AtomicInteger most = new AtomicInteger(1);

    ItemStep(ItemRepository items, ArticleItems articles, PageItems pages, PageReading reading, ArticleStore articleStore,
            FileStore fileStore, ImportSources sources, Together together, EntityManager entities, SqlWriter changes, FileConfig reader,
            Clock clock) {
        this.items = items;
        this.articles = articles;
        this.pages = pages;
        this.reading = reading;
        this.articleStore = articleStore;
        this.fileStore = fileStore;
        this.sources = sources;
        this.together = together;
        this.entities = entities;
        this.changes = changes;
        this.clock = clock;
        this.longestReading = LONGEST_UNDERSTANDING.plus(reader.patience()).plus(reader.readerDeadline());
    }

    /**
     * Imports items of a phase.
     *
     * @param least their numbers are at least this
     * @throws RuntimeException of the database, or 503, when it may succeed later
     */
    public Done run(ImportJob job, Phase phase, long least) {
        // What a dry run does with an item must not be seen by the next one.
        int some = job.options().dryRun() ? 1 : most.get();
        boolean well = false;
        long begun = System.nanoTime();
        int longest = (int) longestReading.plus(LONGEST_STORING).toSeconds();
        try {
            Done done = QuarkusTransaction.requiringNew().timeout(longest).call(() -> attempt(job, phase, least, some));
            well = true;
            return done;
        } catch (OneByOne e) {
            return new Done(0, least, true);
        } catch (RolledBack e) {
            Done done = store(job, least, e);
            well = true;
            return done;
        } catch (JobEndedException e) {
            return new Done(0, least, false);
        } finally {
            boolean isLong = System.nanoTime() - begun > LONG_NANOS;
            most.set(!well ? 1 : isLong ? Math.max(1, some / 2) : Math.min(MOST_ITEMS, some * 2));
        }
    }

    private Done store(ImportJob job, long least, RolledBack rolledBack) {
        long number = rolledBack.item.number();
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                if (items.lockWaiting(job.id(), number)) {
                    done(job, Map.of(number, rolledBack.result));
                }
            });
            return new Done(1, number + 1, false);
        } catch (JobEndedException e) {
            return new Done(0, least, false);
        }
    }

    private void done(ImportJob job, Map<Long, ItemResult> results) {
        if (!items.done(job.id(), results, clock.instant())) {
            throw new JobEndedException();
        }
    }

    private Done attempt(ImportJob job, Phase phase, long least, int some) {
        long begun = System.nanoTime();
        List<StoredItem> waiting = items.next(job.id(), phase, least, some, MOST_BYTES);
        Map<Long, ItemResult> results = new LinkedHashMap<>();
        List<ReadItem> read = new ArrayList<>();
        changes.pausing(longestReading, () -> {
            for (StoredItem item : waiting) {
                if (results.isEmpty() && read.isEmpty() || System.nanoTime() - begun < LONG_NANOS) {
                    read(job, item, waiting.size() == 1, read, results);
                }
            }
        });
        store(job, read, results);
        if (results.isEmpty()) {
            return new Done(0, least, false);
        }
        if (job.options().dryRun()) {
            throw new RolledBack(waiting.get(0), results.get(waiting.get(0).number()));
        }
        done(job, results);
        return new Done(results.size(), results.keySet().stream().max(Long::compare).orElseThrow() + 1, false);
    }

    /** What cannot be read is done with, unless something was written for it, or a statement failed, which ends the transaction. */
    private void read(ImportJob job, StoredItem item, boolean alone, List<ReadItem> read, Map<Long, ItemResult> results) {
        try {
            read.add(read(job, item));
        } catch (RuntimeException e) {
            ItemResult failed = failed(job, item, e);
            if (job.options().createCategories() || !(e instanceof ProblemException)) {
                throw alone ? new RolledBack(item, failed) : new OneByOne();
            }
            results.put(item.number(), failed);
        }
    }

    private ReadItem read(ImportJob job, StoredItem item) {
        return switch (item.kind()) {
            case FILE -> new ReadItem(item, null, null);
            case ARTICLE -> new ReadItem(item, articles.read(job, item), null);
            case PAGE -> {
                PageItems.ReadItem page = pages.read(job, item);
                yield new ReadItem(item, page.content(), page.page());
            }
        };
    }

    /** Locks are taken in one order: keys, articles, and what each item needs. */
    private void store(ImportJob job, List<ReadItem> read, Map<Long, ItemResult> results) {
        if (read.isEmpty()) {
            return;
        }
        try {
            Map<String, ImportSources.Known> known = sources.lock(job.options().sourceName(),
                    read.stream().map(each -> each.item.source()).toList());
            articleStore.lock(known.values());
            together.gather(() -> read.forEach(each -> {
                results.put(each.item.number(), store(job, each, Optional.ofNullable(known.get(each.item.source()))));
                // Hibernate would look at what it knows of every item again and again.
                entities.flush();
                entities.clear();
            }));
        } catch (RuntimeException e) {
            if (read.size() > 1) {
                throw isForAll(e) ? e : new OneByOne();
            }
            throw new RolledBack(read.get(0).item, failed(job, read.get(0).item, e));
        }
    }

    /** Whether a fault has nothing to do with an item, so that it may succeed later. */
    private static boolean isForAll(RuntimeException e) {
        return e instanceof ProblemException problem ? problem.problem().status() == ProblemType.UNAVAILABLE.status()
                : DatabaseTrouble.of(e).isPresent();
    }

    /** @throws RuntimeException the fault, when it may succeed later */
    private static ItemResult failed(ImportJob job, StoredItem item, RuntimeException fault) {
        if (isForAll(fault)) {
            throw fault;
        }
        if (fault instanceof ProblemException refused) {
            return failed(item, refused.problem());
        }
        // Any fault of one item: the others go on.
        LOG.errorf(fault, "Item %d of import job %s could not be imported", item.number(), job.id());
        return failed(item, Problem.of(ProblemType.INTERNAL_ERROR, "The item could not be imported."));
    }

    private static ItemResult failed(StoredItem item, Problem problem) {
        // A mirror of a site has many a page twice.
        ItemResult.Status status = problem.code().equals(ProblemType.ALREADY_IMPORTED.code()) ? ItemResult.Status.SKIPPED
                : ItemResult.Status.FAILED;
        return new ItemResult(status, item.target(), problem, List.of(), false, null, null);
    }

    private ItemResult store(ImportJob job, ReadItem read, Optional<ImportSources.Known> known) {
        if (read.item.kind() == Kind.FILE) {
            return fileStore.store(job, read.item, known);
        }
        // Before anything is written: otherwise each page that a mirror has twice would roll others back.
        Optional<Problem> earlier = read.page == null || known.isPresent() ? Optional.empty() : reading.earlier(read.page);
        if (earlier.isPresent()) {
            return failed(read.item, earlier.get());
        }
        ItemResult result = articleStore.store(job, read.item, read.content, known);
        if (read.page != null && (result.status() == ItemResult.Status.CREATED || result.status() == ItemResult.Status.UPDATED)) {
            reading.remember(read.page, result.target());
        }
        return result;
    }
}
