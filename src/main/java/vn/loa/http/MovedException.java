package vn.loa.http;

import java.util.Set;

/** Ends a request with 301: the resource has moved to another path for good. */
public class MovedException extends RuntimeException {

    private final String path;
    private final transient Set<String> cacheTags;

    /**
     * @param path of this API, sent without a host: the only host that Loa could name is the one that the caller wrote
     * @param cacheTags of the articles whose change would end the redirect
     */
    public MovedException(String path, Set<String> cacheTags) {
        super("moved to " + path, null, false, false);
        this.path = path;
        this.cacheTags = cacheTags;
    }

    String path() {
        return path;
    }

    Set<String> cacheTags() {
        return cacheTags;
    }
}
