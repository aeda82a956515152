package vn.loa.directive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;
import vn.loa.web.ListQuery;
import vn.loa.web.Sql;

/** The text of revisions, or a part of it, with what it cites: one statement, which answers with a row for each section. */
@ApplicationScoped
public class EditionRepository {

    /**
     * What a revision's text holds.
     *
     * @param citations all of them in the order of the text, those outside the sections included
     * @param outside those outside the sections
     */
    public record RevisionText(List<SectionView> sections, List<CitationView> citations, List<CitationView> outside) {

        public static final RevisionText EMPTY = new RevisionText(List.of(), List.of(), List.of());
    }

    /** A section of a part. */
    public record Placed(SectionView section, int position) {
    }

    /** @param total how many there are in all; null where they were not counted */
    public record PartOfSections(List<Placed> sections, Long total) {
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
    private static final String WHOLE = ALL.formatted("= :revision");
    private static final String SEVERAL = ALL.formatted("in (:revisions)");
    private static final String ONE = SECTIONS.formatted("") + "s.revision_id = :revision and s.eid = :eId";
    /** A section and those inside it, which follow it. */
    private static final String INSIDE = SECTIONS.formatted("") + """
            s.revision_id = :revision
            and s.position >= (select top.position from section top where top.revision_id = :revision and top.eid = :eId)
            and s.position < coalesce((select min(e.position) from section e, section top
                where top.revision_id = :revision and top.eid = :eId
                  and e.revision_id = :revision and e.position > top.position and e.level <= top.level), 2147483647)
            order by s.position""";
    private static final String PAGE = SECTIONS + "s.revision_id = :revision%s order by %s limit %d offset %d";
    private static final String COUNT = "(select count(*) from section s where s.revision_id = :revision%s)";

    private static final Map<String, Class<?>> COLUMNS = new HashMap<>();

    static {
        Stream.of("eid", "parent_eid", "kind", "number", "marker", "heading", "paragraphs", "citations")
                .forEach(column -> COLUMNS.put(column, String.class));
        COLUMNS.put("revision_id", Long.class);
        COLUMNS.put("position", Integer.class);
        COLUMNS.put("level", Integer.class);
    }

    private final EntityManager entities;
    private final ObjectReader paragraphs;
    private final ObjectReader citations;

    EditionRepository(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.paragraphs = json.readerForListOf(ParagraphView.class);
        this.citations = json.readerForListOf(CitationRow.class);
    }

    /** All sections and all citations. */
    public RevisionText whole(long revisionId) {
        return text(query(WHOLE, COLUMNS).setParameter("revision", revisionId).getResultList());
    }

    /** All sections and all citations of each of these revisions. */
    public Map<Long, RevisionText> texts(Collection<Long> revisionIds) {
        Map<Long, List<Tuple>> rows = new HashMap<>();
        query(SEVERAL, COLUMNS).setParameterList("revisions", revisionIds).getResultList()
                .forEach(row -> rows.computeIfAbsent(row.get("revision_id", Long.class), id -> new ArrayList<>()).add(row));
        Map<Long, RevisionText> texts = new HashMap<>();
        rows.forEach((revision, own) -> texts.put(revision, text(own)));
        return texts;
    }

    /** One section, with its own paragraphs. */
    public Optional<SectionView> section(long revisionId, String eId) {
        return sections(ONE, revisionId, eId).stream().findFirst();
    }

    /** A section and those inside it, in document order; empty when there is no such section. */
    public List<SectionView> part(long revisionId, String eId) {
        return sections(INSIDE, revisionId, eId);
    }

    private List<SectionView> sections(String sql, long revisionId, String eId) {
        return query(sql, COLUMNS).setParameter("revision", revisionId).setParameter("eId", eId)
                .getResultList().stream().map(row -> section(row, cited(row))).toList();
    }

    /**
     * The sections that are asked for, and one more when anything follows; with how many there are, for which a page behind
     * the last needs a second statement.
     */
    public PartOfSections part(long revisionId, ListQuery query) {
        Sql place = query.filterAndPlace();
        Map<String, Class<?>> columns = new HashMap<>(COLUMNS);
        String count = COUNT.formatted(query.filter().text());
        if (query.counted()) {
            columns.put("total", Long.class);
        }
        NativeQuery<Tuple> statement = query(PAGE.formatted(query.counted() ? ", " + count + " as total" : "",
                place.text(), query.orderBy(), query.limit() + 1, query.offset()), columns);
        place.values().forEach(statement::setParameter);
        List<Tuple> rows = statement.setParameter("revision", revisionId).getResultList();
        return new PartOfSections(
                rows.stream().map(row -> new Placed(section(row, cited(row)), row.get("position", Integer.class))).toList(),
                query.counted() ? total(revisionId, rows, count, query.filter()) : null);
    }

    private Long total(long revisionId, List<Tuple> rows, String count, Sql filter) {
        if (!rows.isEmpty()) {
            return rows.get(0).get("total", Long.class);
        }
        NativeQuery<Tuple> statement = query("select " + count + " as total", Map.of("total", Long.class));
        filter.values().forEach(statement::setParameter);
        return statement.setParameter("revision", revisionId).getSingleResult().get("total", Long.class);
    }

    @SuppressWarnings("unchecked")
    private NativeQuery<Tuple> query(String sql, Map<String, Class<?>> columns) {
        NativeQuery<Tuple> query = entities.createNativeQuery(sql, Tuple.class).unwrap(NativeQuery.class);
        columns.forEach(query::addScalar);
        return query;
    }

    private RevisionText text(List<Tuple> rows) {
        List<SectionView> sections = new ArrayList<>();
        List<CitationRow> all = new ArrayList<>();
        List<CitationView> outside = List.of();
        for (Tuple row : rows) {
            List<CitationRow> cited = cited(row);
            all.addAll(cited);
            if (row.get("eid") == null) {
                outside = views(cited);
            } else {
                sections.add(section(row, cited));
            }
        }
        all.sort(Comparator.comparing(CitationRow::position));
        return new RevisionText(sections, views(all), outside);
    }

    private List<CitationRow> cited(Tuple row) {
        String json = row.get("citations", String.class);
        return json == null ? List.of() : read(json);
    }

    private static List<CitationView> views(List<CitationRow> rows) {
        return rows.stream().map(CitationRow::view).toList();
    }

    private SectionView section(Tuple row, List<CitationRow> cited) {
        return new SectionView(text(row, "eid"), text(row, "parent_eid"), row.get("level", Integer.class),
                text(row, "kind"), text(row, "number"), text(row, "marker"), text(row, "heading"),
                new StoredParagraphs(text(row, "paragraphs"), paragraphs), views(cited));
    }

    private static String text(Tuple row, String column) {
        return row.get(column, String.class);
    }

    private List<CitationRow> read(String json) {
        try {
            return citations.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not what the database writes", e);
        }
    }
}
