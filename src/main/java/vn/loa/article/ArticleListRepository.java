package vn.loa.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.loa.directive.EditionRepository;
import vn.loa.directive.EditionRepository.RevisionText;
import vn.loa.web.ListQuery;
import vn.loa.web.Page;
import vn.loa.web.Rows;

/** The list of public articles, in plain SQL: what it shows is read, and no bodies. */
@ApplicationScoped
class ArticleListRepository {

    private static final String ARTICLES = "article a";

    private final Rows rows;
    private final EditionRepository editions;

    ArticleListRepository(Rows rows, EditionRepository editions) {
        this.rows = rows;
        this.editions = editions;
    }

    /** @param revisionId of the text */
    private record Listed(ArticleView view, Long revisionId) {
    }

    /** One statement; one for their number unless it is not wanted; one for each thing that is included. */
    Page<ArticleView> list(ListQuery query) {
        boolean bodies = query.fields().name("body");
        Page<Listed> page = rows.page(query, ArticleRow.COLUMNS + (bodies ? ArticleRow.BODY : ""), ARTICLES,
                Set.of(ArticleList.TEXT), PublicArticles.IS_PUBLIC, row -> new Listed(
                        bodies ? ArticleRow.whole(row) : ArticleRow.listed(row), row.get("revision_id", Long.class)));
        return page.with(views(page.items(), query));
    }

    private List<ArticleView> views(List<Listed> articles, ListQuery query) {
        boolean sections = query.includes(Include.SECTIONS.word());
        boolean citations = query.includes(Include.CITATIONS.word());
        Map<Long, RevisionText> texts = sections || citations
                ? editions.texts(articles.stream().map(Listed::revisionId).toList()) : Map.of();
        Map<UUID, List<ArticleView.Change>> history = query.includes(Include.CHANGE_HISTORY.word())
                ? history(articles.stream().map(article -> article.view().id()).toList()) : null;
        return articles.stream().map(article -> {
            RevisionText text = texts.getOrDefault(article.revisionId(), RevisionText.EMPTY);
            ArticleView view = article.view()
                    .including(sections ? text.sections() : null, citations ? text.citations() : null);
            return history == null ? view : view.includingHistory(history.getOrDefault(view.id(), List.of()));
        }).toList();
    }

    /** The publishes that readers should know of, the latest first, by article: one statement. */
    private Map<UUID, List<ArticleView.Change>> history(Collection<UUID> ids) {
        Map<UUID, List<ArticleView.Change>> changes = new HashMap<>();
        rows.each("""
                select article_id, number, published_at, change_note from revision
                where article_id = any (?) and number is not null and (not minor or number = 1) order by number desc""",
                row -> changes.computeIfAbsent(row.get("article_id", UUID.class), id -> new ArrayList<>())
                        .add(new ArticleView.Change(row.get("number", Integer.class), row.get("published_at", Instant.class),
                                row.text("change_note"))), ids);
        return changes;
    }
}
