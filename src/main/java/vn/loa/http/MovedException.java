package vn.loa.http;

import java.util.Set;

/**
 * Ends a request with 301: an article or a category has another name in its path for good. What follows the name stays, and the
 * query.
 */
public class MovedException extends RuntimeException {

    private final String collection;
    private final String name;
    private final transient Set<String> cacheTags;

    /**
     * @param name the segment of the path that names the article now
     * @param cacheTags of the articles whose change would end the redirect
     */
    public MovedException(String name, Set<String> cacheTags) {
        this(ApiPaths.ARTICLES, name, cacheTags);
    }

    /** @param collection the path before the name */
    public MovedException(String collection, String name, Set<String> cacheTags) {
        super("moved to " + name, null, false, false);
        this.collection = collection;
        this.name = name;
        this.cacheTags = cacheTags;
    }

    /**
     * The new address, without a host: the only host that Loa could name is the one that the caller wrote.
     *
     * @param path of the request, normalized
     * @param query null when there is none
     */
    String location(String path, String query) {
        int end = path.indexOf('/', collection.length() + 1);
        return collection + "/" + name + (end < 0 ? "" : path.substring(end)) + (query == null ? "" : "?" + query);
    }

    Set<String> cacheTags() {
        return cacheTags;
    }
}
