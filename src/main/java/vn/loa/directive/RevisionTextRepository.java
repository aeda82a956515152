package vn.loa.directive;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.loa.directive.force.SectionForces;
import vn.loa.json.StoredJsonList;
import vn.loa.listing.ListQuery;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/**
 * Reads the text of revisions, or parts of it, with the citations. Unless said otherwise, a method runs one statement,
 * which has a row for each section, and if these have citations another one, which finds where they lead.
 */
@Startup
@Singleton
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
    public record PositionedSection(SectionView section, long position) {
    }

    /** @param total the number of all sections; null when it was not counted */
    public record SectionPage(List<PositionedSection> sections, Long total) {
    }

    private static final NamedSql SECTIONS = SqlFile.read("directive/sections-of-revision");
    private static final NamedSql ALL_OF_ONE = SqlFile.read("directive/text-of-revision");
    private static final NamedSql ALL_OF_SEVERAL = SqlFile.read("directive/texts-of-revisions");
    private static final NamedSql SUBTREE = SqlFile.read("directive/subtree");
    private static final NamedSql SUBTREE_BYTES = SqlFile.read("directive/subtree-bytes");
    private static final String COLUMNS = "s.eid, s.parent_eid, s.level, s.kind, s.number, s.marker, s.heading, "
            + "s.paragraphs, s.citations, s.notes, s.position";
    /** The article finds it by an index: see section_of_article. */
    private static final String OF_ADDRESS = " from revision_section s "
            + "where s.revision_id = :revision and s.article_id = :article and s.eid = :eId";
    private static final NamedSql SECTION = NamedSql.of(
            "select " + COLUMNS + OF_ADDRESS);
    private static final NamedSql SECTION_BYTES = NamedSql.of(
            "select s.bytes" + OF_ADDRESS);
    private static final String PAGE = "select %s from revision_section s where s.revision_id = :revision%s "
            + "order by %s limit %d offset %d";
    private static final String COUNT = "(select count(*) from revision_section s where s.revision_id = :revision%s)";

    private final SqlReader reader;
    private final Documents documents;
    private final ObjectMapper json;
    private final ObjectReader paragraphs;
    private final ObjectReader notes;

    RevisionTextRepository(SqlReader reader, Documents documents, ObjectMapper json) {
        this.reader = reader;
        this.documents = documents;
        this.json = json;
        this.paragraphs = json.readerForListOf(ParagraphView.class);
        this.notes = json.readerForListOf(NoteView.class);
    }

    /** All sections with their citations. */
    public List<SectionView> sections(long revisionId) {
        return views(sectionRows(revisionId));
    }

    /**
     * All sections with their citations: those that were read with the article's row, mostly without a statement.
     *
     * @param forces the statuses of the sections; null when none has one of its own
     */
    public List<SectionView> sections(SectionsWithRow read, SectionForces forces) {
        return ShownSections.of(read, forces, documents, json);
    }

    /** All sections and all citations. */
    public SectionsAndCitations whole(long revisionId) {
        List<SectionRow> rows = inOrder(reader.read(ALL_OF_ONE.with("revision", revisionId), this::positioned));
        return whole(rows, documents.targets(SectionRow.citations(rows)));
    }

    /** All sections and all citations of each of these revisions. */
    public Map<Long, SectionsAndCitations> texts(Collection<Long> revisionIds) {
        Map<Long, List<SectionRow>> texts = new HashMap<>();
        List<SectionRow> all = new ArrayList<>();
        reader.each(ALL_OF_SEVERAL.with("revisions", revisionIds), row -> {
            SectionRow section = positioned(row);
            texts.computeIfAbsent(row.get("revision_id", Long.class), id -> new ArrayList<>()).add(section);
            all.add(section);
        });
        Map<CitedDocument, List<CitationView.Target>> targets = documents.targets(SectionRow.citations(all));
        return texts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, text -> whole(inOrder(text.getValue()), targets)));
    }

    /** @param rows in document order, first the one with the citations outside the sections */
    private static SectionsAndCitations whole(List<SectionRow> rows, Map<CitedDocument, List<CitationView.Target>> targets) {
        List<SectionView> sections = new ArrayList<>(rows.size());
        List<CitationView> all = new ArrayList<>();
        List<CitationView> outside = List.of();
        int behind = 0;
        for (SectionRow row : rows) {
            List<CitationView> cited = Documents.views(row.citations(), targets);
            if (row.eId() == null) {
                outside = cited;
                behind = (int) row.citations().stream().filter(StoredCitation::standsBehind).count();
                all.addAll(cited.subList(0, cited.size() - behind));
            } else {
                sections.add(row.view(cited));
                all.addAll(cited);
            }
        }
        all.addAll(outside.subList(outside.size() - behind, outside.size()));
        return new SectionsAndCitations(sections, all, outside);
    }

    /** The sections as a tree, in one statement. */
    public List<TocEntry> tableOfContents(long revisionId) {
        return TocEntry.nest(sectionRows(revisionId).stream().map(row -> row.view(List.of())).toList());
    }

    private List<SectionRow> sectionRows(long revisionId) {
        return inOrder(reader.read(SECTIONS.with("revision", revisionId), this::positioned));
    }

    private static List<SectionRow> inOrder(List<SectionRow> rows) {
        rows.sort(Comparator.comparingLong(SectionRow::position));
        return rows;
    }

    /** The size in bytes of a section with its citations in a response, without the sections inside it, in one statement. */
    public long bytes(UUID article, long revisionId, String eId) {
        return reader.read(at(SECTION_BYTES, article, revisionId, eId), row -> row.get("bytes", Long.class))
                .stream().findFirst().orElse(0L);
    }

    /** The size of a section with the sections inside it, in one statement. */
    public long bytesOfSubtree(UUID article, long revisionId, String eId) {
        return reader.count(at(SUBTREE_BYTES, article, revisionId, eId));
    }

    /**
     * The sizes of the sections of a page of {@code size} items, in one statement.
     *
     * @param also a condition on the rows {@code s}, beginning with {@code and}, or empty
     */
    public List<Long> bytes(long revisionId, ListQuery query, NamedSql also, int size) {
        return reader.read(page("s.bytes", revisionId, query, also, size, query.page().offset(size)), row -> row.get("bytes", Long.class));
    }

    private static NamedSql page(String columns, long revisionId, ListQuery query, NamedSql also, int limit, int offset) {
        NamedSql conditions = query.filterAndCursor().and(also);
        return new NamedSql(PAGE.formatted(columns, conditions.text(), query.orderBy(), limit, offset),
                values(revisionId, conditions));
    }

    /** A section with its own paragraphs. */
    public Optional<SectionView> section(UUID article, long revisionId, String eId) {
        return sections(at(SECTION, article, revisionId, eId)).stream().findFirst();
    }

    /** A section and the sections inside it, in document order; empty when there is no such section. */
    public List<SectionView> subtree(UUID article, long revisionId, String eId) {
        return sections(at(SUBTREE, article, revisionId, eId));
    }

    private static NamedSql at(NamedSql sql, UUID article, long revisionId, String eId) {
        return sql.with("article", article).with("revision", revisionId).with("eId", eId);
    }

    private List<SectionView> sections(NamedSql sql) {
        return views(reader.read(sql, this::section));
    }

    /**
     * A page of sections, and one more section when another page follows. The number of all sections needs a statement
     * more when the page is empty.
     *
     * @param also see {@link #bytes(long, ListQuery, NamedSql, int)}
     * @param limit the most sections on the page
     */
    public SectionPage page(long revisionId, ListQuery query, NamedSql also, int limit) {
        NamedSql filter = query.filter().and(also);
        String count = COUNT.formatted(filter.text());
        Long[] total = new Long[1];
        List<SectionRow> rows = reader.read(page(query.page().counted() ? COLUMNS + ", " + count + " as total" : COLUMNS,
                revisionId, query, also, limit + 1, query.offset()), row -> {
                    total[0] = query.page().counted() ? row.get("total", Long.class) : null;
                    return positioned(row);
                });
        List<SectionView> views = views(rows);
        List<PositionedSection> sections = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            sections.add(new PositionedSection(views.get(i), rows.get(i).position()));
        }
        return new SectionPage(sections, !query.page().counted() || total[0] != null ? total[0]
                : (Long) reader.count(new NamedSql("select " + count + " as total", values(revisionId, filter))));
    }

    private static Map<String, Object> values(long revisionId, NamedSql condition) {
        Map<String, Object> values = new HashMap<>(condition.values());
        values.put("revision", revisionId);
        return values;
    }

    private List<SectionView> views(List<SectionRow> rows) {
        return views(rows, documents.targets(SectionRow.citations(rows)));
    }

    private static List<SectionView> views(List<SectionRow> rows, Map<CitedDocument, List<CitationView.Target>> targets) {
        return rows.stream().map(row -> row.view(targets)).toList();
    }

    private SectionRow section(ResultRow row) {
        return read(row, 0);
    }

    private SectionRow positioned(ResultRow row) {
        return read(row, row.get("position", Long.class));
    }

    private SectionRow read(ResultRow row, long position) {
        String eId = row.text("eid");
        List<StoredCitation> cited = documents.read(row.utf8("citations"));
        return eId == null ? new SectionRow(position, null, null, 0, null, null, null, null, null, cited, List.of(), null)
                : new SectionRow(position, eId, row.text("parent_eid"), row.get("level", Integer.class), row.text("kind"),
                        row.text("number"), row.text("marker"), row.text("heading"),
                        new StoredJsonList<>(row.utf8("paragraphs"), paragraphs), cited, notes(row.utf8("notes")), null);
    }

    private List<NoteView> notes(byte[] stored) {
        try {
            return stored == null ? List.of() : notes.readValue(stored);
        } catch (IOException e) {
            throw new IllegalStateException("the stored JSON of notes cannot be read", e);
        }
    }
}
