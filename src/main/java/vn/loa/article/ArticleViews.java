package vn.loa.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import vn.loa.directive.CitationRepository;
import vn.loa.directive.EditionRepository;

/** Puts an article's answer together from what was asked for: one statement for each of its parts. */
@ApplicationScoped
class ArticleViews {

    private final ArticleRepository articles;
    private final EditionRepository editions;
    private final CitationRepository citations;
    private final AttachmentList attachments;

    ArticleViews(ArticleRepository articles, EditionRepository editions, CitationRepository citations,
            AttachmentList attachments) {
        this.articles = articles;
        this.editions = editions;
        this.citations = citations;
        this.attachments = attachments;
    }

    /** What editors see: everything. */
    ArticleView viewDraft(Draft draft) {
        EditionRepository.RevisionText parts = editions.whole(draft.text().id());
        return ArticleView.ofDraft(draft).including(attachments.of(draft.text().attachments()))
                .including(parts.sections(), parts.citations());
    }

    ArticleView view(PublicArticle article, Set<Include> included) {
        ArticleView view = article.view().including(attachments.of(article.files()));
        if (included.contains(Include.CHANGE_HISTORY)) {
            view = view.includingHistory(
                    articles.majorRevisions(article.id()).stream().map(ArticleView.Change::of).toList());
        }
        if (included.contains(Include.SECTIONS)) {
            EditionRepository.RevisionText parts = editions.whole(article.revisionId());
            return view.including(parts.sections(), included.contains(Include.CITATIONS) ? parts.citations() : null);
        }
        return included.contains(Include.CITATIONS) ? view.including(null, citations.all(article.revisionId())) : view;
    }
}
