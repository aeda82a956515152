package vn.loa.feed;

import java.time.Instant;
import java.util.List;

/**
 * The newest articles, before they take one of the forms.
 *
 * @param home where people find the portal
 * @param self where this very feed is
 * @param entries the newest first
 */
record Feed(String title, String home, String self, List<FeedEntry> entries) {

    /** What a directive's type is, as a category of its article. */
    static final String DIRECTIVE_TYPE = "https://schema.org/legislationType";

    /** When one of the entries last changed; of an empty feed, the beginning of time. */
    Instant updated() {
        return entries.stream().map(FeedEntry::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
    }
}
