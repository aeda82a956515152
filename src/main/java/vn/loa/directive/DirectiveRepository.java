package vn.loa.directive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;
import vn.loa.text.citation.Citation;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Section;

/** Stores the sections and citations of revisions. */
@ApplicationScoped
public class DirectiveRepository {

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

    DirectiveRepository(EntityManager entities, StatelessSession rows) {
        this.entities = entities;
        this.rows = rows;
    }

    /** Stores the sections and citations of a revision, in batches, because a document has thousands of them. */
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

    /** Deletes the sections and citations of a working copy, in two statements. */
    public void delete(long revisionId) {
        for (String table : List.of("StoredSection", "StoredCitation")) {
            entities.createQuery("delete from " + table + " where revisionId = ?1").setParameter(1, revisionId).executeUpdate();
        }
    }

    /** Copies the sections and citations to another revision, in two statements. */
    public void copy(long from, long to) {
        for (String copy : List.of(COPY_SECTIONS, COPY_CITATIONS)) {
            entities.createNativeQuery(copy).setParameter(1, from).setParameter(2, to).executeUpdate();
        }
    }

    /** The sections as a tree, in one statement. */
    public List<TocEntry> tableOfContents(long revisionId) {
        return TocEntry.nest(entities.createQuery("from StoredSection where revisionId = ?1 order by position",
                StoredSection.class).setParameter(1, revisionId).getResultList());
    }
}
