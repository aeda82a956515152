package vn.loa.feed;

import java.time.Instant;
import java.util.List;

/**
 * A feed of the newest articles, independent of its format.
 *
 * @param home the URI of the portal
 * @param self the URI of the feed
 * @param categories the scheme of the categories in which articles stand
 * @param entries the newest first
 */
record Feed(String title, String home, String self, String categories, List<FeedEntry> entries) {

    /** The scheme of the category that holds a directive's type. */
    static final String DIRECTIVE_TYPE = "https://schema.org/legislationType";

    /** The latest change of an entry; 1970 for an empty feed. */
    Instant updated() {
        return entries.stream().map(FeedEntry::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
    }
}
