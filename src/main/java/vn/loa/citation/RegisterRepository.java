package vn.loa.citation;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.loa.article.ArticleRef;
import vn.loa.article.read.LegalDay;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.force.ForceView;
import vn.loa.directive.force.Forces;
import vn.loa.directive.force.InForceOn;
import vn.loa.json.StoredJson;
import vn.loa.listing.ListQuery;
import vn.loa.listing.Page;
import vn.loa.listing.PageReader;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlReader;
import vn.loa.text.citation.DocumentQuery;

/** Reads the register of published directives, from the view {@code public_directive}. */
@Singleton
class RegisterRepository {

    private static final String COLUMNS = """
            d.article_id, d.slug, d.state, d.article_title, d.type, d.number, d.issuer, d.issued_on, d.title""";
    private static final String ARTICLE = "d.article_id";
    private static final String REGISTER = "public_directive d";
    private static final String NEWEST_FIRST = "d.issued_on desc nulls last, d.article_id desc";

    /** Reads the index {@code citing_place_of_key} alone: a basic law is cited in a hundred thousand places. */
    static final String CITED_BY = """
            (select count(*) from (select from public_reference p
              where p.cited_id = d.article_id and p.citing_id <> d.article_id group by p.citing_id) citing)""";

    /** Without zeros before numbers, as in {@link DocumentQuery#folded}. */
    private static final String ISSUER_TYPED = "coalesce(position(' ' || regexp_replace(issuer_fold, '\\m0+(?=[0-9])', '', 'g') || ' ' "
            + "in (select ' ' || folded(:typed::text) || ' ')) > 0, false)";
    private static final String MATCHES = "select " + COLUMNS + ", d.number_fold, d.issuer_fold, " + Forces.column(ARTICLE)
            + " from public_directive d where ";
    private static final String IN_FORCE = "exists (select from in_force_period p where p.article_id = d.article_id "
            + "and p.from_day <= (select :" + Forces.DAY + "::date) and p.before_day > (select :" + Forces.DAY + "::date))";

    private static final String WORDS = "d.words @@ plainto_tsquery('simple', folded(:words))";

    private final SqlReader rows;
    private final PageReader pages;
    private final Forces forces;
    private final LegalDay day;

    RegisterRepository(SqlReader rows, PageReader pages, Forces forces, LegalDay day) {
        this.forces = forces;
        this.day = day;
        this.rows = rows;
        this.pages = pages;
    }

    /** A page of directives with their counts, in one statement. Who cites them is counted only for a client who wants it. */
    public Page<RegisterEntryView> list(ListQuery query) {
        String citedBy = query.fields().contains("citedBy") ? CITED_BY : "0::bigint";
        LocalDate shown = InForceOn.day(query).orElseGet(day::today);
        return Forces.read(shown, day.isToday(shown), force -> pages.page(query,
                new NamedSql(COLUMNS + ", d.cites, " + citedBy + " as cited_by, ", Map.of()).and(force.sql(ARTICLE)), REGISTER, Set.of(), "true",
                row -> new RegisterEntryView(DirectiveView.read(row, ""), new StoredJson(force.json(row)), articleRef(row),
                        row.get("cites", Long.class), row.get("cited_by", Long.class))));
    }

    /**
     * A directive that the query may mean.
     *
     * @param foldedNumber its number in the form of {@link DocumentQuery#foldedNumber}; null when it has none
     * @param issuerTyped whether the query has the name of its issuer
     */
    public record MatchingDirective(DirectiveView directive, ForceView force, ArticleRef article, String foldedNumber,
            boolean issuerTyped) {
    }

    /**
     * Directives that a query may mean, in one statement. Type, date and year must agree if both the query and the directive have
     * them.
     *
     * @param condition an SQL condition on the rows {@code d}, with parameters
     * @param order an SQL order of them
     * @param shown the day of the statuses
     */
    private List<MatchingDirective> matching(String condition, Map<String, ?> values, DocumentQuery query, String order,
            LocalDate shown, int limit) {
        StringBuilder sql = new StringBuilder(MATCHES).append(condition);
        Map<String, Object> allValues = new HashMap<>(values);
        if (query.type() != null) {
            sql.append(" and d.type_fold = folded(:type)");
            allValues.put("type", query.type());
        }
        if (query.issuedOn() != null) {
            sql.append(" and (d.issued_on is null or d.issued_on = :issuedOn)");
            allValues.put("issuedOn", query.issuedOn());
        }
        if (query.year() != null) {
            sql.append(" and (d.year is null or d.year = :year)");
            allValues.put("year", query.year());
        }
        allValues.put(Forces.DAY, shown);
        allValues.put("typed", query.folded());
        allValues.put("limit", limit);
        return rows.read(new NamedSql("select m.*, " + ISSUER_TYPED + " as issuer_typed from (" + sql + " order by " + order
                        + " limit :limit) m", allValues),
                row -> new MatchingDirective(DirectiveView.read(row, ""), forces.read(row), articleRef(row), row.text("number_fold"),
                        row.get("issuer_typed", Boolean.class)));
    }

    /**
     * Directives with the whole number: first those with the longest one; of these those that are in force on the day, if that
     * matters; of these those whose issuer was typed; then the latest.
     */
    public List<MatchingDirective> withNumber(DocumentQuery query, LocalDate shown, boolean inForceFirst, int limit) {
        return query.numbers().isEmpty() ? List.of()
                : matching("d.number_fold = any (:numbers)", Map.of("numbers", query.numbers()), query,
                        "length(d.number_fold) desc, " + likeliestFirst(inForceFirst), shown, limit);
    }

    /** Directives with all words, whose number begins with these digits; in the order of {@link #withNumber}. */
    public List<MatchingDirective> withNumberStart(DocumentQuery query, LocalDate shown, boolean inForceFirst, int limit) {
        return query.numberStart() == null ? List.of()
                : matching("d.number_fold like :start and " + WORDS, Map.of("start", query.numberStart() + " %", "words", query.words()),
                        query, likeliestFirst(inForceFirst), shown, limit);
    }

    /** Numbers find few documents, so that what is wanted can be looked for in each. */
    private static String likeliestFirst(boolean inForceFirst) {
        return (inForceFirst ? IN_FORCE + " desc, " : "") + ISSUER_TYPED + " desc, " + NEWEST_FIRST;
    }

    /**
     * Directives with all words, the latest first. An issuer that was typed is among the words.
     *
     * @param inForceAlone whether they must be in force on the day
     */
    public List<MatchingDirective> withWords(DocumentQuery query, LocalDate shown, boolean inForceAlone, int limit) {
        return matching(inForceAlone ? WORDS + " and " + IN_FORCE : WORDS, Map.of("words", query.words()), query, NEWEST_FIRST, shown,
                limit);
    }

    /** The sections with one of these eIds that exist, by article, in one statement. */
    public Map<UUID, List<String>> sections(Collection<UUID> articleIds, Collection<String> eIds) {
        record ExistingSection(UUID article, String eId) {
        }
        return rows.read("""
                select d.article_id, s.eid from public_directive d
                join revision_section s on s.revision_id = d.revision_id and s.article_id = d.article_id
                where d.article_id = any (?) and s.eid = any (?)""",
                row -> new ExistingSection(row.get("article_id", UUID.class), row.text("eid")), articleIds, eIds).stream()
                .collect(Collectors.groupingBy(ExistingSection::article,
                        Collectors.mapping(ExistingSection::eId, Collectors.toList())));
    }

    static ArticleRef articleRef(ResultRow row) {
        return new ArticleRef(row.get("article_id", UUID.class), row.text("slug"), row.text("state"), row.text("article_title"));
    }
}
