package vn.loa.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.EditionRepository;
import vn.loa.directive.EditionRepository.RevisionText;
import vn.loa.directive.ListRows;
import vn.loa.web.ListQuery;
import vn.loa.web.Page;

/** The list of public articles, in plain SQL: what it shows is read, and no bodies. */
@ApplicationScoped
class ArticleListRepository {

    private static final String ARTICLES = "article a";
    private static final String PUBLIC = "a.state in ('published', 'withdrawn')";
    private static final Map<String, Class<?>> COLUMNS = new LinkedHashMap<>();

    static {
        Stream.of("a.slug", "a.state", "a.withdrawal_explanation", "r.language", "r.title", "r.summary", "r.byline",
                "r.directive_type", "r.directive_number", "r.directive_issuer", "r.directive_title")
                .forEach(column -> COLUMNS.put(column, String.class));
        Stream.of("a.withdrawn_at", "a.first_published_at", "a.public_updated_at", "a.updated_at", "r.published_at")
                .forEach(column -> COLUMNS.put(column, Instant.class));
        COLUMNS.put("a.id", UUID.class);
        COLUMNS.put("r.number", Integer.class);
        COLUMNS.put("r.tags", String[].class);
        COLUMNS.put("r.directive_issued_on", LocalDate.class);
        COLUMNS.put("a.live_revision_id", Long.class);
    }

    private static final String BODY = "r.body";

    private final EntityManager entities;
    private final ListRows lists;
    private final EditionRepository editions;

    ArticleListRepository(EntityManager entities, ListRows lists, EditionRepository editions) {
        this.entities = entities;
        this.lists = lists;
        this.editions = editions;
    }

    /** One statement; one for their number unless it is not wanted; one for each thing that is included. */
    Page<ArticleView> list(ListQuery query) {
        Map<String, Class<?>> columns = new LinkedHashMap<>(COLUMNS);
        if (query.fields().name("body")) {
            columns.put(BODY, String.class);
        }
        Map<String, Class<?>> types = new HashMap<>();
        columns.forEach((column, type) -> types.put(name(column), type));
        List<Tuple> rows = lists.rows(
                query.rows(String.join(", ", columns.keySet()), ARTICLES, Set.of(ArticleList.TEXT), PUBLIC),
                types, query.sortColumns());
        List<Tuple> shown = query.shown(rows);
        return query.page(views(shown, query),
                query.counted() ? lists.count(query.count(ARTICLES, PUBLIC)) : null,
                shown.size() < rows.size() ? query.cursorAfter(shown.get(shown.size() - 1)::get) : null);
    }

    private static String name(String column) {
        return column.substring(column.indexOf('.') + 1);
    }

    private List<ArticleView> views(List<Tuple> rows, ListQuery query) {
        boolean sections = query.includes(Include.SECTIONS.word());
        boolean citations = query.includes(Include.CITATIONS.word());
        Map<Long, RevisionText> texts = sections || citations
                ? editions.texts(rows.stream().map(ArticleListRepository::revision).toList()) : Map.of();
        Map<UUID, List<ArticleView.Change>> history = query.includes(Include.CHANGE_HISTORY.word())
                ? history(rows.stream().map(row -> row.get("id", UUID.class)).toList()) : null;
        return rows.stream().map(row -> {
            RevisionText text = texts.getOrDefault(revision(row), RevisionText.EMPTY);
            ArticleView view = view(row, query.fields().name("body"))
                    .including(sections ? text.sections() : null, citations ? text.citations() : null);
            return history == null ? view : view.includingHistory(history.getOrDefault(view.id(), List.of()));
        }).toList();
    }

    private static Long revision(Tuple row) {
        return row.get("live_revision_id", Long.class);
    }

    private static ArticleView view(Tuple row, boolean withBody) {
        Instant withdrawnAt = row.get("withdrawn_at", Instant.class);
        return new ArticleView(row.get("id", UUID.class), text(row, "slug"), State.of(text(row, "state")),
                row.get("number", Integer.class), row.get("published_at", Instant.class), text(row, "language"),
                text(row, "title"), text(row, "summary"), text(row, "byline"), withBody ? text(row, "body") : null,
                row.get("first_published_at", Instant.class), row.get("public_updated_at", Instant.class),
                row.get("updated_at", Instant.class),
                withdrawnAt == null ? null : new ArticleView.Withdrawal(text(row, "withdrawal_explanation"), withdrawnAt),
                directive(row), List.of(row.get("tags", String[].class)), null, null, null, null);
    }

    private static DirectiveView directive(Tuple row) {
        String type = text(row, "directive_type");
        String number = text(row, "directive_number");
        return type == null && number == null ? null : new DirectiveView(type, number, text(row, "directive_issuer"),
                row.get("directive_issued_on", LocalDate.class), text(row, "directive_title"));
    }

    private static String text(Tuple row, String column) {
        return row.get(column, String.class);
    }

    /** The publishes that readers should know of, the latest first, by article: one statement. */
    private Map<UUID, List<ArticleView.Change>> history(Collection<UUID> ids) {
        Map<UUID, List<ArticleView.Change>> changes = new HashMap<>();
        entities.createQuery("""
                select r.article.id as article, r.number as number, r.publishedAt as at, r.changeNote as note from Revision r
                where r.article.id in ?1 and r.number is not null and (not r.minor or r.number = 1)
                order by r.number desc""", Tuple.class).setParameter(1, ids).getResultList()
                .forEach(row -> changes.computeIfAbsent(row.get("article", UUID.class), id -> new ArrayList<>())
                        .add(new ArticleView.Change(row.get("number", Integer.class), row.get("at", Instant.class),
                                row.get("note", String.class))));
        return changes;
    }
}
