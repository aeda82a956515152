package vn.loa.http;

import java.util.Arrays;

/** The {@code If-None-Match} header (RFC 9110, section 13.1.2): the client names the representations that it has. */
public final class IfNoneMatch {

    private IfNoneMatch() {
    }

    /**
     * Whether the header names one of these entity tags. The comparison is weak, as the RFC has it: a proxy that compresses
     * an answer makes its tag weak.
     *
     * @param ifNoneMatch all lines of the header ({@link HeaderLines}); null when it was not sent
     * @param tags strong ones, with their quotes
     */
    public static boolean names(String ifNoneMatch, String... tags) {
        if (ifNoneMatch == null) {
            return false;
        }
        return Arrays.stream(ifNoneMatch.split(",")).map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || Arrays.asList(tags).contains(tag));
    }
}
