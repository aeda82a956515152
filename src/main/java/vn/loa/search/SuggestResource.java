package vn.loa.search;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.loa.cache.PublicAnswer;
import vn.loa.directive.DirectiveView;
import vn.loa.http.ApiPaths;
import vn.loa.http.client.RequestCost;
import vn.loa.problem.Problem;
import vn.loa.search.SearchRepository.FoundArticle;
import vn.loa.search.Suggestions.Suggestion;

/** Suggests titles and document numbers while a reader types a query. */
@Path(ApiPaths.V1 + "/suggest")
@PublicAnswer
public class SuggestResource {

    private static final int DEFAULT_SIZE = 10;
    private static final int MAX_SIZE = 20;

    private final SearchRepository entries;

    SuggestResource(SearchRepository entries) {
        this.entries = entries;
    }

    @GET
    @RequestCost(2)
    public Suggestions suggest(
            @QueryParam("q") String q,
            @QueryParam("size") Integer size) {
        if (size != null && (size < 1 || size > MAX_SIZE)) {
            throw Problem.invalidParameter("size", "out-of-range", "must be between 1 and " + MAX_SIZE).asException();
        }
        SuggestQuery typed = SuggestQuery.of(q);
        if (typed.tiers().isEmpty()) {
            return new Suggestions(List.of());
        }
        List<FoundArticle> found = new ArrayList<>(entries.suggest(typed.tiers()));
        // The sort is stable, so the order of the database stays among equals.
        found.sort(Comparator.comparing(article -> !typed.begins(article)));
        return new Suggestions(found.stream().limit(size == null ? DEFAULT_SIZE : size)
                .map(article -> suggestion(article, typed.highlighter())).toList());
    }

    private static Suggestion suggestion(FoundArticle found, Highlighter highlighter) {
        DirectiveView directive = found.directive();
        return new Suggestion(highlighter.whole(found.article().title()), directive == null ? null : directive.type(),
                directive == null || directive.number() == null ? null : highlighter.whole(directive.number()),
                found.article());
    }
}
