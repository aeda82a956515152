package vn.loa.feed;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.article.read.ArticleList;
import vn.loa.listing.Filter;
import vn.loa.listing.FilterOperator;
import vn.loa.listing.ListQuery;
import vn.loa.problem.Problem;

/**
 * Which articles a feed has.
 *
 * @param articles the request as the list of articles reads it, which has the newest first, too
 * @param size the number of articles at most; null for the default
 */
record FeedRequest(List<Filter> filters, ListQuery articles, Integer size) {

    private static final String CATEGORY = "category";
    private static final FeedFilters FILTERS = new FeedFilters();
    private static final ArticleList ARTICLES = new ArticleList();
    private static final int DEFAULT_SIZE = 50;
    private static final int MAX_SIZE = 100;

    /**
     * @param zone the time zone of dates in filters
     * @throws vn.loa.problem.ProblemException 400 naming the parameter that is wrong
     */
    static FeedRequest of(UriInfo uri, Integer size, ZoneId zone) {
        if (size != null && (size < 1 || size > MAX_SIZE)) {
            throw Problem.invalidParameter("size", "out-of-range", "must be between 1 and " + MAX_SIZE).asException();
        }
        return new FeedRequest(FILTERS.filters(uri), ARTICLES.read(uri, zone), size);
    }

    int limit() {
        return size == null ? DEFAULT_SIZE : size;
    }

    /**
     * The title of a filtered feed: {@code Loa: an toàn giao thông, -chỉ thị}, as a search is written.
     *
     * @param categories the titles of categories by their slugs
     */
    String titleOf(String title, Map<String, String> categories) {
        String words = filters.stream().flatMap(filter -> words(filter, filter.field().name().equals(CATEGORY) ? categories : Map.of())).collect(Collectors.joining(", "));
        return words.isEmpty() ? title : title + ": " + words;
    }

    /** The slugs of categories by which the feed is narrowed. */
    List<String> categories() {
        return filters.stream().filter(filter -> filter.field().name().equals(CATEGORY))
                .flatMap(filter -> filter.values().stream().map(String::valueOf)).toList();
    }

    /** @param titles those of values that have one */
    private static Stream<String> words(Filter filter, Map<String, String> titles) {
        Stream<String> texts = filter.texts().stream().map(text -> titles.getOrDefault(text.strip(), text));
        return filter.operator() == FilterOperator.EQ ? texts
                : filter.operator() == FilterOperator.NE ? texts.map(text -> "-" + text)
                : Stream.of(filter.parameter() + "=" + filter.asParameter());
    }

    /** The request as a query string, always in the same order; empty without parameters. */
    String query() {
        List<String> parts = new ArrayList<>();
        filters.forEach(filter -> parts.add(encoded(filter.parameter()) + "=" + encoded(filter.asParameter())));
        if (size != null) {
            parts.add("size=" + size);
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
