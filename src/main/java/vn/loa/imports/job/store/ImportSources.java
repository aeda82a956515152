package vn.loa.imports.job.store;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.codec.binary.Hex;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;
import vn.loa.sql.Together;

/** What was imported under which key. Joins the caller's transaction. */
@Startup
@ApplicationScoped
public class ImportSources {

    private static final NamedSql LOCKED = SqlFile.read("imports/import-sources-locked");
    private static final NamedSql RECORDED = SqlFile.read("imports/import-sources-recorded");
    private static final NamedSql FILES = SqlFile.read("imports/import-files-named");

    /**
     * What has a key.
     *
     * @param article null for a file, and when it was deleted here
     * @param file null for an article, and when it was deleted here
     * @param sha256 of the content that was imported last; null when that was undone
     * @param tag of the article after the import
     */
    public record Known(UUID article, UUID file, byte[] sha256, String tag) {
    }

    private record Recorded(String name, String source, Known known, Instant at) {
    }

    /** @param status of the item that brings it */
    public record NamedFile(UUID id, String status) {
    }

    private final SqlReader rows;
    private final SqlWriter changes;
    private final Together together;
    private final Consumer<List<Recorded>> recording = this::record;

    ImportSources(SqlReader rows, SqlWriter changes, Together together) {
        this.rows = rows;
        this.changes = changes;
        this.together = together;
    }

    /** What has the keys, by key. Nobody else imports under them until the transaction ends, in which no others may be locked. */
    public Map<String, Known> lock(String name, Collection<String> sources) {
        changes.call(LOCKED.with("name", name).with("sources", sources));
        Map<String, Known> known = new HashMap<>();
        rows.each("select source, article_id, media_id, sha256, tag from import_source where source_name = ? and source = any (?)",
                row -> known.put(row.text("source"), new Known(row.get("article_id", UUID.class), row.get("media_id", UUID.class),
                        row.get("sha256", byte[].class), row.text("tag"))), name, sources);
        return known;
    }

    public void record(String name, String source, Known known, Instant now) {
        together.run(recording, new Recorded(name, source, known, now));
    }

    private void record(List<Recorded> all) {
        changes.update(RECORDED.with("names", column(all, Recorded::name)).with("sources", column(all, Recorded::source))
                .with("articles", column(all, each -> each.known.article)).with("media", column(all, each -> each.known.file))
                .with("sha256s", column(all, each -> each.known.sha256 == null ? null : Hex.encodeHexString(each.known.sha256)))
                .with("tags", column(all, each -> each.known.tag)).with("now", all.get(0).at));
    }

    /** May have nulls. */
    private static <T> List<T> column(List<Recorded> all, Function<Recorded, T> column) {
        return all.stream().map(column).toList();
    }

    public void forget(String name, String source) {
        changes.update(NamedSql.of("delete from import_source where source_name = :name and source = :source")
                .with("name", name).with("source", source));
    }

    /** The files that keys name, in the job or in an earlier one of its source. */
    public Map<String, NamedFile> files(ImportJob job, Collection<String> sources) {
        Map<String, NamedFile> found = new HashMap<>();
        if (!sources.isEmpty()) {
            rows.each(FILES.with("job", job.id()).with("sourceName", job.options().sourceName()).with("sources", sources),
                    row -> found.put(row.text("source"), new NamedFile(row.get("target", UUID.class), row.text("status"))));
        }
        return found;
    }
}
