package vn.loa.citation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.loa.citation.CitedByRepository.CitingArticles;
import vn.loa.http.answer.AnswerBudget;
import vn.loa.http.answer.AnswerLimit;
import vn.loa.listing.Page;
import vn.loa.listing.PageRequest;

/**
 * Reads pages of citing articles. A page is measured before it is read, because an article may cite a directive in
 * thousands of places.
 */
@ApplicationScoped
class CitingPages {

    private final CitedByRepository citing;
    private final AnswerLimit limit;
    private final AnswerBudget budget;

    CitingPages(CitedByRepository citing, AnswerLimit limit, AnswerBudget budget) {
        this.citing = citing;
        this.limit = limit;
        this.budget = budget;
    }

    /** @param eId limits the places to those that name exactly this section; null for all places */
    Page<CitingArticleView> page(UUID article, String eId, PageRequest paging) {
        List<Long> bytes = citing.bytes(article, eId, paging.offset(), paging.limit());
        limit.require(bytes, size -> citing.bytes(article, eId, paging.offset(size), size));
        budget.reserve(bytes.stream().mapToLong(Long::longValue).sum());
        CitingArticles found = citing.citing(article, eId, paging.offset(), paging.limit());
        long total = found.articles().isEmpty() ? totalOfEmptyPage(article, eId, paging) : found.total();
        return Page.of(found.articles(), total, paging);
    }

    /** The number of all articles for an empty page; at most as many as were skipped. */
    private long totalOfEmptyPage(UUID article, String eId, PageRequest paging) {
        return paging.offset() == 0 ? 0 : Math.min(paging.offset(),
                citing.count(article, eId));
    }
}
