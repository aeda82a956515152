package vn.loa.media;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import vn.loa.article.AttachmentView;
import vn.loa.article.PictureFile;
import vn.loa.http.ApiPaths;
import vn.loa.sql.ResultRow;

/** A file's metadata. It never changes, because revisions that carry it never change. */
@Entity
class Media {

    @Id
    private UUID id;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "media_type")
    private String mediaType;

    private long size;
    private byte[] sha256;
    private Integer width;
    private Integer height;
    private boolean animated;

    @Column(name = "uploaded_at")
    private Instant uploadedAt;

    protected Media() {
    }

    Media(UUID id, FileName name, FileContent content, long size, byte[] sha256, Instant now) {
        this.id = id;
        this.fileName = name.value();
        this.mediaType = content.type().mediaType();
        this.size = size;
        this.sha256 = sha256;
        this.width = content.size() == null ? null : content.size().width();
        this.height = content.size() == null ? null : content.size().height();
        this.animated = content.animated();
        this.uploadedAt = now;
    }

    /** From a row with all columns; it is not attached to a session. */
    static Media read(ResultRow row) {
        Media media = new Media();
        media.id = row.get("id", UUID.class);
        media.fileName = row.text("file_name");
        media.mediaType = row.text("media_type");
        media.size = row.get("size", Long.class);
        media.sha256 = row.get("sha256", byte[].class);
        media.width = row.get("width", Integer.class);
        media.height = row.get("height", Integer.class);
        media.animated = row.get("animated", Boolean.class);
        media.uploadedAt = row.get("uploaded_at", Instant.class);
        return media;
    }

    /**
     * The URI of the bytes, without scheme and host. It works for the public once a public article carries the file.
     */
    String url() {
        return ApiPaths.FILES + "/" + id;
    }

    String sha256Hex() {
        return HexFormat.of().formatHex(sha256);
    }

    AttachmentView asAttachment() {
        return new AttachmentView(id, null, fileName, mediaType, size, sha256Hex(), url());
    }

    PictureFile asPicture() {
        return new PictureFile(mediaType, size, width, height, animated);
    }

    UUID id() {
        return id;
    }

    FileName fileName() {
        return new FileName(fileName);
    }

    String mediaType() {
        return mediaType;
    }

    /** In bytes. */
    long size() {
        return size;
    }

    byte[] sha256() {
        return sha256;
    }

    /** In pixels, as the image is shown; null for a file that is not an image. */
    Integer width() {
        return width;
    }

    /** In pixels, as the image is shown; null for a file that is not an image. */
    Integer height() {
        return height;
    }

    /** Whether it is an image with several frames. */
    boolean animated() {
        return animated;
    }

    Instant uploadedAt() {
        return uploadedAt;
    }
}
