package vn.loa.http;

import java.util.Set;

/** Ends a request with 301: what it asks for is at another address for good. */
public class MovedException extends RuntimeException {

    private final String path;
    private final transient Set<String> cacheTags;

    /**
     * @param path of this API; sent as it is, because an address with a host could only have the one that the caller named
     * @param cacheTags of the articles that make it so
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
