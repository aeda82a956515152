package vn.loa.article.read;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import vn.loa.category.ArticleCategory;
import vn.loa.http.CacheTagged;
import vn.loa.json.StoredJson;

/**
 * A public article as lists show it: stored JSON with the members of {@link ArticleView} that a list has, and what changes without
 * the article: its category, which can be renamed, and whether its document is in force. A response copies it without reading it.
 *
 * @param json in UTF-8
 */
record ListedArticle(UUID id, byte[] json) implements CacheTagged, JsonSerializable {

    private static final byte[] CATEGORY = ascii(",\"category\":{\"slug\":\"");
    private static final byte[] TITLE = ascii("\",\"title\":\"");
    private static final byte[] END = ascii("\"}}");
    private static final byte[] NO_CATEGORY = ascii(",\"category\":null}");
    private static final byte[] NOTHING = {};
    private static final byte[] FORCE = ascii(",\"force\":");
    private static final byte[] NO_DIRECTIVE = ascii("\"directive\":null");

    /**
     * @param listed the stored JSON
     * @param force JSON in UTF-8 of the document's status; null for an article without a document
     * @param category null for none
     */
    static ListedArticle of(UUID id, byte[] listed, byte[] force, ArticleCategory category) {
        return new ListedArticle(id, with(force, category, listed));
    }

    /** Of text, the bytes would have a backslash before each quotation mark. */
    static boolean carriesDirective(byte[] json) {
        for (int at = json.length - NO_DIRECTIVE.length; at >= 0; at--) {
            if (json[at] == '"' && json[at + 1] == 'd' && Arrays.equals(json, at, at + NO_DIRECTIVE.length, NO_DIRECTIVE, 0, NO_DIRECTIVE.length)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] with(byte[] force, ArticleCategory category, byte[] json) {
        byte[] slug = category == null ? NOTHING : ascii(category.slug());
        byte[] title = category == null ? NOTHING : JsonStringEncoder.getInstance().quoteAsUTF8(category.title());
        int length = json.length - 1 + (force == null ? 0 : FORCE.length + force.length)
                + (category == null ? NO_CATEGORY.length : CATEGORY.length + slug.length + TITLE.length + title.length + END.length);
        // Lists do this twenty times for each request: a stream would copy everything once more.
        ByteBuffer all = ByteBuffer.allocate(length).put(json, 0, json.length - 1);
        if (force != null) {
            all.put(FORCE).put(force);
        }
        if (category == null) {
            all.put(NO_CATEGORY);
        } else {
            all.put(CATEGORY).put(slug).put(TITLE).put(title).put(END);
        }
        return all.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
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
