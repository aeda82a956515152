package vn.loa.article;

import java.util.UUID;

/**
 * A file that a revision carries, as it is stored.
 *
 * @param title what the article calls it; null where its name is enough
 */
public record Attachment(UUID id, String title) {
}
