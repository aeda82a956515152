package vn.loa.directive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.loa.directive.RegisterEntryView.Carrier;
import vn.loa.text.DocumentQuery;
import vn.loa.web.ListQuery;
import vn.loa.web.Page;

/** The register of directives that the public can read here: the database view {@code public_directive}. */
@ApplicationScoped
public class RegisterRepository {

    private static final String COLUMNS = """
            d.article_id, d.slug, d.state, d.article_title, d.type, d.number, d.issuer, d.issued_on, d.title""";
    private static final Map<String, Class<?>> TYPES = Map.of("article_id", UUID.class, "slug", String.class,
            "state", String.class, "article_title", String.class, "type", String.class, "number", String.class,
            "issuer", String.class, "issued_on", LocalDate.class, "title", String.class);
    private static final Map<String, Class<?>> COUNT_TYPES = Map.of("cites", Long.class, "cited_by", Long.class);
    private static final String ALL = "public_directive d";
    private static final String NEWEST_FIRST = " order by d.issued_on desc nulls last, d.article_id desc ";

    /** Documents without a number are told apart by what the text calls them. */
    private static final String COUNTS = """
            ,
              (select count(distinct coalesce(c.number_key, lower(c.raw))) from citation c
               where c.revision_id = d.revision_id and c.role <> 'subject'
                 and (c.number_key is null or c.number_key is distinct from d.number_key)) as cites,
              (select count(distinct p.citing_id) from public_reference p
               where p.cited_id = d.article_id and p.citing_id <> d.article_id) as cited_by""";

    private static final String MATCHES = "select " + COLUMNS + ", d.number_fold from public_directive d where ";

    private static final String WORDS = "d.words @@ plainto_tsquery('simple', folded(:words))";

    private final EntityManager entities;
    private final ListRows lists;

    RegisterRepository(EntityManager entities, ListRows lists) {
        this.entities = entities;
        this.lists = lists;
    }

    /** Directives that are asked for, with their counts: one statement, and one for their number unless it is not wanted. */
    public Page<RegisterEntryView> list(ListQuery query) {
        Map<String, Class<?>> more = new HashMap<>(query.sortColumns());
        more.putAll(COUNT_TYPES);
        List<Tuple> rows = lists.rows(query.rows(COLUMNS + COUNTS, ALL, Set.of(), "true"), TYPES, more);
        List<Tuple> shown = query.shown(rows);
        return query.page(
                shown.stream().map(row -> new RegisterEntryView(directive(row), carrier(row), number(row, "cites"),
                        number(row, "cited_by"))).toList(),
                query.counted() ? lists.count(query.count(ALL, "true")) : null,
                shown.size() < rows.size() ? query.cursorAfter(shown.get(shown.size() - 1)::get) : null);
    }

    /**
     * A directive that may be meant.
     *
     * @param foldedNumber as {@link DocumentQuery#foldedNumber} has it; null when it has none
     */
    public record Match(DirectiveView directive, Carrier article, String foldedNumber) {
    }

    /**
     * Directives that a query may mean, the latest first: one statement. Type, date and year must fit where both sides
     * have them.
     *
     * @param condition on the rows {@code d}, with parameters
     */
    private List<Match> matching(String condition, Map<String, ?> values, DocumentQuery query, int limit) {
        StringBuilder sql = new StringBuilder(MATCHES).append(condition);
        Map<String, Object> all = new HashMap<>(values);
        if (query.type() != null) {
            sql.append(" and d.type_fold = folded(:type)");
            all.put("type", query.type());
        }
        if (query.issuedOn() != null) {
            sql.append(" and (d.issued_on is null or d.issued_on = :issuedOn)");
            all.put("issuedOn", query.issuedOn());
        }
        if (query.year() != null) {
            sql.append(" and (d.year is null or d.year = :year)");
            all.put("year", query.year());
        }
        Query statement = entities.createNativeQuery(sql + NEWEST_FIRST + "limit :limit", Tuple.class)
                .setParameter("limit", limit);
        all.forEach(statement::setParameter);
        return rows(statement).stream()
                .map(row -> new Match(directive(row), carrier(row), row.get("number_fold", String.class))).toList();
    }

    /** By the whole number. */
    public List<Match> withNumber(DocumentQuery query, int limit) {
        return query.numbers().isEmpty() ? List.of()
                : matching("d.number_fold in (:numbers)", Map.of("numbers", query.numbers()), query, limit);
    }

    /** By the figures that the number begins with, and all words. */
    public List<Match> withNumberStart(DocumentQuery query, int limit) {
        return query.numberStart() == null ? List.of()
                : matching("d.number_fold like :start and " + WORDS,
                        Map.of("start", query.numberStart() + " %", "words", query.words()), query, limit);
    }

    /** By all words. */
    public List<Match> withWords(DocumentQuery query, int limit) {
        return matching(WORDS, Map.of("words", query.words()), query, limit);
    }

    /** Of the sections with these addresses those that there are, by article: one statement. */
    public Map<UUID, List<String>> sections(Collection<UUID> articleIds, Collection<String> eIds) {
        return rows(entities.createNativeQuery("""
                select d.article_id, s.eid from public_directive d join section s on s.revision_id = d.revision_id
                where d.article_id in (:articles) and s.eid in (:eids)""", Tuple.class)
                .setParameter("articles", articleIds).setParameter("eids", eIds)).stream()
                .collect(Collectors.groupingBy(row -> row.get("article_id", UUID.class),
                        Collectors.mapping(row -> row.get("eid", String.class), Collectors.toList())));
    }

    @SuppressWarnings("unchecked")
    static List<Tuple> rows(Query query) {
        return query.getResultList();
    }

    /** Null where the row has none. */
    static DirectiveView directive(Tuple row) {
        String type = row.get("type", String.class);
        String number = row.get("number", String.class);
        return type == null && number == null ? null : new DirectiveView(type, number, row.get("issuer", String.class),
                date(row.get("issued_on")), row.get("title", String.class));
    }

    static Carrier carrier(Tuple row) {
        return new Carrier(row.get("article_id", UUID.class), row.get("slug", String.class),
                row.get("state", String.class), row.get("article_title", String.class));
    }

    private static LocalDate date(Object value) {
        return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
    }

    private static long number(Tuple row, String column) {
        return ((Number) row.get(column)).longValue();
    }
}
