package vn.loa.web;

import java.net.URI;

/** Ends a request with 301: what it asks for is at another address for good. */
public class MovedException extends RuntimeException {

    private final transient URI location;

    /** @param location a path of this API */
    public MovedException(URI location) {
        super("moved to " + location, null, false, false);
        this.location = location;
    }

    URI location() {
        return location;
    }
}
