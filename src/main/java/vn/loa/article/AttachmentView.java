package vn.loa.article;

import java.util.UUID;

/** A file that an article carries, in JSON. Its bytes never change; a new version is another file. */
public record AttachmentView(
        UUID id,
        String title,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        String url) {

    /** The same file with a title; null for none. */
    public AttachmentView titled(String newTitle) {
        return new AttachmentView(id, newTitle, fileName, mediaType, size, sha256, url);
    }
}
