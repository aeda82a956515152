package vn.loa.media;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import vn.loa.media.picture.ScaledImage;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;

/** Finds and stores images in their widths. They belong to the content of a file, which several files may have. */
@ApplicationScoped
class ScaledPictureRepository {

    /**
     * An image in one of its widths.
     *
     * @param mediaType null, as the others, for an image that cannot be read
     * @param sha256 of the bytes, which are in the {@link MediaStore}
     */
    record ScaledPicture(String mediaType, byte[] sha256, Long size) {

        boolean isUnreadable() {
            return mediaType == null;
        }
    }

    private final SqlReader rows;
    private final SqlWriter changes;

    ScaledPictureRepository(SqlReader rows, SqlWriter changes) {
        this.rows = rows;
        this.changes = changes;
    }

    /** Empty before it was made. One statement. */
    Optional<ScaledPicture> find(byte[] sha256, int width) {
        return rows.read("select media_type, content_sha256, size from scaled_picture where sha256 = ? and width = ?",
                row -> new ScaledPicture(row.text("media_type"), row.get("content_sha256", byte[].class), row.get("size", Long.class)),
                sha256, width).stream().findFirst();
    }

    void add(byte[] sha256, ScaledImage image) {
        changes.update(NamedSql.of("insert into scaled_picture (sha256, width, media_type, content_sha256, size) "
                + "values (:sha256, :width, :type, :content, :size)").with("sha256", sha256).with("width", image.width())
                .with("type", image.mediaType()).with("content", DigestUtils.sha256(image.bytes()))
                .with("size", (long) image.bytes().length));
    }

    void addUnreadable(byte[] sha256, int width) {
        changes.update(NamedSql.of("insert into scaled_picture (sha256, width) values (:sha256, :width)")
                .with("sha256", sha256).with("width", width));
    }

    /** The contents in which the image is stored, in the order in which they are locked. */
    List<byte[]> contents(byte[] sha256) {
        return rows.read("select distinct content_sha256 from scaled_picture where sha256 = ? and content_sha256 is not null "
                + "order by content_sha256", row -> row.get("content_sha256", byte[].class), (Object) sha256);
    }

    void delete(byte[] sha256) {
        changes.update(NamedSql.of("delete from scaled_picture where sha256 = :sha256").with("sha256", sha256));
    }

    boolean isContent(byte[] sha256) {
        return !rows.read("select from scaled_picture where content_sha256 = ? limit 1", row -> true, (Object) sha256).isEmpty();
    }
}
