package vn.loa.directive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
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
import vn.loa.sql.SqlReader;

/**
 * Reads the text of revisions, or parts of it, with the citations. Unless said otherwise, a method runs one statement,
 * which has a row for each section.
 */
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

    private static final String CITATIONS = """
            (select cast(json_agg(c order by c.position) as text) from citation_with_targets c where c.revision_id = %s)
            as citations""";
    private static final String SECTIONS = """
            select s.revision_id, s.position, s.eid, s.parent_eid, s.level, s.kind, s.number, s.marker, s.heading,
                cast(s.paragraphs as text) as paragraphs, """
            + CITATIONS.formatted("s.revision_id and c.section_eid = s.eid") + "%s\nfrom section s where ";
    private static final String ALL = SECTIONS.formatted("") + """
            s.revision_id %1$s
            union all
            select r.id, -1, null, null, null, null, null, null, null, null, """
            + CITATIONS.formatted("r.id and c.section_eid is null") + """

            from revision r where r.id %1$s
            order by revision_id, position""";
    private static final String ALL_OF_ONE = ALL.formatted("= ?");
    private static final String ALL_OF_SEVERAL = ALL.formatted("= any (?)");
    /** The same estimate as {@link TextSize}. */
    private static final String BYTES = """
            170 + 2 * octet_length(s.eid) + octet_length(s.marker) + coalesce(octet_length(s.heading), 0)
                + octet_length(cast(s.paragraphs as text)) + coalesce((select sum(560 + octet_length(c.paragraph_eid)
                + octet_length(c.raw) + coalesce(octet_length(c.type), 0) + coalesce(octet_length(c.issuer), 0)
                + coalesce(octet_length(c.title), 0) + coalesce(octet_length(cast(c.pinpoints as text)), 0))
                from citation c where c.revision_id = s.revision_id and c.section_eid = s.eid), 0) as bytes""";
    private static final String SECTION_CONDITION = "s.revision_id = :revision and s.eid = :eId";
    private static final String SECTION = SECTIONS.formatted("") + SECTION_CONDITION;
    /** A section and the sections inside it, which follow it. */
    private static final String SUBTREE_CONDITION = """
            s.revision_id = :revision
            and s.position >= (select top.position from section top where top.revision_id = :revision and top.eid = :eId)
            and s.position < coalesce((select min(e.position) from section e, section top
                where top.revision_id = :revision and top.eid = :eId
                  and e.revision_id = :revision and e.position > top.position and e.level <= top.level), 2147483647)
            order by s.position""";
    private static final String SUBTREE = SECTIONS.formatted("") + SUBTREE_CONDITION;
    private static final String PAGE_CONDITION = "s.revision_id = :revision%s order by %s limit %d offset %d";
    private static final String PAGE = SECTIONS + PAGE_CONDITION;
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
        reader.each(ALL_OF_ONE, text::add, revisionId, revisionId);
        return text.build();
    }

    /** All sections and all citations of each of these revisions. */
    public Map<Long, SectionsAndCitations> texts(Collection<Long> revisionIds) {
        Map<Long, TextBuilder> texts = new HashMap<>();
        reader.each(ALL_OF_SEVERAL,
                row -> texts.computeIfAbsent(row.get("revision_id", Long.class), id -> new TextBuilder()).add(row),
                revisionIds, revisionIds);
        return texts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, text -> text.getValue().build()));
    }

    /** The sizes in bytes of the selected sections with their citations in a response, in one statement. */
    private List<Long> bytes(String sections, Map<String, Object> values) {
        return reader.read(new NamedSql("select " + BYTES + " from section s where " + sections, values),
                row -> row.get("bytes", Long.class));
    }

    /** The size of a section without the sections inside it, in one statement. */
    public long bytes(long revisionId, String eId) {
        return bytes(SECTION_CONDITION, Map.of("revision", revisionId, "eId", eId)).stream().mapToLong(Long::longValue).sum();
    }

    /** The size of a section with the sections inside it, in one statement. */
    public long bytesOfSubtree(long revisionId, String eId) {
        return bytes(SUBTREE_CONDITION, Map.of("revision", revisionId, "eId", eId)).stream().mapToLong(Long::longValue).sum();
    }

    /** The sizes of the sections of a page of {@code size} items, in one statement. */
    public List<Long> bytes(long revisionId, ListQuery query, int size) {
        NamedSql conditions = query.filterAndCursor();
        return bytes(PAGE_CONDITION.formatted(conditions.text(), query.orderBy(), size, query.offset(size)),
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

    private List<SectionView> sections(String sql, long revisionId, String eId) {
        return reader.read(new NamedSql(sql, Map.of("revision", revisionId, "eId", eId)),
                row -> section(row, views(cited(row))));
    }

    /**
     * A page of sections, and one more section when another page follows. The number of all sections needs a second
     * statement when the page is empty.
     *
     * @param limit the most sections on the page
     */
    public SectionPage page(long revisionId, ListQuery query, int limit) {
        NamedSql conditions = query.filterAndCursor();
        String count = COUNT.formatted(query.filter().text());
        record CountedSection(PositionedSection section, Long total) {
        }
        List<CountedSection> found = reader.read(new NamedSql(PAGE.formatted(
                query.counted() ? ", " + count + " as total" : "",
                conditions.text(), query.orderBy(), limit + 1, query.offset()), values(revisionId, conditions)),
                row -> new CountedSection(
                        new PositionedSection(section(row, views(cited(row))), row.get("position", Integer.class)),
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
