package vn.loa.directive;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import vn.loa.listing.ListField;
import vn.loa.listing.PageQuery;
import vn.loa.listing.PagedSql;
import vn.loa.listing.SortOrder;
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
    private static final String PAGE_TEXT = "select c.citation::text as citation, c.position, c.place" + OF_REVISION
            + "{after} order by c.position, c.place limit :limit offset :offset";
    private static final PagedSql PAGE = PagedSql.of(PAGE_TEXT);
    private static final NamedSql COUNT = NamedSql.of("select count(*) as total" + OF_REVISION);
    private static final PagedSql INSIDE = PagedSql.read("directive/citations-inside");
    private static final NamedSql COUNT_INSIDE = SqlFile.read("directive/citations-inside-count");
    /** With the members that are null, and one article: estimated like {@link TextSize}. */
    private static final String BYTES = "select 440 + octet_length(p.citation) as bytes from (%s) p";
    private static final PagedSql PAGE_BYTES = PAGE.inside(BYTES);
    private static final PagedSql INSIDE_BYTES = INSIDE.inside(BYTES);

    public static final SortOrder IN_TEXT_ORDER = SortOrder.ascending(ListField.integer("position", "c.position"),
            ListField.integer("place", "c.place"));

    /** @param place the values of {@link #IN_TEXT_ORDER} */
    public record PlacedCitation(CitationView view, List<Object> place) {
    }

    private final SqlReader rows;
    private final Documents documents;

    CitationRepository(SqlReader rows, Documents documents) {
        this.rows = rows;
        this.documents = documents;
    }

    /** The page's citations of a revision in text order, at most so many, and one more when others follow. */
    public List<PlacedCitation> citations(long revisionId, PageQuery page, int most) {
        return placed(PAGE.page(page, most).with("revision", revisionId));
    }

    /** Like {@link #citations}, for one section and the sections inside it. */
    public List<PlacedCitation> citationsInside(UUID article, long revisionId, String eId, PageQuery page, int most) {
        return placed(INSIDE.page(page, most).with("revision", revisionId).with("article", article).with("eId", eId));
    }

    /** The sizes in bytes of the citations on the page of this number if pages had this size, in one statement. */
    public List<Long> bytes(long revisionId, PageQuery page, int size) {
        return bytes(PAGE_BYTES.ofSize(page, size).with("revision", revisionId));
    }

    /** Like {@link #bytes}, for one section and the sections inside it, in one statement. */
    public List<Long> bytesInside(UUID article, long revisionId, String eId, PageQuery page, int size) {
        return bytes(INSIDE_BYTES.ofSize(page, size).with("revision", revisionId).with("article", article).with("eId", eId));
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
        return documents.views(rows.read(ALL.with("revision", revisionId), row -> documents.readOne(row.utf8("citation"))));
    }

    private List<PlacedCitation> placed(NamedSql sql) {
        List<List<Object>> places = new ArrayList<>();
        List<CitationView> views = documents.views(rows.read(sql, row -> {
            places.add(List.of(row.get("position", Long.class), row.get("place", Long.class)));
            return documents.readOne(row.utf8("citation"));
        }));
        return IntStream.range(0, places.size()).mapToObj(i -> new PlacedCitation(views.get(i), places.get(i))).toList();
    }

    private List<Long> bytes(NamedSql sql) {
        return rows.read(sql, row -> row.get("bytes", Long.class));
    }
}
