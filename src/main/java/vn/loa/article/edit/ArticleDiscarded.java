package vn.loa.article.edit;

import java.util.UUID;

/**
 * An article that was never public is deleted. CDI event, fired in the transaction that deletes the article, for features
 * that keep something of it.
 */
public record ArticleDiscarded(UUID articleId) {
}
