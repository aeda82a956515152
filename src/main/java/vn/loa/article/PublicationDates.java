package vn.loa.article;

import java.time.Instant;

/**
 * When an article appeared on an earlier site. They are set once, when it is first published here.
 *
 * @param firstPublishedAt null for an article that appears here first
 * @param publicUpdatedAt when readers last saw it change; null for never
 */
public record PublicationDates(Instant firstPublishedAt, Instant publicUpdatedAt) {

    public static final PublicationDates NONE = new PublicationDates(null, null);
}
