package vn.loa.directive;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlWriter;
import vn.loa.text.citation.Citation;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Section;

/** Stores the sections and citations of revisions. */
@Startup
@ApplicationScoped
public class DirectiveRepository {

    private static final List<NamedSql> COPY =
            List.of(SqlFile.read("directive/sections-copied"), SqlFile.read("directive/citations-copied"));

    private final EntityManager entities;
    private final StatelessSession rows;
    private final SqlWriter changes;

    DirectiveRepository(EntityManager entities, StatelessSession rows, SqlWriter changes) {
        this.entities = entities;
        this.rows = rows;
        this.changes = changes;
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
        entities.flush();
        COPY.forEach(copy -> changes.update(copy.with("from", from).with("to", to)));
    }

    /** The sections as a tree, in one statement. */
    public List<TocEntry> tableOfContents(long revisionId) {
        return TocEntry.nest(entities.createQuery("from StoredSection where revisionId = ?1 order by position",
                StoredSection.class).setParameter(1, revisionId).getResultList());
    }
}
