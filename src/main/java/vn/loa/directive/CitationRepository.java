package vn.loa.directive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlReader;

/**
 * Reads the citations of revisions, each with the public directives to which it leads (view
 * {@code citation_with_targets}).
 */
@ApplicationScoped
public class CitationRepository {

    private static final String ROWS = "select cast(to_json(c) as text) as citation from citation_with_targets c where ";
    private static final String IN_ORDER = " order by c.position";

    /** The same estimate as {@link TextSize}. */
    private static final String BYTES = """
            560 + octet_length(c.paragraph_eid) + octet_length(c.raw) + coalesce(octet_length(c.type), 0)
            + coalesce(octet_length(c.issuer), 0) + coalesce(octet_length(c.title), 0)
            + coalesce(octet_length(cast(c.pinpoints as text)), 0) as bytes""";

    /** The sections inside a section follow it in document order, up to the next section of its level. */
    private static final String INSIDE = """
            c.revision_id = :revision and c.section_eid in (
                select s.eid from section s, section top
                where top.revision_id = :revision and top.eid = :eId
                  and s.revision_id = top.revision_id and s.position >= top.position
                  and s.position < coalesce((select min(e.position) from section e
                      where e.revision_id = top.revision_id and e.position > top.position and e.level <= top.level),
                      2147483647))""";

    private final SqlReader rows;
    private final ObjectReader json;

    CitationRepository(SqlReader rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json.readerFor(CitationRow.class);
    }

    /** Citations {@code offset} to {@code offset + limit} of a revision in text order, in one statement. */
    public List<CitationView> citations(long revisionId, int offset, int limit) {
        return views(ROWS + "c.revision_id = :revision and c.position >= :from and c.position < :to" + IN_ORDER,
                Map.of("revision", revisionId, "from", offset, "to", offset + limit));
    }

    /** Like {@link #citations}, for one section and the sections inside it, in one statement. */
    public List<CitationView> citationsInside(long revisionId, String eId, int offset, int limit) {
        return views(ROWS + INSIDE + IN_ORDER + " limit :limit offset :offset",
                Map.of("revision", revisionId, "eId", eId, "limit", limit, "offset", offset));
    }

    /** The sizes in bytes of citations {@code offset} to {@code offset + limit} in a response, in one statement. */
    public List<Long> bytes(long revisionId, int offset, int limit) {
        return rows.read(new NamedSql("select " + BYTES + " from citation c where c.revision_id = :revision and c.position >= :from "
                + "and c.position < :to order by c.position",
                Map.of("revision", revisionId, "from", offset, "to", offset + limit)), row -> row.get("bytes", Long.class));
    }

    /** Like {@link #bytes}, for one section and the sections inside it, in one statement. */
    public List<Long> bytesInside(long revisionId, String eId, int offset, int limit) {
        return rows.read(new NamedSql("select " + BYTES + " from citation c where " + INSIDE + " order by c.position "
                + "limit :limit offset :offset", Map.of("revision", revisionId, "eId", eId, "limit", limit, "offset", offset)),
                row -> row.get("bytes", Long.class));
    }

    /** The number of citations in one section and the sections inside it, in one statement. */
    public long countInside(long revisionId, String eId) {
        return count("citation c where " + INSIDE, Map.of("revision", revisionId, "eId", eId));
    }

    /** Whether the revision has this section, in one statement. */
    public boolean hasSection(long revisionId, String eId) {
        return count("section s where s.revision_id = :revision and s.eid = :eId",
                Map.of("revision", revisionId, "eId", eId)) > 0;
    }

    /** The number of citations of a revision, in one statement. */
    public long count(long revisionId) {
        return count("citation c where c.revision_id = :revision", Map.of("revision", revisionId));
    }

    /** All citations of a revision in text order, in one statement. */
    public List<CitationView> all(long revisionId) {
        return views(ROWS + "c.revision_id = :revision" + IN_ORDER, Map.of("revision", revisionId));
    }

    private List<CitationView> views(String sql, Map<String, Object> values) {
        return rows.read(new NamedSql(sql, values), row -> read(row.text("citation")).view());
    }

    private CitationRow read(String row) {
        try {
            return json.readValue(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the JSON of the view citation_with_targets cannot be read", e);
        }
    }

    private long count(String from, Map<String, Object> values) {
        return rows.count(new NamedSql("select count(*) as total from " + from, values));
    }
}
