package vn.loa.article.edit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.loa.article.Article;
import vn.loa.article.ArticleContent;
import vn.loa.article.Revision;
import vn.loa.directive.SectionStore;
import vn.loa.directive.StoredText;
import vn.loa.sql.SqlReader;

/** Stores the texts that editors change, each with its sections and citations. An article has at most one. */
@ApplicationScoped
public class WorkingCopies {

    private static final StoredText NOTHING = new StoredText(List.of(), null);

    private final EntityManager entities;
    private final SectionStore sections;
    private final SqlReader rows;
    private final Clock clock;

    WorkingCopies(EntityManager entities, SectionStore sections, SqlReader rows, Clock clock) {
        this.entities = entities;
        this.sections = sections;
        this.rows = rows;
        this.clock = clock;
    }

    /** The first save after a publish stores the sections that the published text has not. */
    Revision begin(Article article, ArticleContent content) {
        if (content.keepsText()) {
            Revision copy = copy(article.live());
            copy.replaceHead(content, now());
            return copy;
        }
        long id = nextId();
        Revision workingCopy = Revision.workingCopy(id, article, content,
                store(article, id, article.live() == null ? List.of() : List.of(article.live().id()), content), now());
        entities.persist(workingCopy);
        return workingCopy;
    }

    void replace(Revision workingCopy, ArticleContent content) {
        if (content.keepsText()) {
            workingCopy.replaceHead(content, now());
            return;
        }
        Article article = workingCopy.article();
        List<Long> known = article.live() == null ? List.of(workingCopy.id()) : List.of(workingCopy.id(), article.live().id());
        StoredText stored = store(article, workingCopy.id(), known, content);
        if (!workingCopy.sectionIds().isEmpty()) {
            sections.deleteBut(article.id(), workingCopy.id(), stored.sectionIds());
        }
        workingCopy.replace(content, stored, now());
    }

    private StoredText store(Article article, long revision, List<Long> known, ArticleContent content) {
        if (content.sections().isEmpty() && content.citations().isEmpty()) {
            return NOTHING;
        }
        // A section refers to its article.
        entities.flush();
        LocalDate issuedOn = content.directive() == null ? null : content.directive().view().issuedOn();
        return sections.store(article.id(), revision, known, issuedOn, content.sections(), content.citations());
    }

    /** A working copy with the text of a published revision. */
    public Revision copy(Revision published) {
        Revision copy = Revision.copyOf(nextId(), published, now());
        entities.persist(copy);
        return copy;
    }

    void delete(Revision workingCopy) {
        if (!workingCopy.sectionIds().isEmpty()) {
            sections.deleteBut(workingCopy.article().id(), workingCopy.id(), List.of());
        }
        entities.remove(workingCopy);
        // Sent at once: a unique index has place for one working copy of an article.
        entities.flush();
    }

    private long nextId() {
        return rows.read("select nextval('revision_id_seq') as id", row -> row.get("id", Long.class)).get(0);
    }

    /** As precise as PostgreSQL keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
