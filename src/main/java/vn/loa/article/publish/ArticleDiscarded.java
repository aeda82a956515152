package vn.loa.article.publish;

import java.util.UUID;

/** An article that was never public is deleted. Fired in the transaction that does it, for those who keep something of it. */
public record ArticleDiscarded(UUID articleId) {
}
