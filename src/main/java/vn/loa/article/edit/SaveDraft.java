package vn.loa.article.edit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import vn.loa.article.Action;
import vn.loa.article.Article;
import vn.loa.article.ArticleAudit;
import vn.loa.article.ArticleContent;
import vn.loa.article.Draft;
import vn.loa.article.Revision;

/** Replaces an article's working copy; the first save after a publish begins one. Joins the caller's transaction. */
@ApplicationScoped
public class SaveDraft {

    private final WorkingCopies workingCopies;
    private final DraftWords words;
    private final Slugs slugs;
    private final ArticleAudit audit;

    SaveDraft(WorkingCopies workingCopies, DraftWords words, Slugs slugs, ArticleAudit audit) {
        this.workingCopies = workingCopies;
        this.words = words;
        this.slugs = slugs;
        this.audit = audit;
    }

    /**
     * @param draft whose article is locked
     * @throws vn.loa.problem.ProblemException 409 when the draft cannot be edited now, 422 when the wanted slug is taken
     */
    public Draft save(Draft draft, ArticleContent content) {
        draft.require(Action.EDIT);
        Article article = draft.article();
        Revision workingCopy = store(draft, content);
        words.write(workingCopy, content);
        takeSlug(article, workingCopy, content.slug());
        article.changed();
        audit.record("draft.save", article, Map.of());
        return new Draft(article, workingCopy, false);
    }

    private Revision store(Draft draft, ArticleContent content) {
        if (draft.workingCopy() == null) {
            return workingCopies.begin(draft.article(), content);
        }
        workingCopies.replace(draft.workingCopy(), content);
        return draft.workingCopy();
    }

    /** An article that was never published is renamed at once, any other by its next publish. */
    private void takeSlug(Article article, Revision workingCopy, String wanted) {
        if (wanted == null || wanted.equals(article.slug())) {
            workingCopy.wantSlug(null);
        } else if (article.live() == null) {
            article.rename(slugs.claimWanted(wanted, article.id()));
        } else {
            workingCopy.wantSlug(slugs.claimWanted(wanted, article.id()).value());
        }
        slugs.releaseAllBut(article.id(), workingCopy.slug() == null
                ? Set.of(article.slug()) : Set.of(article.slug(), workingCopy.slug()));
    }
}
