package vn.loa.search;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.read.LegalDay;
import vn.loa.cache.PublicAnswer;
import vn.loa.category.ArticleCategories;
import vn.loa.category.ArticleCategory;
import vn.loa.directive.force.ForceView;
import vn.loa.directive.force.Forces;
import vn.loa.html.PlainText;
import vn.loa.http.ApiPaths;
import vn.loa.http.client.RequestCost;
import vn.loa.listing.Filter;
import vn.loa.listing.FilteredBy;
import vn.loa.listing.ListParameter;
import vn.loa.listing.Page;
import vn.loa.listing.PageParameters;
import vn.loa.listing.PageQuery;
import vn.loa.listing.SparseFieldset;
import vn.loa.search.Highlighter.Snippet;
import vn.loa.search.Highlighter.Source;
import vn.loa.search.SearchHit.FoundSection;
import vn.loa.search.SearchPage.Facets;
import vn.loa.search.SearchPage.Total;
import vn.loa.search.SearchRepository.Found;
import vn.loa.search.SearchRepository.SearchMatch;
import vn.loa.search.SearchRepository.SearchResult;
import vn.loa.search.known.KnownContent;
import vn.loa.search.known.SearchDay;
import vn.loa.search.known.SearchDays;

/** Searches articles and sections by their words. */
@Path(ApiPaths.V1 + "/search")
@PublicAnswer
public class SearchResource {

    private static final String TAGS = "tags";
    private static final String CATEGORY = "category";
    private static final List<String> INCLUDES = List.of(TAGS, CATEGORY);
    private static final SearchFilters FILTERS = new SearchFilters();

    private final SearchRepository entries;
    private final SearchResults results;
    private final Spelling spelling;
    private final KnownQueries queries;
    private final ArticleCategories categories;
    private final KnownContent known;
    private final Forces forces;
    private final SearchDays days;
    private final LegalDay today;

    SearchResource(SearchRepository entries, SearchResults results, Spelling spelling, ArticleCategories categories,
            KnownContent known, KnownQueries queries, Forces forces, SearchDays days, LegalDay today) {
        this.forces = forces;
        this.days = days;
        this.today = today;
        this.entries = entries;
        this.results = results;
        this.spelling = spelling;
        this.queries = queries;
        this.categories = categories;
        this.known = known;
    }

    @GET
    @RequestCost(5)
    @FilteredBy(SearchFilters.class)
    public RestResponse<SearchPage> search(
            @QueryParam("q") String q,
            @QueryParam("include") List<String> include,
            @BeanParam PageParameters paging, UriInfo uri) {
        PageQuery page = paging.of(uri, SearchWindow.BEST_FIRST);
        SearchWindow window = SearchWindow.of(page);
        KnownQueries.Known asked = queries.of(q);
        List<Filter> given = FILTERS.filters(uri);
        Optional<LocalDate> inForceOn = SearchFilters.inForceOn(given);
        SearchDay force = inForceOn.map(days::inForceOn).orElseGet(() -> days.of(today.today()));
        List<LexemeQuery> filters = SearchFilters.lexemes(given, entries::years, categories::below);
        Set<String> included = include.isEmpty() ? Set.of()
                : SparseFieldset.words("include", ListParameter.joined(include), INCLUDES);
        SearchOrder order = asked.order(filters);
        SearchResult result = results.page(order, window, force);
        Map<UUID, ArticleCategory> named = known.categories(result.counted().stream().map(each -> each.labels().category())
                .filter(Objects::nonNull).collect(Collectors.toSet()), result.stamp());
        boolean more = !result.found().isEmpty() && last(result).place() < result.total();
        Page<Found> found = page.page(result.found(), more, () -> (long) result.total(),
                each -> List.of(each.place(), each.entry()), null);
        SearchPage answer = new SearchPage(hits(result.found(), force, match -> hit(match, asked.highlighter(), included, named)), found.page(),
                new Total(result.total(), result.total() < SearchRepository.MOST_HITS ? "exact" : "at-least"),
                Facets.count(result.counted(), named), spelling.suggest(asked.query(), filters, order, result, force).orElse(null));
        return RestResponse.ResponseBuilder.ok(answer).header("Link", found.links(uri)).build();
    }

    /** The results with the statuses of those that belong to a document; in one statement if some were not read. */
    private List<SearchHit> hits(List<Found> found, SearchDay day, Function<SearchMatch, SearchHit> hit) {
        List<SearchMatch> ofDocuments = found.stream().map(Found::match).filter(SearchResource::isWithoutForce).toList();
        Iterator<ForceView> statuses = forces.of(ofDocuments.stream().map(match -> match.article().article().id()).toList(),
                ofDocuments.stream().map(SearchMatch::eId).toList(), day.day()).iterator();
        return found.stream().map(Found::match)
                .map(match -> isWithoutForce(match) ? hit.apply(match).with(statuses.next()) : hit.apply(match)).toList();
    }

    private static boolean isWithoutForce(SearchMatch match) {
        return match.article().directive() != null && match.force() == null;
    }

    private static Found last(SearchResult result) {
        return result.found().get(result.found().size() - 1);
    }

    private static SearchHit hit(SearchMatch found, Highlighter highlighter, Set<String> included,
            Map<UUID, ArticleCategory> categories) {
        String address = ApiPaths.V1 + "/articles/" + found.article().article().id();
        boolean section = found.eId() != null;
        List<Source> paragraphs = section
                ? found.paragraphs().stream().map(each -> new Source(each.eId(), each.text())).toList()
                : lines(found).map(String::strip).filter(line -> !line.isEmpty()).map(line -> new Source(null, line)).toList();
        Snippet snippet = highlighter.snippet(paragraphs).orElse(new Snippet(null, null));
        return new SearchHit(section ? "section" : "article",
                section ? address + "/sections/" + found.eId() : address,
                found.article().article(), found.article().directive(), found.article().directive() == null ? null : found.force(),
                section ? new FoundSection(found.eId(), found.marker(),
                        found.heading() == null ? null : highlighter.whole(found.heading())) : null,
                found.article().firstPublishedAt(), highlighter.whole(found.article().article().title()),
                snippet.words(), snippet.eId(),
                included.contains(TAGS) ? found.tags() : null,
                included.contains(CATEGORY) && categories.containsKey(found.category())
                        ? categories.get(found.category()).listed() : null);
    }

    /** The summary and the words of the body. */
    private static Stream<String> lines(SearchMatch article) {
        return Stream.of(Optional.ofNullable(article.summary()), Optional.ofNullable(article.body()).map(PlainText::of))
                .flatMap(Optional::stream).flatMap(String::lines);
    }
}
