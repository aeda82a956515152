package vn.loa.article;

import java.util.UUID;

/**
 * An article, or the whole site, comes with counts from an earlier system. Fired in the transaction that stores the
 * article, for those who count.
 *
 * @param views of the article; null when they are not known
 * @param siteTotal visits to the whole site; null when they are not taken over
 */
public record CountersImported(UUID articleId, Long views, Long siteTotal) {
}
