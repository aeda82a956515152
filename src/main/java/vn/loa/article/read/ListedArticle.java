package vn.loa.article.read;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import vn.loa.http.CacheTagged;
import vn.loa.json.StoredJson;
import vn.loa.sql.ResultRow;

/**
 * A public article as lists show it: stored JSON with the members of {@link ArticleView} that a list has. A response copies it
 * without reading it.
 *
 * @param json in UTF-8
 */
record ListedArticle(UUID id, byte[] json) implements CacheTagged, JsonSerializable {

    /** Reads the columns id and listed. */
    static ListedArticle read(ResultRow row) {
        return new ListedArticle(row.get("id", UUID.class), row.utf8("listed"));
    }

    @Override
    public Set<String> cacheTags() {
        return Set.of(CacheTagged.ofArticle(id));
    }

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider serializers) throws IOException {
        generator.writeRawValue(new StoredJson(json));
    }

    @Override
    public void serializeWithType(JsonGenerator generator, SerializerProvider serializers, TypeSerializer type)
            throws IOException {
        serialize(generator, serializers);
    }
}
