package vn.loa.article.edit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import vn.loa.article.Action;
import vn.loa.article.Article;
import vn.loa.article.ArticleAudit;
import vn.loa.article.Draft;
import vn.loa.article.Revision;

/** Makes a published revision the working copy. Joins the caller's transaction. */
@ApplicationScoped
public class RestoreRevision {

    private final WorkingCopies workingCopies;
    private final DraftWords words;
    private final Slugs slugs;
    private final ArticleAudit audit;

    RestoreRevision(WorkingCopies workingCopies, DraftWords words, Slugs slugs, ArticleAudit audit) {
        this.workingCopies = workingCopies;
        this.words = words;
        this.slugs = slugs;
        this.audit = audit;
    }

    /**
     * @param draft whose article is locked
     * @throws vn.loa.problem.ProblemException 409 when nothing can be restored now
     */
    public Draft restore(Draft draft, Revision revision) {
        draft.require(Action.RESTORE);
        Article article = draft.article();
        if (draft.workingCopy() != null) {
            workingCopies.delete(draft.workingCopy());
        }
        Revision workingCopy = workingCopies.copy(revision);
        words.write(revision);
        slugs.releaseAllBut(article.id(), Set.of(article.slug()));
        article.changed();
        audit.record("article.restore", article, Map.of("restored", revision.number()));
        return new Draft(article, workingCopy, false);
    }
}
