package vn.loa.article.publish;

import java.util.UUID;

/**
 * The public reads another text of an article, or none any more. CDI event, fired in the transaction of the step, when the
 * step's changes have been sent to the database: for features that keep something made of the text.
 */
public record LiveTextChanged(UUID articleId) {
}
