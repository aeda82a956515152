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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.CacheTagged;

/** A page of a list, with its position and the cursor to the next page. */
public record Page<T>(
        List<T> items,
        Position page)
        implements CacheTagged {

    /**
     * In characters. All headers of a response must fit into 4 kB, the buffer that nginx and other proxies have for
     * them.
     */
    private static final int MAX_LINKS_LENGTH = 800;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Position(
            int size,
            Integer number,
            Long totalItems,
            Long totalPages,
            String nextCursor) {
    }

    /** The cache tags of all items. */
    @Override
    public Set<String> cacheTags() {
        return CacheTagged.ofAll(items);
    }

    /** A page by number; {@code totalItems} may be null. */
    public static <T> Page<T> of(List<T> items, Long totalItems, PageRequest request) {
        return new Page<>(items, new Position(request.limit(), request.number(), totalItems,
                pages(totalItems, request.limit()), null));
    }

    /** A page by cursor; {@code number} is absent, {@code totalItems} may be null. */
    public static <T> Page<T> after(List<T> items, Long totalItems, int size) {
        return new Page<>(items, new Position(size, null, totalItems, pages(totalItems, size), null));
    }

    /** The same page with other items of the same number. */
    public <R> Page<R> withItems(List<R> others) {
        return new Page<>(others, page);
    }

    /** The same page with the cursor to the next page; null for the last page. */
    Page<T> continuing(Cursor cursor) {
        String next = cursor == null ? null : cursor.toString();
        return new Page<>(items, new Position(page.size, page.number, page.totalItems, page.totalPages, next));
    }

    private static Long pages(Long items, int size) {
        return items == null ? null : (items + size - 1) / size;
    }

    /** The response, with the {@code Link} header (RFC 8288) to the neighbouring pages. */
    public RestResponse<Page<T>> answer(UriInfo uri) {
        return RestResponse.ResponseBuilder.ok(this).header("Link", links(uri)).build();
    }

    /**
     * The value of the {@code Link} header. Only the link to the next page when all links together would be too long.
     */
    public String links(UriInfo uri) {
        String all = Stream.of(link(uri, "first", 1), previous(uri), next(uri), last(uri))
                .filter(link -> !link.isEmpty()).collect(Collectors.joining(", "));
        return all.length() <= MAX_LINKS_LENGTH ? all : next(uri);
    }

    private String previous(UriInfo uri) {
        if (page.number == null || page.number == 1) {
            return "";
        }
        long before = page.number - 1L;
        return link(uri, "prev", page.totalPages == null ? before : Math.min(before, Math.max(page.totalPages, 1)));
    }

    /** The link by number if the request used a number and the next number is permitted; otherwise by cursor. */
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

    /**
     * The {@code Link} header of what is no list, but read on like one.
     *
     * @param parameter the query parameter that says where to read on
     */
    public static String nextLink(UriInfo uri, String parameter, String value) {
        return link(uri, "next", parameter, value);
    }

    private String link(UriInfo uri, String relation, long number) {
        return link(uri, relation, "page", String.valueOf(number));
    }

    /** A link without scheme and host, because Loa does not know the ones that a proxy shows its clients. */
    private static String link(UriInfo uri, String relation, String name, String value) {
        StringBuilder query = new StringBuilder();
        new TreeMap<>(uri.getQueryParameters()).forEach((given, values) -> {
            if (!given.equals("page") && !given.equals("cursor") && !given.equals(name)) {
                values.forEach(each -> query.append(encoded(given)).append('=').append(encoded(each)).append('&'));
            }
        });
        return "<" + path(uri) + "?" + query + name + "=" + encoded(value)
                + ">; rel=\"" + relation + "\"";
    }

    /** The path, encoded again: the framework offers only the decoded path, and a request without a host has no URI. */
    private static String path(UriInfo uri) {
        try {
            return new URI(null, null, uri.getPath(), null).getRawPath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the path of a request cannot be encoded", e);
        }
    }

    /** Percent-encodes a query value. UriBuilder is not used, because it takes braces for templates. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
