package vn.loa.citation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.loa.article.read.LegalDay;
import vn.loa.citation.CitedByRepository.CitingArticle;
import vn.loa.citation.CitedByRepository.CitingArticles;
import vn.loa.directive.force.ForceView;
import vn.loa.directive.force.Forces;
import vn.loa.listing.MeasuredPages;
import vn.loa.listing.Page;
import vn.loa.listing.PageQuery;

/**
 * Reads pages of citing articles. A page is measured before it is read, because an article may cite a directive in
 * thousands of places.
 */
@ApplicationScoped
class CitingPages {

    private final CitedByRepository citing;
    private final MeasuredPages measured;
    private final Forces forces;
    private final LegalDay day;

    CitingPages(CitedByRepository citing, MeasuredPages measured, Forces forces, LegalDay day) {
        this.forces = forces;
        this.day = day;
        this.citing = citing;
        this.measured = measured;
    }

    /** @param eId limits the places to those that name exactly this section; null for all places */
    Page<CitingArticleView> page(UUID article, String eId, PageQuery query) {
        int fits = measured.fitting(query, size -> citing.bytes(article, eId, query, size));
        CitingArticles found = citing.citing(article, eId, query, fits);
        Page<CitingArticle> page = query.page(found.articles(), found.more(), () -> found.articles().isEmpty()
                ? query.totalOfEmptyPage(() -> citing.count(article, eId)) : found.total(), CitingArticle::key, null);
        return page.withItems(withForces(page.items().stream().map(CitingArticle::view).toList()));
    }

    /** One statement more, none if no citing article carries a directive. */
    private List<CitingArticleView> withForces(List<CitingArticleView> articles) {
        Map<UUID, ForceView> found = forces.documents(articles.stream().filter(citing -> citing.directive() != null)
                .map(citing -> citing.article().id()).toList(), day.today());
        return articles.stream().map(citing -> citing.with(found.get(citing.article().id()))).toList();
    }
}
