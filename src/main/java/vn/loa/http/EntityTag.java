package vn.loa.http;

import java.util.Arrays;

/** Compares entity tags (RFC 9110, section 8.8.3). */
public final class EntityTag {

    private EntityTag() {
    }

    /**
     * Whether the client has one of these representations already. The comparison is weak (section 13.1.2): a proxy that
     * compresses an answer makes its tag weak.
     *
     * @param ifNoneMatch the header; null when it was not sent
     * @param tags strong ones, with their quotes
     */
    public static boolean isKnown(String ifNoneMatch, String... tags) {
        if (ifNoneMatch == null) {
            return false;
        }
        return ifNoneMatch.strip().equals("*") || Arrays.stream(ifNoneMatch.split(",")).map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> Arrays.asList(tags).contains(tag));
    }
}
