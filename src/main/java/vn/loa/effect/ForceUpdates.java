package vn.loa.effect;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import vn.loa.article.publish.ForceChanged;
import vn.loa.cache.PublicChange;
import vn.loa.sql.BeforeCommit;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;

/**
 * Keeps the force of documents true when what is said about them changes. Joins the caller's transaction, and does its work right
 * before the commit, in this order: it locks the keys of all documents that are touched, then the rows of their force, reads,
 * computes and writes, and has the log written. Whoever publishes a document, and whoever says something about it, locks its keys:
 * so the one that comes second sees what the first one wrote.
 */
@Startup
@ApplicationScoped
public class ForceUpdates {

    /** The first half of the number of an advisory lock of PostgreSQL; arbitrary. The second is the key's. */
    private static final int KEYS = 7_303_015;
    /** PostgreSQL has a table of locks for all transactions, and a text can name thousands of documents: some share a lock. */
    private static final int LOCKS = 256;

    private static final NamedSql LOCK = NamedSql.of("select pg_advisory_xact_lock(:class, k.lock::int) "
            + "from unnest(:locks::bigint[]) with ordinality k (lock, place) order by k.place").with("class", KEYS);
    private static final NamedSql LOCK_ROWS = NamedSql.of(
            "select article_id from force where article_id = any (:articles) order by article_id for update");
    private static final NamedSql HEADS = NamedSql.of(
            "select article_id, keys, consolidates_key from force where article_id = any (:articles)");
    private static final NamedSql TARGETS = NamedSql.of(
            "select distinct target_key from effect where article_id = any (:articles) and target_key is not null");
    private static final NamedSql SAID = NamedSql.of("select article_id, target_key from effect where id = any (:effects)");
    private static final NamedSql TOUCHED = SqlFile.read("effect/documents-touched");

    private final SqlReader rows;
    private final SqlWriter changes;
    private final ForceStore store;
    private final ForceWriter writer;
    private final BeforeCommit beforeCommit;
    private final TransactionSynchronizationRegistry transaction;
    private final Event<ForceChanged> log;
    private final Event<PublicChange> publicChanges;
    private final Clock clock;

    ForceUpdates(SqlReader rows, SqlWriter changes, ForceStore store, ForceWriter writer, BeforeCommit beforeCommit,
            TransactionSynchronizationRegistry transaction, Event<ForceChanged> log, Event<PublicChange> publicChanges, Clock clock) {
        this.rows = rows;
        this.changes = changes;
        this.store = store;
        this.writer = writer;
        this.beforeCommit = beforeCommit;
        this.transaction = transaction;
        this.log = log;
        this.publicChanges = publicChanges;
        this.clock = clock;
    }

    /**
     * What was said anew in a transaction, and about what. One step can say several things: their locks are taken together, so that
     * two transactions take them in one order.
     */
    private static final class Update {
        private final Set<UUID> articles = new HashSet<>();
        /** Of texts that were read, by article: a transaction can publish one twice. */
        private final Map<UUID, ForceHead> heads = new LinkedHashMap<>();
        /** Articles that carry no directive in public any more. */
        private final Set<UUID> gone = new HashSet<>();
        /** The keys of documents that are touched, here or not yet. */
        private final Set<String> targets = new HashSet<>();
        /** The articles of which another step tells that they changed. */
        private final Set<UUID> told = new HashSet<>();
        /** Whether nothing else tells of some change. */
        private boolean alone;
    }

    /**
     * A text was read.
     *
     * @param targets the keys of the documents of which it says something else than before
     * @param again whether the text itself is as before, so that nothing else tells of the article's statuses when they change
     */
    void textRead(ForceHead head, Set<String> targets, boolean again) {
        Update update = update(again);
        update.heads.put(head.article(), head);
        update.gone.remove(head.article());
        update.articles.add(head.article());
        update.targets.addAll(targets);
        if (!again) {
            update.told.add(head.article());
        }
    }

    /** An article carries no directive in public any more. */
    void textGone(UUID article, Set<String> targets) {
        Update update = update(false);
        update.gone.add(article);
        update.heads.remove(article);
        update.articles.add(article);
        update.targets.addAll(targets);
    }

    /** Editors said something about the documents of articles. */
    public void recompute(Collection<UUID> articles) {
        update(true).articles.addAll(articles);
    }

    /** Editors rejected or restored events, wherever these stand. To be called while the events are stored. */
    public void effectsChanged(Collection<UUID> effects) {
        Update update = update(true);
        rows.each(SAID.with("effects", effects), row -> {
            update.articles.add(row.get("article_id", UUID.class));
            Optional.ofNullable(row.text("target_key")).ifPresent(update.targets::add);
        });
    }

    /** That of the present transaction. */
    private Update update(boolean alone) {
        Update present = (Update) transaction.getResource(Update.class);
        if (present == null) {
            Update begun = new Update();
            transaction.putResource(Update.class, begun);
            beforeCommit.run(() -> carryOut(begun));
            present = begun;
        }
        if (alone && !present.alone) {
            present.alone = true;
            publicChanges.fire(PublicChange.NOW);
        }
        return present;
    }

    private void carryOut(Update update) {
        Set<String> own = new TreeSet<>();
        Set<String> keys = new TreeSet<>();
        Map<UUID, Set<String>> before = new HashMap<>();
        rows.each(HEADS.with("articles", update.articles), row -> {
            before.put(row.get("article_id", UUID.class), Set.copyOf(row.texts("keys")));
            own.addAll(row.texts("keys"));
            Optional.ofNullable(row.text("consolidates_key")).ifPresent(keys::add);
        });
        List<UUID> otherKeys = update.heads.values().stream().filter(head -> !Set.copyOf(head.keys()).equals(before.get(head.article())))
                .map(ForceHead::article).toList();
        if (!otherKeys.isEmpty()) {
            // Events of different documents count apart: who does it matters, too.
            update.targets.addAll(rows.read(TARGETS.with("articles", otherKeys), row -> row.text("target_key")));
        }
        for (ForceHead head : update.heads.values()) {
            own.addAll(head.keys());
            Optional.ofNullable(head.consolidates().key().key()).ifPresent(keys::add);
        }
        keys.addAll(update.targets);
        keys.addAll(own);
        lock(keys);
        write(update, touched(update, own));
    }

    private void lock(Set<String> keys) {
        List<Long> locks = keys.stream().map(key -> (long) Math.floorMod(key.hashCode(), LOCKS)).distinct().sorted().toList();
        changes.call(LOCK.with("locks", locks));
    }

    private Set<UUID> touched(Update update, Set<String> own) {
        return new HashSet<>(rows.read(TOUCHED.with("targets", update.targets).with("own", own).with("articles", update.articles),
                row -> row.get("article_id", UUID.class)));
    }

    private void write(Update update, Set<UUID> touched) {
        Set<UUID> kept = new TreeSet<>(rows.read(LOCK_ROWS.with("articles", touched), row -> row.get("article_id", UUID.class)));
        store.put(update.heads.values());
        kept.addAll(update.heads.keySet());
        update.gone.forEach(article -> {
            store.delete(article);
            kept.remove(article);
        });
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Set<UUID> changed = writer.write(new ArrayList<>(kept), update.alone ? now : null);
        List<UUID> untold = changed.stream().filter(article -> !update.told.contains(article)).toList();
        if (!untold.isEmpty()) {
            log.fire(new ForceChanged(untold, now));
        }
    }
}
