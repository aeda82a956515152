package vn.loa.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Singleton;
import vn.loa.http.PublicServer;
import vn.loa.sql.ResultRow;

/** Shows the pictures of articles, with addresses that work on a page of any origin. */
@Singleton
public class Pictures {

    private final PublicServer server;
    private final ObjectReader json;

    Pictures(PublicServer server, ObjectMapper json) {
        this.server = server;
        this.json = json.readerFor(Picture.class);
    }

    /** Null for none. */
    public PictureView view(Picture picture) {
        return picture == null ? null : PictureView.of(picture, server.url().value());
    }

    /** Of the column {@code picture}; null for none. */
    public PictureView view(ResultRow row) {
        return view(read(row));
    }

    /** Of the column {@code picture}; null for none. */
    public Picture read(ResultRow row) {
        String stored = row.text("picture");
        try {
            return stored == null ? null : json.readValue(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored JSON of a picture cannot be read", e);
        }
    }

    /** With addresses that are relative to the server, because its public address can change. Null for none. */
    public static PictureView stored(Picture picture) {
        return picture == null ? null : PictureView.of(picture, "");
    }
}
