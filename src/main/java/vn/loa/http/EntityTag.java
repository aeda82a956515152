package vn.loa.http;

import java.util.Arrays;

/** Strong entity tags (RFC 9110, section 8.8.3). */
public final class EntityTag {

    private EntityTag() {
    }

    /**
     * Whether a reader has one of these already. Compared weakly (section 13.1.2), so that a tag that a proxy made weak
     * when it compressed the answer still counts.
     *
     * @param ifNoneMatch the header; null when it was not sent
     * @param tags with their quotes
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
