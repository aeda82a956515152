package vn.loa.imports.export;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.loa.listing.ListField;
import vn.loa.listing.Page;
import vn.loa.listing.PageQuery;
import vn.loa.listing.PagedSql;
import vn.loa.listing.SortOrder;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;

/** Stores and finds exports and their parts, for requests. */
@Startup
@ApplicationScoped
class ExportRepository {

    static final SortOrder NEWEST_FIRST = SortOrder.descending(ListField.id("e.id"));

    private static final NamedSql COUNT = NamedSql.of("select count(*) as total from export_job e");
    private static final PagedSql PAGE = PagedSql.read("imports/exports", COUNT, Map.of());
    private static final NamedSql ONE = SqlFile.read("imports/export");
    private static final NamedSql HAS_CONTENT = SqlFile.read("imports/has-content");

    private record Listed(ExportView export, Long total) {
    }

    private final SqlReader rows;
    private final SqlWriter changes;

    ExportRepository(SqlReader rows, SqlWriter changes) {
        this.rows = rows;
        this.changes = changes;
    }

    Page<ExportView> list(PageQuery query) {
        List<Listed> found = rows.read(PAGE.page(query), row -> new Listed(view(row), row.get("total", Long.class)));
        Page<Listed> page = query.page(found, () -> found.isEmpty() ? query.totalOfEmptyPage(() -> rows.count(COUNT))
                : found.get(0).total, listed -> List.of(listed.export.id()));
        return page.withItems(page.items().stream().map(Listed::export).toList());
    }

    long count() {
        return rows.count(COUNT);
    }

    Optional<ExportView> find(UUID id) {
        return rows.read(ONE.with("id", id).with("kind", null).with("anybody", false), ExportRepository::view).stream().findFirst();
    }

    /**
     * The newest one that is done.
     *
     * @param forAnybody only one since which no article was removed: what is no longer here is in no file of ours, either
     */
    Optional<ExportView> newest(String kind, boolean forAnybody) {
        return rows.read(ONE.with("id", null).with("kind", kind).with("anybody", forAnybody), ExportRepository::view).stream().findFirst();
    }

    List<ExportPart> parts(UUID export) {
        return rows.read("select number, size, lines, sha256 from export_part where export_id = ? order by number",
                ExportRepository::part, export);
    }

    Optional<ExportPart> part(UUID export, int number) {
        return rows.read("select number, size, lines, sha256 from export_part where export_id = ? and number = ?",
                ExportRepository::part, export, number).stream().findFirst();
    }

    void add(UUID id, String kind, String state, boolean compressed, String actor, Instant now, Instant expires) {
        changes.update(NamedSql.of("""
                insert into export_job (id, kind, state, compressed, created_by, created_at, expires_at)
                values (:id, :kind, :state, :compressed, :actor, :now, :expires)""").with("id", id).with("kind", kind)
                .with("state", state).with("compressed", compressed).with("actor", actor).with("now", now).with("expires", expires));
    }

    /**
     * By its first export a portal is known where it is merged: each later one tells of it. One that was imported is known by that
     * import. Those that are merged here have sources.
     */
    void nameSelf(UUID export, Instant now) {
        changes.update(NamedSql.of("insert into merged_export (export_id, source, merged_at) select :id, '', :now "
                + "where not exists (select from merged_export where source = '')").with("id", export).with("now", now));
    }

    /** @return whether there was one */
    boolean delete(UUID id) {
        return changes.update(NamedSql.of("delete from export_job where id = :id").with("id", id)) > 0;
    }

    /**
     * Of an uploaded export that is complete.
     *
     * @param mergeSource null for an import into a new Loa
     * @return whether it was still being received
     */
    boolean start(UUID id, String mergeSource) {
        return changes.update(NamedSql.of("update export_job set state = 'waiting', merge_source = :source where id = :id "
                + "and state = 'receiving'").with("source", mergeSource).with("id", id)) > 0;
    }

    /** Locks an export whose parts are uploaded. @return whether it is one */
    boolean lockReceiving(UUID id) {
        return !rows.read("select from export_job where id = ? and state = 'receiving' for update", row -> true, id).isEmpty();
    }

    /** Stores a part in place of what has its number. */
    void put(UUID export, ExportPart part, byte[] bytes) {
        for (String table : List.of("export_piece where part", "export_part where number")) {
            changes.update(NamedSql.of("delete from " + table + " = :number and export_id = :id").with("number", part.number())
                    .with("id", export));
        }
        for (int from = 0; from < bytes.length; from += ExportBytes.PIECE) {
            changes.update(NamedSql.of("insert into export_piece (export_id, part, number, content) values (:id, :part, :number, :content)")
                    .with("id", export).with("part", part.number()).with("number", from / ExportBytes.PIECE)
                    .with("content", Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + ExportBytes.PIECE))));
        }
        changes.update(NamedSql.of("insert into export_part (export_id, number, size, sha256) values (:id, :number, :size, :sha256)")
                .with("id", export).with("number", part.number()).with("size", part.size()).with("sha256", part.sha256()));
        changes.update(NamedSql.of("update export_job set bytes = (select sum(size) from export_part where export_id = :id) where id = :id")
                .with("id", export));
    }

    boolean hasContent() {
        return rows.read(HAS_CONTENT, row -> row.get("content", Boolean.class)).get(0);
    }

    /** Makes those who add exports wait for each other. */
    void lockAdding() {
        changes.lock(ExportWorker.LOCK + 1);
    }

    private static ExportPart part(ResultRow row) {
        return new ExportPart(row.get("number", Integer.class), row.get("size", Long.class), row.get("lines", Long.class),
                row.get("sha256", byte[].class));
    }

    private static ExportView view(ResultRow row) {
        return new ExportView(row.get("id", UUID.class), row.text("kind"), row.text("state"), row.get("compressed", Boolean.class),
                row.text("created_by"), row.get("created_at", Instant.class), row.get("started_at", Instant.class),
                row.get("ended_at", Instant.class), row.get("expires_at", Instant.class), row.get("snapshot_at", Instant.class),
                row.get("snapshot_seconds", Long.class), row.get("kinds_done", Integer.class), row.get("kinds", Integer.class),
                row.get("lines", Long.class), row.get("bytes", Long.class), row.get("parts", Long.class).intValue(), row.text("fault"),
                row.text("merge_source"), row.get("next_try_at", Instant.class), null);
    }
}
