package vn.loa.article.read;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import vn.loa.article.Attachment;
import vn.loa.article.AttachmentList;
import vn.loa.article.AttachmentView;
import vn.loa.article.FileAddresses;
import vn.loa.article.revision.RevisionRepository;
import vn.loa.category.ArticleCategories;
import vn.loa.directive.RevisionTextRepository.SectionsAndCitations;
import vn.loa.directive.RevisionTextRepository;
import vn.loa.directive.SectionView;
import vn.loa.directive.TextSize;
import vn.loa.directive.force.ForceColumn;
import vn.loa.directive.force.Forces;
import vn.loa.directive.force.InForceOn;
import vn.loa.directive.force.SectionForces;
import vn.loa.http.answer.AnswerBudget;
import vn.loa.listing.ListQuery;
import vn.loa.listing.Page;
import vn.loa.listing.PageReader;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;

/**
 * Reads the list of public articles. The sizes of large members are read first, the members themselves after the check
 * of the total size.
 */
@Singleton
class ArticleListRepository {

    private static final String LISTED = "a.id, a.listed, " + ArticleCategories.COLUMNS;
    private static final String CATEGORY = ArticleCategories.join("a.category_id");

    /** In bytes: the most for a file without its title and name, and twice what these usually have. */
    private static final int ATTACHMENT_BYTES = 600;

    private static final String HISTORY_BYTES = """
            , (select coalesce(sum(100 + coalesce(octet_length(h.change_note), 0)), 0) from revision h
               where h.article_id = a.id and h.number is not null and (not h.minor or h.number = 1)) as history_bytes""";

    private static final String FORCE_BYTES = Forces.SECTION_BYTES.formatted("a.id");

    private final PageReader pages;
    private final ListedArticles listed;
    private final RevisionTextRepository revisionTexts;
    private final RevisionRepository revisions;
    private final AttachmentList attachments;
    private final FileAddresses addresses;
    private final AnswerBudget budget;
    private final Forces forces;
    private final LegalDay day;

    ArticleListRepository(PageReader pages, ListedArticles listed, RevisionTextRepository revisionTexts, RevisionRepository revisions,
            AttachmentList attachments, FileAddresses addresses, AnswerBudget budget, Forces forces, LegalDay day) {
        this.pages = pages;
        this.listed = listed;
        this.revisionTexts = revisionTexts;
        this.revisions = revisions;
        this.attachments = attachments;
        this.addresses = addresses;
        this.budget = budget;
        this.forces = forces;
        this.day = day;
    }

    /**
     * A row of the list, to which members are added.
     *
     * @param revisionId the revision with the text
     * @param files that the text carries; none unless they are wanted
     * @param bytes the size of the wanted members
     */
    private record Row(ArticleView view, Long revisionId, List<Attachment> files, long bytes) {
    }

    /**
     * One statement, and one for each included member. The first statement has all sizes. The items are {@link ListedArticle},
     * or {@link ArticleView} when the client wants fewer members or more.
     */
    Page<?> list(ListQuery query) {
        LocalDate shown = InForceOn.day(query).orElseGet(day::today);
        return query.isPlain() ? stored(query, shown) : composed(query, shown);
    }

    /**
     * A page with the columns that {@link ListedArticles} reads, and others.
     *
     * @param others with a comma before each
     */
    private <T> Page<T> page(ListQuery query, LocalDate shown, String others, Set<String> joins,
            BiFunction<ResultRow, ForceColumn, T> item, ToLongFunction<T> bytes) {
        return Forces.read(shown, day.isToday(shown), force -> {
            Set<String> all = new LinkedHashSet<>(joins);
            all.add(CATEGORY);
            return pages.page(query, new NamedSql(LISTED + others + ", ", Map.of()).and(force.sql("a.id")), ArticleList.ARTICLES, all, "true",
                    row -> item.apply(row, force), bytes);
        });
    }

    private Page<ListedArticle> stored(ListQuery query, LocalDate shown) {
        Page<ListedArticle> page = page(query, shown, "", Set.of(), listed::read, article -> article.json().length);
        budget.reserve(page.items().stream().mapToLong(article -> article.json().length).sum());
        return page;
    }

    private Page<ArticleView> composed(ListQuery query, LocalDate shown) {
        boolean history = query.includes(Include.CHANGE_HISTORY.word());
        boolean files = query.includes(Include.ATTACHMENTS.word());
        boolean views = query.includes(ArticleList.VIEWS);
        Set<String> joins = new LinkedHashSet<>(List.of(ArticleList.TEXT));
        if (views) {
            joins.add(ArticleList.VIEWS_JOIN);
        }
        Page<Row> page = page(query, shown, ", a.live_revision_id, " + TextSize.COLUMNS + (files ? ", r.attachments::text" : "")
                        + (history ? HISTORY_BYTES : "") + (views ? ", v.views as view_count" : "")
                        + (query.includes(Include.SECTIONS.word()) ? FORCE_BYTES : ""), joins,
                (row, force) -> row(row, force, query), Row::bytes);
        budget.reserve(page.items().stream().mapToLong(Row::bytes).sum());
        return page.withItems(views(page.items(), query, shown));
    }

    private Row row(ResultRow row, ForceColumn force, ListQuery query) {
        ListedArticle article = listed.read(row, force);
        TextSize size = TextSize.read(row);
        List<Attachment> files = query.includes(Include.ATTACHMENTS.word()) ? attachments.read(row) : List.of();
        long bytes = article.json().length + (long) ATTACHMENT_BYTES * files.size()
                + (ArticleView.namesBody(query.fields()) ? ArticleViews.bytes(size, listed.view(article)) : 0)
                + (query.includes(Include.SECTIONS.word()) ? size.sectionsWithCitations() + row.get("force_bytes", Long.class) : 0)
                + (query.includes(Include.CITATIONS.word()) ? size.citations() : 0)
                + (query.includes(Include.CHANGE_HISTORY.word()) ? row.get("history_bytes", Long.class) : 0);
        ArticleView view = listed.view(article);
        return new Row(query.includes(ArticleList.VIEWS) ? view.includingViews(row.get("view_count", Long.class)) : view,
                row.get("live_revision_id", Long.class), files, bytes);
    }

    private List<ArticleView> views(List<Row> articles, ListQuery query, LocalDate shown) {
        boolean sections = query.includes(Include.SECTIONS.word());
        boolean citations = query.includes(Include.CITATIONS.word());
        List<Long> ids = articles.stream().map(Row::revisionId).toList();
        Map<Long, String> bodies = ArticleView.namesBody(query.fields()) ? revisions.bodies(ids) : Map.of();
        Map<Long, SectionsAndCitations> texts = sections || citations ? revisionTexts.texts(ids) : Map.of();
        Map<UUID, SectionForces> inForce = sections
                ? forces.sections(articles.stream().map(article -> article.view().id()).toList(), shown) : Map.of();
        Map<UUID, List<ArticleView.Change>> history = query.includes(Include.CHANGE_HISTORY.word())
                ? revisions.history(articles.stream().map(article -> article.view().id()).toList()) : null;
        Map<Long, List<AttachmentView>> files = !query.includes(Include.ATTACHMENTS.word()) ? null : attachments.of(
                articles.stream().collect(Collectors.toMap(Row::revisionId, Row::files)));
        return articles.stream().map(article -> {
            SectionsAndCitations text = texts.getOrDefault(article.revisionId(), SectionsAndCitations.EMPTY);
            ArticleView view = article.view().withBody(addresses.shown(bodies.get(article.revisionId()))).withBodyParts()
                    .including(sections ? SectionView.withOwn(inForce.get(article.view().id()), text.sections()) : null, citations ? text.citations() : null);
            view = files == null ? view : view.including(files.get(article.revisionId()));
            return history == null ? view : view.includingHistory(history.getOrDefault(view.id(), List.of()));
        }).toList();
    }
}
