package vn.loa.article;

import java.util.UUID;

/**
 * A file that a revision carries, as stored JSON.
 *
 * @param title the file's title in the article; null when its file name is enough
 */
public record Attachment(UUID id, String title) {
}
