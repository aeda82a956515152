package vn.loa.directive;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/**
 * Reads the citations of revisions, each with the public directives to which it leads: one statement, and if there are
 * citations another one, which finds where they lead.
 */
@Startup
@ApplicationScoped
public class CitationRepository {

    private static final String OF_REVISION = " from revision_citation c where c.revision_id = :revision";
    private static final NamedSql ALL = NamedSql.of(
            "select c.citation::text as citation" + OF_REVISION + " order by c.position, c.place");
    private static final NamedSql PAGE = NamedSql.of(ALL.text() + " limit :limit offset :offset");
    private static final NamedSql COUNT = NamedSql.of("select count(*) as total" + OF_REVISION);
    private static final NamedSql INSIDE = SqlFile.read("directive/citations-inside");
    private static final NamedSql COUNT_INSIDE = SqlFile.read("directive/citations-inside-count");
    /** With the members that are null, and one article: estimated like {@link TextSize}. */
    private static final String BYTES = "select 440 + octet_length(p.citation) as bytes from (%s) p";
    private static final NamedSql PAGE_BYTES = NamedSql.of(BYTES.formatted(PAGE.text()));
    private static final NamedSql INSIDE_BYTES = NamedSql.of(BYTES.formatted(INSIDE.text()));

    private final SqlReader rows;
    private final Documents documents;

    CitationRepository(SqlReader rows, Documents documents) {
        this.rows = rows;
        this.documents = documents;
    }

    /** Citations {@code offset} to {@code offset + limit} of a revision in text order. */
    public List<CitationView> citations(long revisionId, int offset, int limit) {
        return views(page(PAGE, revisionId, offset, limit));
    }

    /** Like {@link #citations}, for one section and the sections inside it. */
    public List<CitationView> citationsInside(UUID article, long revisionId, String eId, int offset, int limit) {
        return views(page(INSIDE, revisionId, offset, limit).with("article", article).with("eId", eId));
    }

    /** The sizes in bytes of citations {@code offset} to {@code offset + limit} in a response, in one statement. */
    public List<Long> bytes(long revisionId, int offset, int limit) {
        return bytes(page(PAGE_BYTES, revisionId, offset, limit));
    }

    /** Like {@link #bytes}, for one section and the sections inside it, in one statement. */
    public List<Long> bytesInside(UUID article, long revisionId, String eId, int offset, int limit) {
        return bytes(page(INSIDE_BYTES, revisionId, offset, limit).with("article", article).with("eId", eId));
    }

    /** The number of citations in one section and the sections inside it, in one statement; empty without such a section. */
    public Optional<Long> countInside(UUID article, long revisionId, String eId) {
        return rows.read(COUNT_INSIDE.with("article", article).with("revision", revisionId).with("eId", eId), row -> row.get("total", Long.class))
                .stream().findFirst();
    }

    /** The number of citations of a revision, in one statement. */
    public long count(long revisionId) {
        return rows.count(COUNT.with("revision", revisionId));
    }

    /** All citations of a revision in text order. */
    public List<CitationView> all(long revisionId) {
        return views(ALL.with("revision", revisionId));
    }

    private static NamedSql page(NamedSql sql, long revisionId, int offset, int limit) {
        return sql.with("revision", revisionId).with("offset", offset).with("limit", limit);
    }

    private List<CitationView> views(NamedSql sql) {
        return documents.views(rows.read(sql, row -> documents.readOne(row.utf8("citation"))));
    }

    private List<Long> bytes(NamedSql sql) {
        return rows.read(sql, row -> row.get("bytes", Long.class));
    }
}
