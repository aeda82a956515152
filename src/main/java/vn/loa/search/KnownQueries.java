package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import vn.loa.search.known.LastUsed;

/**
 * Reads queries, and keeps what was read of those that were asked last: what a query means depends on nothing else, so it stays
 * true when the content changes and all answers are made anew.
 */
@ApplicationScoped
class KnownQueries {

    private static final int MOST_QUERIES = 300;
    /** In UTF-16 code units: what is kept of one query is some tens of kilobytes at most. */
    private static final int LONGEST = 60;

    /** @param order without filters */
    record Known(SearchQuery query, SearchOrder order, Highlighter highlighter) {

        private static Known of(SearchQuery query) {
            return new Known(query, SearchOrder.of(query, List.of()), new Highlighter(
                    query.parts().stream().flatMap(QueryPart::all).map(Term::folded).distinct().toList(), query.beginnings(),
                    query.beforeLast()));
        }

        SearchOrder order(List<LexemeQuery> filters) {
            return filters.isEmpty() ? order : SearchOrder.of(query, filters);
        }
    }

    private final Names names;
    private final Map<String, Known> queries = new LastUsed<>(MOST_QUERIES);

    KnownQueries(SearchConfig config) {
        this.names = new Names(config.synonyms().orElse(List.of()));
    }

    /** @throws vn.loa.problem.ProblemException see {@link SearchQuery#parse} */
    Known of(String q) {
        if (q == null || q.length() > LONGEST) {
            return Known.of(SearchQuery.parse(q, names));
        }
        Known known = kept(q);
        if (known == null) {
            known = Known.of(SearchQuery.parse(q, names));
            keep(q, known);
        }
        return known;
    }

    private Known kept(String q) {
        synchronized (queries) {
            return queries.get(q);
        }
    }

    private void keep(String q, Known known) {
        synchronized (queries) {
            queries.put(q, known);
        }
    }
}
