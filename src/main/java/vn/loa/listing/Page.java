package vn.loa.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.CacheTagged;

/** A part of a list, with what is needed to go on from there. */
@Schema(description = "A part of a list.")
public record Page<T>(
        @Schema(description = "The items, in the list's order.", required = true) List<T> items,
        @Schema(description = "Where this part stands in the whole.", required = true) Position page)
        implements CacheTagged {

    /** All headers of an answer must fit into 4 kB, as nginx and others have it. */
    private static final int LONGEST_LINKS = 800;

    @Schema(name = "PagePosition", description = "Where a part stands in its list.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Position(
            @Schema(description = "The most items that this page can have.", required = true) int size,
            @Schema(description = "The page's number, from 1; absent when a cursor was used.") Integer number,
            @Schema(description = "Items in the whole list; absent when they were not counted.") Long totalItems,
            @Schema(description = "Pages in the whole list; absent when its items were not counted.") Long totalPages,
            @Schema(description = "Continues after the last item of this page; absent on the last one and in lists "
                    + "that are paged by number only.") String nextCursor) {
    }

    /** The tags of all items. */
    @Override
    public Set<String> cacheTags() {
        return CacheTagged.ofAll(items);
    }

    /** A page by number; {@code totalItems} may be null. */
    public static <T> Page<T> of(List<T> items, Long totalItems, PageRequest request) {
        return new Page<>(items, new Position(request.limit(), request.number(), totalItems,
                pages(totalItems, request.limit()), null));
    }

    /** A page that a cursor led to; {@code number} is absent, {@code totalItems} may be null. */
    public static <T> Page<T> after(List<T> items, Long totalItems, int size) {
        return new Page<>(items, new Position(size, null, totalItems, pages(totalItems, size), null));
    }

    /** The same page with other items, as many. */
    public <R> Page<R> with(List<R> others) {
        return new Page<>(others, page);
    }

    /** The same page, saying how to continue after its last item, if anything follows. */
    public Page<T> continuing(boolean more, Function<T, Cursor> cursor) {
        return continuing(more ? cursor.apply(items.get(items.size() - 1)) : null);
    }

    /** The same page, saying where to continue; null when nothing follows. */
    Page<T> continuing(Cursor cursor) {
        String next = cursor == null ? null : cursor.toString();
        return new Page<>(items, new Position(page.size, page.number, page.totalItems, page.totalPages, next));
    }

    private static Long pages(Long items, int size) {
        return items == null ? null : (items + size - 1) / size;
    }

    /** The answer, with the {@code Link} header (RFC 8288) to its neighbours. */
    public RestResponse<Page<T>> answer(UriInfo uri) {
        return RestResponse.ResponseBuilder.ok(this).header("Link", links(uri)).build();
    }

    /** The {@code Link} header to its neighbours; where the address is so long that they are, to the next one alone. */
    public String links(UriInfo uri) {
        String all = Stream.of(link(uri, "first", 1), previous(uri), next(uri), last(uri))
                .filter(link -> !link.isEmpty()).collect(Collectors.joining(", "));
        return all.length() <= LONGEST_LINKS ? all : next(uri);
    }

    private String previous(UriInfo uri) {
        if (page.number == null || page.number == 1) {
            return "";
        }
        long before = page.number - 1L;
        return link(uri, "prev", page.totalPages == null ? before : Math.min(before, Math.max(page.totalPages, 1)));
    }

    /** By number where that was asked for, as far as numbers go. */
    private String next(UriInfo uri) {
        if (page.number != null && page.number < PageRequest.MAX_PAGE
                && (page.totalPages == null ? page.nextCursor != null : page.number < page.totalPages)) {
            return link(uri, "next", page.number + 1L);
        }
        return page.nextCursor == null ? "" : link(uri, "next", "cursor", page.nextCursor);
    }

    private String last(UriInfo uri) {
        return page.number == null || page.totalPages == null || page.totalPages > PageRequest.MAX_PAGE
                ? "" : link(uri, "last", Math.max(page.totalPages, 1));
    }

    private String link(UriInfo uri, String relation, long number) {
        return link(uri, relation, "page", String.valueOf(number));
    }

    /** Without scheme and host: those that a proxy shows its clients are not known here. */
    private static String link(UriInfo uri, String relation, String name, String value) {
        StringBuilder query = new StringBuilder();
        new TreeMap<>(uri.getQueryParameters()).forEach((given, values) -> {
            if (!given.equals("page") && !given.equals("cursor")) {
                values.forEach(each -> query.append(encoded(given)).append('=').append(encoded(each)).append('&'));
            }
        });
        return "<" + path(uri) + "?" + query + name + "=" + encoded(value)
                + ">; rel=\"" + relation + "\"";
    }

    /** Escaped again: the framework only has it decoded, and a request without a host has no URI. */
    private static String path(UriInfo uri) {
        try {
            return new URI(null, null, uri.getPath(), null).getRawPath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the path of a request that was found", e);
        }
    }

    /** By hand, because UriBuilder takes braces for templates. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
