package vn.loa.article.publish;

import java.util.UUID;

/**
 * The public reads another text of an article, or reads it no more. Fired in the transaction that does it, when all that
 * belongs to the article has been sent to the database, for those who keep something made of the text.
 */
public record LiveTextChanged(UUID articleId) {
}
