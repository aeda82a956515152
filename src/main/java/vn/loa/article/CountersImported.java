package vn.loa.article;

import java.util.UUID;

/**
 * A CDI event: an article, or the whole site, has counts from an earlier system. Fired in the transaction that stores
 * the article, so that the visitor counters store them too.
 *
 * @param views the article's views; null when unknown
 * @param siteTotal visits to the whole site; null when they are not imported
 */
public record CountersImported(UUID articleId, Long views, Long siteTotal) {
}
