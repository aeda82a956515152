package vn.loa.imports.job.store;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.loa.imports.archive.PageLink;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;

/** Links of imported articles that lead to nothing yet. Joins the caller's transaction. */
@Startup
@ApplicationScoped
public class OpenLinks {

    /** In bytes: PostgreSQL's indexes take 2,700, and the source's name is among them. */
    private static final int LONGEST = 2000;
    private static final NamedSql OPEN = SqlFile.read("imports/import-links-open");
    private static final NamedSql MORE = NamedSql.of("""
            insert into import_link (source_name, found_by, article_id, written)
            select :sourceName, l.key, :article, l.written from unnest(:keys::text[], :written::text[]) l (key, written)
            on conflict do nothing""");
    private static final NamedSql ALL_FOUND = SqlFile.read("imports/import-links-found", Map.of("which", "true"));
    private static final NamedSql FOUND = SqlFile.read("imports/import-links-found", Map.of("which", "l.article_id = :article"));

    /** What a link leads to now. */
    public record Target(UUID id, boolean isFile) {
    }

    /** An article as an import left it. */
    public record Imported(String source, ImportSources.Known known) {
    }

    private final SqlReader rows;
    private final SqlWriter changes;

    OpenLinks(SqlReader rows, SqlWriter changes) {
        this.rows = rows;
        this.changes = changes;
    }

    /** Keeps the links of an article, in the place of those that it had. */
    public void put(String sourceName, UUID article, Collection<PageLink> links) {
        keep(OPEN, sourceName, article, links);
    }

    /** Keeps more links of an article. */
    public void add(String sourceName, UUID article, Collection<PageLink> links) {
        keep(MORE, sourceName, article, links);
    }

    private void keep(NamedSql statement, String sourceName, UUID article, Collection<PageLink> links) {
        List<String> keys = new ArrayList<>();
        List<String> written = new ArrayList<>();
        for (PageLink link : links) {
            link.keys().stream().filter(key -> fits(key, link.written())).forEach(key -> {
                keys.add(key);
                written.add(link.written());
            });
        }
        changes.update(statement.with("sourceName", sourceName).with("article", article).with("keys", keys).with("written", written));
    }

    /** Whether the database can keep the link in an index. */
    private static boolean fits(String key, String written) {
        return ItemRepository.isKey(key) && bytes(key) + bytes(written) <= LONGEST;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The articles of which links lead to something that the job has imported. */
    public List<UUID> articles(ImportJob job) {
        return rows.read(ALL_FOUND.with("job", job.id()).with("sourceName", job.options().sourceName()),
                row -> row.get("article_id", UUID.class)).stream().distinct().toList();
    }

    /** Takes the links of an article that lead to something that the job has imported, as they are written. */
    public Map<String, Target> take(ImportJob job, UUID article) {
        Map<String, Target> found = new LinkedHashMap<>();
        rows.each(FOUND.with("job", job.id()).with("sourceName", job.options().sourceName()).with("article", article), row ->
                found.putIfAbsent(row.text("written"), new Target(row.get("target", UUID.class), row.text("kind").equals("file"))));
        changes.update(NamedSql.of("delete from import_link where article_id = :article and written = any (:written)")
                .with("article", article).with("written", found.keySet()));
        return new HashMap<>(found);
    }

    /** Under which key of a source an article was imported. */
    public Optional<Imported> imported(String sourceName, UUID article) {
        return rows.read("select source, sha256, tag from import_source where article_id = ? and source_name = ?",
                row -> new Imported(row.text("source"), new ImportSources.Known(article, null, row.get("sha256", byte[].class), row.text("tag"))),
                article, sourceName).stream().findFirst();
    }
}
