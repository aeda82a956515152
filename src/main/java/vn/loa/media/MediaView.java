package vn.loa.media;

import java.time.Instant;
import java.util.UUID;

/** A file's metadata in JSON, for editors. */
record MediaView(
        UUID id,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        Integer width,
        Integer height,
        Instant uploadedAt,
        boolean isPublic,
        String url,
        String previewUrl) {

    static MediaView of(Media media, boolean isPublic) {
        return new MediaView(media.id(), media.fileName().value(), media.mediaType(), media.size(), media.sha256Hex(),
                media.width(), media.height(), media.uploadedAt(), isPublic, media.url(), media.url() + "/preview");
    }
}
