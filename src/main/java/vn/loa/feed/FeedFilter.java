package vn.loa.feed;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.problem.Problem;

/** The query parameters that select the articles of a feed. */
record FeedFilter(
        @QueryParam("tag")
        String tag,
        @QueryParam("type")
        String directiveType,
        @QueryParam("size")
        Integer size) {

    private static final int DEFAULT_SIZE = 50;
    private static final int MAX_SIZE = 100;
    private static final int MAX_LENGTH = 300;

    public FeedFilter {
        Problem.requireAtMost(MAX_LENGTH, "tag", tag);
        Problem.requireAtMost(MAX_LENGTH, "type", directiveType);
        if (size != null && (size < 1 || size > MAX_SIZE)) {
            throw Problem.invalidParameter("size", "out-of-range", "must be between 1 and " + MAX_SIZE).asException();
        }
    }

    int limit() {
        return size == null ? DEFAULT_SIZE : size;
    }

    /** The title of a filtered feed: {@code Loa: an toàn giao thông}. */
    String titleOf(String title) {
        String words = Stream.of(tag, directiveType).filter(Objects::nonNull).collect(Collectors.joining(", "));
        return words.isEmpty() ? title : title + ": " + words;
    }

    /** The filter as a query string, always in the same order; empty without a filter. */
    String query() {
        List<String> parts = new ArrayList<>();
        add("tag", tag, parts);
        add("type", directiveType, parts);
        add("size", size, parts);
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static void add(String name, Object value, List<String> parts) {
        if (value != null) {
            parts.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8).replace("+", "%20"));
        }
    }
}
