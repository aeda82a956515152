package vn.loa.article.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.loa.article.revision.RevisionRepository;
import vn.loa.directive.RevisionTextRepository.SectionsAndCitations;
import vn.loa.directive.RevisionTextRepository;
import vn.loa.directive.TextSize;
import vn.loa.http.answer.AnswerBudget;
import vn.loa.listing.ListQuery;
import vn.loa.listing.Page;
import vn.loa.listing.PageReader;
import vn.loa.sql.ResultRow;

/**
 * Reads the list of public articles. The sizes of large members are read first, the members themselves after the check
 * of the total size.
 */
@ApplicationScoped
class ArticleListRepository {

    private static final String ARTICLES = "public_article a";

    private static final String HISTORY_BYTES = """
            , (select coalesce(sum(100 + coalesce(octet_length(h.change_note), 0)), 0) from revision h
               where h.article_id = a.id and h.number is not null and (not h.minor or h.number = 1)) as history_bytes""";

    private final PageReader pages;
    private final RevisionTextRepository revisionTexts;
    private final RevisionRepository revisions;
    private final AnswerBudget budget;

    ArticleListRepository(PageReader pages, RevisionTextRepository revisionTexts, RevisionRepository revisions,
            AnswerBudget budget) {
        this.pages = pages;
        this.revisionTexts = revisionTexts;
        this.revisions = revisions;
        this.budget = budget;
    }

    /**
     * A row of the list.
     *
     * @param revisionId the revision with the text
     * @param bytes the size of the wanted members
     */
    private record ListedArticle(ArticleView view, Long revisionId, long bytes) {
    }

    /** One statement, and one for each included member. The first statement has all sizes. */
    Page<ArticleView> list(ListQuery query) {
        boolean history = query.includes(Include.CHANGE_HISTORY.word());
        Page<ListedArticle> page = pages.page(query,
                ArticleRow.COLUMNS + ", " + TextSize.COLUMNS + (history ? HISTORY_BYTES : ""),
                ARTICLES, Set.of(ArticleList.TEXT), "true",
                row -> listed(row, query), ListedArticle::bytes);
        budget.reserve(page.items().stream().mapToLong(ListedArticle::bytes).sum());
        return page.withItems(views(page.items(), query));
    }

    private static ListedArticle listed(ResultRow row, ListQuery query) {
        ArticleView view = ArticleRow.listed(row);
        TextSize size = TextSize.read(row);
        long bytes = ArticleRow.bytes(view) + (query.fields().names("body") ? size.body() : 0)
                + (query.includes(Include.SECTIONS.word()) ? size.sectionsWithCitations() : 0)
                + (query.includes(Include.CITATIONS.word()) ? size.citations() : 0)
                + (query.includes(Include.CHANGE_HISTORY.word()) ? row.get("history_bytes", Long.class) : 0);
        return new ListedArticle(view, row.get("revision_id", Long.class), bytes);
    }

    private List<ArticleView> views(List<ListedArticle> articles, ListQuery query) {
        boolean sections = query.includes(Include.SECTIONS.word());
        boolean citations = query.includes(Include.CITATIONS.word());
        List<Long> ids = articles.stream().map(ListedArticle::revisionId).toList();
        Map<Long, String> bodies = query.fields().names("body") ? revisions.bodies(ids) : Map.of();
        Map<Long, SectionsAndCitations> texts = sections || citations ? revisionTexts.texts(ids) : Map.of();
        Map<UUID, List<ArticleView.Change>> history = query.includes(Include.CHANGE_HISTORY.word())
                ? revisions.history(articles.stream().map(article -> article.view().id()).toList()) : null;
        return articles.stream().map(article -> {
            SectionsAndCitations text = texts.getOrDefault(article.revisionId(), SectionsAndCitations.EMPTY);
            ArticleView view = article.view().withBody(bodies.get(article.revisionId()))
                    .including(sections ? text.sections() : null, citations ? text.citations() : null);
            return history == null ? view : view.includingHistory(history.getOrDefault(view.id(), List.of()));
        }).toList();
    }
}
