package vn.loa.http;

import java.util.Arrays;
import java.util.Objects;

/** The path of an operation as its segments. A segment that is a parameter is null. */
record PathTemplate(String[] segments) {

    static PathTemplate of(String template) {
        String[] segments = segments(template);
        for (int n = 0; n < segments.length; n++) {
            segments[n] = segments[n].startsWith("{") ? null : segments[n];
        }
        return new PathTemplate(segments);
    }

    /** A slash at the end does not count. */
    static String[] segments(String path) {
        return path.substring(path.startsWith("/") ? 1 : 0, path.length() - (path.length() > 1 && path.endsWith("/") ? 1 : 0))
                .split("/", -1);
    }

    boolean matches(String[] path) {
        if (path.length != segments.length) {
            return false;
        }
        for (int n = 0; n < path.length; n++) {
            if (segments[n] == null ? path[n].isEmpty() : !segments[n].equals(path[n])) {
                return false;
            }
        }
        return true;
    }

    /** Whether another template has a literal segment of the path where this one has a parameter: Quarkus REST asks that one only. */
    boolean isHiddenBy(PathTemplate other, String[] path) {
        for (int n = 0; n < Math.min(segments.length, other.segments.length); n++) {
            if (!Objects.equals(segments[n], other.segments[n])) {
                return segments[n] == null && n < path.length && path[n].equals(other.segments[n]);
            }
        }
        return false;
    }

    long parameters() {
        return Arrays.stream(segments).filter(Objects::isNull).count();
    }
}
