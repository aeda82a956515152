package vn.loa.media;

import java.time.Instant;
import java.util.HexFormat;

/**
 * What is sent of a file: the file itself, or its image in another width.
 *
 * @param size in bytes
 * @param sha256 of the bytes
 */
record ServedFile(FileName name, String mediaType, long size, byte[] sha256, Instant uploadedAt) {

    static ServedFile of(Media file) {
        return new ServedFile(file.fileName(), file.mediaType(), file.size(), file.sha256(), file.uploadedAt());
    }

    /** A strong tag, because it is made of the bytes. */
    String etag() {
        return "\"" + HexFormat.of().formatHex(sha256) + "\"";
    }
}
