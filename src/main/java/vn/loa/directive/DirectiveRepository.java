package vn.loa.directive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.StatelessSession;
import vn.loa.text.Citation;
import vn.loa.text.Paragraph;
import vn.loa.text.Section;

/** The sections of revisions. */
@ApplicationScoped
public class DirectiveRepository {

    /**
     * What a revision's text holds.
     *
     * @param citations all of them, those outside the sections included
     */
    public record RevisionText(List<SectionView> sections, List<CitationView> citations) {
    }

    private static final String SECTIONS = "from StoredSection where revisionId = ?1 order by position";

    private static final String COPY_SECTIONS = """
            insert into section (revision_id, position, eid, parent_eid, level, kind, number, marker, heading, paragraphs)
            select ?2, position, eid, parent_eid, level, kind, number, marker, heading, paragraphs
            from section where revision_id = ?1""";
    private static final String COPY_CITATIONS = """
            insert into citation (revision_id, position, section_eid, paragraph_eid, start_offset, end_offset, raw, role,
                type, number, number_key, issued_on, issuer, title, pinpoints)
            select ?2, position, section_eid, paragraph_eid, start_offset, end_offset, raw, role,
                type, number, number_key, issued_on, issuer, title, pinpoints
            from citation where revision_id = ?1""";

    private final EntityManager entities;
    private final StatelessSession rows;
    private final CitationRepository citations;

    DirectiveRepository(EntityManager entities, StatelessSession rows, CitationRepository citations) {
        this.entities = entities;
        this.rows = rows;
        this.citations = citations;
    }

    /** Keeps what was read from a revision's text. Documents have thousands of rows, so they are sent in batches. */
    public void store(long revisionId, List<Section> sections, List<Citation> found) {
        List<StoredSection> sectionRows = new ArrayList<>();
        Map<String, String> sectionOfParagraph = new HashMap<>();
        for (Section section : sections) {
            sectionRows.add(new StoredSection(revisionId, sectionRows.size(), section));
            for (Paragraph paragraph : section.paragraphs()) {
                sectionOfParagraph.put(paragraph.eId().value(), section.eId().value());
            }
        }
        List<StoredCitation> citationRows = new ArrayList<>();
        for (Citation citation : found) {
            citationRows.add(new StoredCitation(revisionId, citationRows.size(),
                    sectionOfParagraph.get(citation.paragraphEId().value()), citation));
        }
        rows.insertMultiple(sectionRows);
        rows.insertMultiple(citationRows);
    }

    /** What a working copy held before it is replaced: two statements. */
    public void delete(long revisionId) {
        for (String table : List.of("StoredSection", "StoredCitation")) {
            entities.createQuery("delete from " + table + " where revisionId = ?1").setParameter(1, revisionId).executeUpdate();
        }
    }

    /** The same sections and citations for another revision: two statements. */
    public void copy(long from, long to) {
        for (String copy : List.of(COPY_SECTIONS, COPY_CITATIONS)) {
            entities.createNativeQuery(copy).setParameter(1, from).setParameter(2, to).executeUpdate();
        }
    }

    /** All sections and all citations of a revision: two statements. */
    public RevisionText text(long revisionId) {
        List<StoredSection> sections = stored(revisionId);
        Map<StoredCitation, CitationView> all = citations.allStored(revisionId);
        return new RevisionText(views(sections, all), List.copyOf(all.values()));
    }

    private List<StoredSection> stored(long revisionId) {
        return citations.detached(entities.createQuery(SECTIONS, StoredSection.class).setParameter(1, revisionId)
                .getResultList());
    }

    private static List<SectionView> views(List<StoredSection> sections, Map<StoredCitation, CitationView> cited) {
        Map<String, List<CitationView>> bySection = new HashMap<>();
        cited.forEach((citation, view) ->
                bySection.computeIfAbsent(citation.sectionEId, section -> new ArrayList<>()).add(view));
        return sections.stream()
                .map(section -> SectionView.of(section, bySection.getOrDefault(section.eId, List.of())))
                .toList();
    }

    /** One section with its citations: one statement. */
    public Optional<SectionView> section(long revisionId, String eId) {
        List<Tuple> rows = entities.createQuery("""
                select s as section, c as citation, d as target from StoredSection s
                left join StoredCitation c on c.revisionId = s.revisionId and c.sectionEId = s.eId
                """ + CitationRepository.JOIN_TARGETS
                + "where s.revisionId = ?1 and s.eId = ?2" + CitationRepository.IN_ORDER, Tuple.class)
                .setParameter(1, revisionId).setParameter(2, eId).getResultList();
        return rows.stream().findFirst().map(row -> SectionView.of(row.get("section", StoredSection.class),
                List.copyOf(CitationRepository.views(rows).values())));
    }

    /** The sections, nested: one statement. */
    public List<TocEntry> tableOfContents(long revisionId) {
        return TocEntry.nest(stored(revisionId));
    }
}
