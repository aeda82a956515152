package vn.loa.imports.job.make;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.loa.article.ArticleContent;
import vn.loa.text.structure.Warning;

/**
 * An article that was read of an item.
 *
 * @param firstPublishedAt null for the moment at which it is published here
 * @param publicUpdatedAt null for that of the first publication
 * @param views before Loa; null when they are not known
 * @param days views of single days before Loa
 * @param addresses that the article had, and which must be free
 * @param stood where it stood; null when that is not known
 * @param draft whether it is never published, whatever the job does
 * @param sha256 of all of this
 */
record ItemContent(ArticleContent content, Instant firstPublishedAt, Instant publicUpdatedAt, Long views, List<DayViews> days,
        List<String> addresses, String stood, boolean draft, List<Warning> warnings, byte[] sha256) {

    /** The views of one day. */
    record DayViews(LocalDate day, long views) {
    }
}
