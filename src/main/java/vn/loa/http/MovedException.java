package vn.loa.http;

import java.util.Set;

/** Ends a request with 301: the article has another name in its path for good. What follows the name stays, and the query. */
public class MovedException extends RuntimeException {

    private final String name;
    private final transient Set<String> cacheTags;

    /**
     * @param name the segment of the path that names the article now
     * @param cacheTags of the articles whose change would end the redirect
     */
    public MovedException(String name, Set<String> cacheTags) {
        super("moved to " + name, null, false, false);
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
        int end = path.indexOf('/', ApiPaths.ARTICLES.length() + 1);
        return ApiPaths.ARTICLES + "/" + name + (end < 0 ? "" : path.substring(end)) + (query == null ? "" : "?" + query);
    }

    Set<String> cacheTags() {
        return cacheTags;
    }
}
