package vn.loa.article.edit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import vn.loa.article.Article;
import vn.loa.article.ArticleContent;
import vn.loa.article.Revision;
import vn.loa.directive.DirectiveRepository;

/** Stores the texts that editors change, each with its sections and citations. An article has at most one. */
@ApplicationScoped
public class WorkingCopies {

    private final EntityManager entities;
    private final DirectiveRepository directives;
    private final Clock clock;

    WorkingCopies(EntityManager entities, DirectiveRepository directives, Clock clock) {
        this.entities = entities;
        this.directives = directives;
        this.clock = clock;
    }

    Revision begin(Article article, ArticleContent content) {
        Revision workingCopy = Revision.workingCopy(article, content, now());
        entities.persist(workingCopy);
        directives.store(workingCopy.id(), content.sections(), content.citations());
        return workingCopy;
    }

    void replace(Revision workingCopy, ArticleContent content) {
        workingCopy.replace(content, now());
        directives.delete(workingCopy.id());
        directives.store(workingCopy.id(), content.sections(), content.citations());
    }

    /** A working copy with the text of a published revision. */
    public Revision copy(Revision published) {
        Revision copy = Revision.copyOf(published, now());
        entities.persist(copy);
        directives.copy(published.id(), copy.id());
        return copy;
    }

    void delete(Revision workingCopy) {
        entities.remove(workingCopy);
        // Sent at once: a unique index has place for one working copy of an article.
        entities.flush();
    }

    /** As precise as PostgreSQL keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
