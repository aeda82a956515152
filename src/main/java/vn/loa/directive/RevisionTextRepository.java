package vn.loa.directive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.loa.listing.ListQuery;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/**
 * Reads the text of revisions, or parts of it, with the citations. Unless said otherwise, a method runs one statement,
 * which has a row for each section.
 */
@Startup
@ApplicationScoped
public class RevisionTextRepository {

    /**
     * The sections and citations of a revision.
     *
     * @param citations all citations in the order of the text, with those outside the sections
     * @param outside the citations outside the sections
     */
    public record SectionsAndCitations(List<SectionView> sections, List<CitationView> citations,
            List<CitationView> outside) {

        public static final SectionsAndCitations EMPTY = new SectionsAndCitations(List.of(), List.of(), List.of());
    }

    /** A section and its position in document order. */
    public record PositionedSection(SectionView section, int position) {
    }

    /** @param total the number of all sections; null when it was not counted */
    public record SectionPage(List<PositionedSection> sections, Long total) {
    }

    private static final NamedSql ALL_OF_ONE = SqlFile.read("directive/text-of-revision");
    private static final NamedSql ALL_OF_SEVERAL = SqlFile.read("directive/texts-of-revisions");
    private static final NamedSql SUBTREE = SqlFile.read("directive/subtree");
    private static final NamedSql SUBTREE_BYTES = SqlFile.read("directive/subtree-bytes");
    private static final String COLUMNS =
            "s.eid, s.parent_eid, s.level, s.kind, s.number, s.marker, s.heading, s.paragraphs, s.citations, s.position";
    private static final NamedSql SECTION = NamedSql.of(
            "select " + COLUMNS + " from section_with_citations s where s.revision_id = :revision and s.eid = :eId");
    private static final NamedSql SECTION_BYTES = NamedSql.of(
            "select bytes as total from section_with_citations s where s.revision_id = :revision and s.eid = :eId");
    private static final String PAGE = "select %s from section_with_citations s where s.revision_id = :revision%s "
            + "order by %s limit %d offset %d";
    private static final String COUNT = "(select count(*) from section s where s.revision_id = :revision%s)";

    private final SqlReader reader;
    private final ObjectReader paragraphs;
    private final ObjectReader citations;

    RevisionTextRepository(SqlReader reader, ObjectMapper json) {
        this.reader = reader;
        this.paragraphs = json.readerForListOf(ParagraphView.class);
        this.citations = json.readerForListOf(CitationRow.class);
    }

    /** All sections and all citations. */
    public SectionsAndCitations whole(long revisionId) {
        TextBuilder text = new TextBuilder();
        reader.each(ALL_OF_ONE.with("revision", revisionId), text::add);
        return text.build();
    }

    /** All sections and all citations of each of these revisions. */
    public Map<Long, SectionsAndCitations> texts(Collection<Long> revisionIds) {
        Map<Long, TextBuilder> texts = new HashMap<>();
        reader.each(ALL_OF_SEVERAL.with("revisions", revisionIds),
                row -> texts.computeIfAbsent(row.get("revision_id", Long.class), id -> new TextBuilder()).add(row));
        return texts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, text -> text.getValue().build()));
    }

    /** The size in bytes of a section with its citations in a response, without the sections inside it, in one statement. */
    public long bytes(long revisionId, String eId) {
        return reader.read(SECTION_BYTES.with("revision", revisionId).with("eId", eId), row -> row.get("total", Long.class))
                .stream().findFirst().orElse(0L);
    }

    /** The size of a section with the sections inside it, in one statement. */
    public long bytesOfSubtree(long revisionId, String eId) {
        return reader.count(SUBTREE_BYTES.with("revision", revisionId).with("eId", eId));
    }

    /** The sizes of the sections of a page of {@code size} items, in one statement. */
    public List<Long> bytes(long revisionId, ListQuery query, int size) {
        return reader.read(page("s.bytes", revisionId, query, size, query.offset(size)), row -> row.get("bytes", Long.class));
    }

    private static NamedSql page(String columns, long revisionId, ListQuery query, int limit, int offset) {
        NamedSql conditions = query.filterAndCursor();
        return new NamedSql(PAGE.formatted(columns, conditions.text(), query.orderBy(), limit, offset),
                values(revisionId, conditions));
    }

    /** A section with its own paragraphs. */
    public Optional<SectionView> section(long revisionId, String eId) {
        return sections(SECTION, revisionId, eId).stream().findFirst();
    }

    /** A section and the sections inside it, in document order; empty when there is no such section. */
    public List<SectionView> subtree(long revisionId, String eId) {
        return sections(SUBTREE, revisionId, eId);
    }

    private List<SectionView> sections(NamedSql sql, long revisionId, String eId) {
        return reader.read(sql.with("revision", revisionId).with("eId", eId), row -> section(row, views(cited(row))));
    }

    /**
     * A page of sections, and one more section when another page follows. The number of all sections needs a second
     * statement when the page is empty.
     *
     * @param limit the most sections on the page
     */
    public SectionPage page(long revisionId, ListQuery query, int limit) {
        String count = COUNT.formatted(query.filter().text());
        record CountedSection(PositionedSection section, Long total) {
        }
        List<CountedSection> found = reader.read(page(query.counted() ? COLUMNS + ", " + count + " as total" : COLUMNS,
                revisionId, query, limit + 1, query.offset()),
                row -> new CountedSection(new PositionedSection(section(row, views(cited(row))), row.get("position", Integer.class)),
                        query.counted() ? row.get("total", Long.class) : null));
        return new SectionPage(found.stream().map(CountedSection::section).toList(),
                !query.counted() ? null : !found.isEmpty() ? found.get(0).total()
                        : (Long) reader.count(new NamedSql("select " + count + " as total",
                                values(revisionId, query.filter()))));
    }

    private static Map<String, Object> values(long revisionId, NamedSql condition) {
        Map<String, Object> values = new HashMap<>(condition.values());
        values.put("revision", revisionId);
        return values;
    }

    /** Collects rows in the order of the text. The row with the citations outside the sections comes first. */
    private final class TextBuilder {

        private final List<SectionView> sections = new ArrayList<>();
        private final List<PositionedCitation> all = new ArrayList<>();
        private List<CitationView> outside = List.of();

        private void add(ResultRow row) {
            List<CitationView> cited = new ArrayList<>();
            for (CitationRow each : cited(row)) {
                CitationView view = each.view();
                cited.add(view);
                all.add(new PositionedCitation(view, each.position()));
            }
            if (row.text("eid") == null) {
                outside = cited;
            } else {
                sections.add(section(row, cited));
            }
        }

        private SectionsAndCitations build() {
            all.sort(Comparator.comparing(PositionedCitation::position));
            return new SectionsAndCitations(sections, all.stream().map(PositionedCitation::view).toList(), outside);
        }
    }

    private record PositionedCitation(CitationView view, int position) {
    }

    private List<CitationRow> cited(ResultRow row) {
        String json = row.text("citations");
        try {
            return json == null ? List.of() : citations.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the JSON of the view citation_with_targets cannot be read", e);
        }
    }

    private static List<CitationView> views(List<CitationRow> rows) {
        return rows.stream().map(CitationRow::view).toList();
    }

    private SectionView section(ResultRow row, List<CitationView> cited) {
        return new SectionView(row.text("eid"), row.text("parent_eid"), row.get("level", Integer.class), row.text("kind"),
                row.text("number"), row.text("marker"), row.text("heading"),
                new StoredParagraphs(row.text("paragraphs"), paragraphs), cited);
    }
}
