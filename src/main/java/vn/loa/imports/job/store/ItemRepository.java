package vn.loa.imports.job.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import vn.loa.imports.job.store.ImportItem.Kind;
import vn.loa.imports.job.store.ImportJob.Phase;
import vn.loa.problem.Problem;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;
import vn.loa.text.structure.Warning;

/** Stores and finds the items of jobs. Joins the caller's transaction. */
@Startup
@ApplicationScoped
public class ItemRepository {

    private static final int LONGEST_KEY = 800;

    private static final NamedSql ADDED = SqlFile.read("imports/import-item-added");
    private static final NamedSql REFUSED = SqlFile.read("imports/import-item-refused");
    private static final NamedSql KEYS = SqlFile.read("imports/import-keys-added");
    private static final NamedSql NEXT = SqlFile.read("imports/import-items-next");
    private static final NamedSql CONTENTS = NamedSql.of("select * from import_item where job_id = :job and number = any (:numbers) "
            + "order by number");
    private static final NamedSql DONE = SqlFile.read("imports/import-items-done");
    private static final NamedSql RETAG = NamedSql.of("""
            update import_item i set tag = :now from import_job j
            where j.id = i.job_id and j.source_name = :name and i.source = :source and i.target = :article and i.tag = :before""");
    private static final NamedSql TO_UNDO = SqlFile.read("imports/import-item-to-undo");

    /** An item that made or changed something. */
    public record DoneItem(long number, ImportItem.Kind kind, String source, UUID target, boolean created, boolean published, Integer former,
            String tag) {

        private static DoneItem of(ResultRow row) {
            return new DoneItem(row.get("number", Long.class), ImportItem.Kind.of(row.text("kind")), row.text("source"),
                    row.get("target", UUID.class), row.text("status").equals(ItemResult.Status.CREATED.word()),
                    row.get("published", Boolean.class), row.get("former", Integer.class), row.text("tag"));
        }
    }

    /** A warning in the report. */
    public record Notice(String code, String message, String near) {

        static Notice of(Warning warning) {
            return new Notice(warning.code(), warning.message(), warning.near());
        }
    }

    private final SqlReader rows;
    private final SqlWriter changes;
    private final ObjectMapper json;

    ItemRepository(SqlReader rows, SqlWriter changes, ObjectMapper json) {
        this.rows = rows;
        this.changes = changes;
        this.json = json;
    }

    /** @return false when another item of the job has its key */
    public boolean add(ImportJob job, long number, ItemPlace place, ImportItem item) {
        boolean added = changes.update(ADDED.with("job", job.id()).with("number", number).with("line", place.line())
                .with("path", place.path()).with("kind", item.kind().word()).with("source", item.source())
                .with("address", item.address()).with("mediaType", item.mediaType()).with("fileName", item.fileName())
                .with("notes", item.notes()).with("content", item.content()).with("sourceName", job.options().sourceName())
                .with("sha256", item.kind() == Kind.FILE ? DigestUtils.sha256(item.content()) : null)
                .with("target", UuidVersion7Strategy.INSTANCE.generateUuid(null))) == 1;
        List<String> keys = item.keys().stream().filter(ItemRepository::isKey).toList();
        if (added && !keys.isEmpty()) {
            changes.update(KEYS.with("job", job.id()).with("number", number).with("keys", keys));
        }
        return added;
    }

    /** Whether the database can keep it in an index. */
    public static boolean isKey(String key) {
        return key.length() <= LONGEST_KEY && key.indexOf('\0') < 0;
    }

    /** Adds an item that is not imported. */
    public void refuse(UUID job, long number, ItemPlace place, String source, ItemResult.Status status, Problem problem) {
        NamedSql refused = REFUSED.with("job", job).with("number", number).with("line", place.line()).with("path", place.path())
                .with("target", UuidVersion7Strategy.INSTANCE.generateUuid(null)).with("status", status.word())
                .with("problem", write(problem));
        if (changes.update(refused.with("source", source)) == 0) {
            // The key is another item's.
            changes.update(refused.with("source", null));
        }
    }

    /**
     * Items of the phase that wait, from a number on; the worker locks them. None also when the job does not go on.
     *
     * @param bytes their contents have at most so many together, but for a first one that alone has more
     */
    public List<StoredItem> next(UUID job, Phase phase, long least, int most, long bytes) {
        record Waiting(long number, long bytes) {
        }
        List<Waiting> waiting = rows.read(NEXT.with("job", job).with("articles", phase == Phase.ARTICLES).with("phase", phase.word())
                .with("least", least).with("most", most), row -> new Waiting(row.get("number", Long.class), row.get("bytes", Long.class)));
        List<Long> numbers = new ArrayList<>();
        long together = 0;
        for (Waiting item : waiting) {
            together += item.bytes;
            if (!numbers.isEmpty() && together > bytes) {
                break;
            }
            numbers.add(item.number);
        }
        return numbers.isEmpty() ? List.of() : rows.read(CONTENTS.with("job", job).with("numbers", numbers), StoredItem::of);
    }

    /** Locks the item. False when another worker has done it meanwhile. */
    public boolean lockWaiting(UUID job, long number) {
        return !rows.read("select number from import_item where job_id = ? and number = ? and status = 'waiting' for update",
                row -> row.get("number", Long.class), job, number).isEmpty();
    }

    /**
     * Stores what became of items, in one statement.
     *
     * @return false when the job was cancelled: the transaction must be rolled back
     */
    public boolean done(UUID job, Map<Long, ItemResult> results, Instant now) {
        List<ItemResult> all = List.copyOf(results.values());
        return changes.update(DONE.with("job", job).with("numbers", List.copyOf(results.keySet()))
                .with("statuses", column(all, result -> result.status().word())).with("targets", column(all, ItemResult::target))
                .with("problems", column(all, result -> result.problem() == null ? null : write(result.problem())))
                .with("warnings", column(all, result -> result.warnings().isEmpty() ? null
                        : write(result.warnings().stream().map(Notice::of).toList())))
                .with("published", column(all, ItemResult::published))
                .with("formers", column(all, result -> Objects.toString(result.former(), null)))
                .with("tags", column(all, ItemResult::tag)).with("now", now)) == 1;
    }

    /** May have nulls. */
    private static <T> List<T> column(List<ItemResult> results, Function<ItemResult, T> column) {
        return results.stream().map(column).toList();
    }

    /** The article has another tag, though nobody changed it: the items that made it what it is can still be taken back. */
    public void retag(String sourceName, String source, UUID article, String before, String now) {
        changes.update(RETAG.with("name", sourceName).with("source", source).with("article", article).with("before", before).with("now", now));
    }

    /** An item that the job changed something for and that is not taken back yet; the worker locks it. */
    public Optional<DoneItem> nextToUndo(UUID job, boolean articles) {
        return rows.read(TO_UNDO.with("job", job).with("articles", articles), DoneItem::of).stream().findFirst();
    }

    /** Also one that another worker takes back. */
    public boolean isLeftToUndo(UUID job, boolean articles) {
        return !rows.read("select number from import_item where job_id = ? and status in ('created', 'updated') and undo is null "
                + "and (kind <> 'file') = ? limit 1", row -> row.get("number", Long.class), job, articles).isEmpty();
    }

    /** @param why it was left as it is; null when it was taken back */
    public boolean undone(UUID job, long number, String why) {
        return changes.update(NamedSql.of("update import_item set undo = case when :why::text is null then 'undone' else 'left' end, "
                + "undo_note = :why where job_id = :job and number = :number and undo is null")
                .with("why", why).with("job", job).with("number", number)) == 1;
    }

    /** Something remains of an item that was taken back. */
    public void noteUndone(UUID job, long number, String note) {
        changes.update(NamedSql.of("update import_item set undo_note = :note where job_id = :job and number = :number and undo = 'undone'")
                .with("note", note).with("job", job).with("number", number));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
