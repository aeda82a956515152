package vn.loa.imports.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ShortTransactions;

/** What the worker stores of an export, each step in a transaction of its own. */
@ApplicationScoped
class ExportStore {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final NamedSql NEXT = NamedSql.of("""
            select id, kind, compressed, merge_source, tries from export_job
            where state in ('waiting', 'writing', 'importing') and (next_try_at is null or next_try_at <= :now
                or next_try_at > :now + interval '1 hour') order by id limit 1""");
    private static final NamedSql BEGIN = NamedSql.of("""
            update export_job set state = :state, started_at = :now, snapshot_at = :snapshot, snapshot_seconds = 0, kinds = :kinds,
                kinds_done = 0, lines = 0, bytes = case when :written then 0 else bytes end, fault = null, next_try_at = null
            where id = :id""");
    private static final NamedSql PROGRESS = NamedSql.of("""
            update export_job set kinds_done = :kinds, lines = :lines, bytes = :bytes, snapshot_seconds = :seconds where id = :id""");
    private static final NamedSql IMPORTED = NamedSql.of("""
            update export_job set state = 'done', ended_at = :now, expires_at = :expires, kinds_done = kinds, lines = :lines where id = :id""");
    private static final NamedSql END = NamedSql.of("""
            update export_job set state = :state, ended_at = :now, expires_at = :expires, fault = :fault
            where id = :id and state in ('waiting', 'writing', 'importing')""");

    private final ShortTransactions transactions;

    ExportStore(ShortTransactions transactions) {
        this.transactions = transactions;
    }

    /**
     * How far the writing is.
     *
     * @param kinds of lines that are done
     * @param seconds since the snapshot
     */
    record Progress(int kinds, long lines, long bytes, long seconds) {
    }

    /**
     * The oldest one that is not done and does not wait, whether or not an instance that was killed had begun it. None waits for more
     * than ten minutes: a later time is from an instance whose clock was wrong.
     */
    Optional<OpenExport> next(Instant now) {
        return transactions.run(PATIENCE, transaction -> transaction.read(NEXT.with("now", now), row -> new OpenExport(row.get("id", UUID.class),
                row.text("kind"), row.get("compressed", Boolean.class), row.text("merge_source"), row.get("tries", Integer.class))))
                .stream().findFirst();
    }

    /** No instance begins it before. */
    void tryAgain(UUID id, Instant at) {
        transactions.update(PATIENCE, NamedSql.of("update export_job set tries = tries + 1, next_try_at = :at where id = :id").with("at", at)
                .with("id", id));
    }

    /**
     * Begins to write an export, anew where another instance had begun it.
     *
     * @return whether it is still wanted
     */
    boolean beginWriting(UUID id, Instant now, Instant snapshot, int kinds) {
        return transactions.run(PATIENCE, transaction -> {
            transaction.update(NamedSql.of("delete from export_piece where export_id = :id").with("id", id));
            transaction.update(NamedSql.of("delete from export_part where export_id = :id").with("id", id));
            int found = transaction.update(BEGIN.with("id", id).with("state", "writing").with("now", now).with("snapshot", snapshot)
                    .with("kinds", kinds).with("written", true));
            transaction.commit();
            return found > 0;
        });
    }

    void beginImport(UUID id, Instant now) {
        transactions.update(PATIENCE, BEGIN.with("id", id).with("state", "importing").with("now", now).with("snapshot", null)
                .with("kinds", 0).with("written", false));
    }

    void addPiece(UUID id, int part, int number, byte[] content, Progress progress) {
        transactions.run(PATIENCE, transaction -> {
            transaction.update(NamedSql.of("insert into export_piece (export_id, part, number, content) "
                    + "values (:id, :part, :number, :content)").with("id", id).with("part", part).with("number", number)
                    .with("content", content));
            transaction.update(progress(id, progress));
            transaction.commit();
            return null;
        });
    }

    void addPart(UUID id, ExportPart part, Progress progress) {
        transactions.run(PATIENCE, transaction -> {
            transaction.update(NamedSql.of("insert into export_part (export_id, number, size, lines, sha256) "
                    + "values (:id, :number, :size, :lines, :sha256)").with("id", id).with("number", part.number())
                    .with("size", part.size()).with("lines", part.lines()).with("sha256", part.sha256()));
            transaction.update(progress(id, progress));
            transaction.commit();
            return null;
        });
    }

    /** Of an import. */
    void progress(UUID id, int kinds, long lines) {
        transactions.update(PATIENCE, NamedSql.of("update export_job set kinds_done = :kinds, lines = :lines where id = :id")
                .with("kinds", kinds).with("lines", lines).with("id", id));
    }

    /** @param fault null for an export that is done */
    void end(UUID id, String fault, Instant now, Instant expires) {
        transactions.update(PATIENCE, END.with("id", id).with("state", fault == null ? "done" : "failed").with("now", now)
                .with("expires", expires).with("fault", fault));
    }

    /** The statement by which an import says that it is done, in its own transaction: it is done, or nothing has happened. */
    static NamedSql imported(UUID id, long lines, Instant now, Instant expires) {
        return IMPORTED.with("id", id).with("lines", lines).with("now", now).with("expires", expires);
    }

    int deleteExpired(Instant now) {
        return transactions.update(PATIENCE, NamedSql.of("""
                delete from export_job where expires_at <= :now and state in ('receiving', 'done', 'failed')""").with("now", now));
    }

    private static NamedSql progress(UUID id, Progress progress) {
        return PROGRESS.with("id", id).with("kinds", progress.kinds).with("lines", progress.lines).with("bytes", progress.bytes)
                .with("seconds", progress.seconds);
    }
}
