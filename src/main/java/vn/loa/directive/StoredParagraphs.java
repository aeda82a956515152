package vn.loa.directive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.util.AbstractList;
import java.util.List;
import vn.loa.json.StoredJson;

/**
 * A section's paragraphs as stored JSON. Responses in JSON copy them without parsing, because they are most of an
 * article's text. They are parsed only for code that reads the paragraphs.
 */
final class StoredParagraphs extends AbstractList<ParagraphView> implements JsonSerializable {

    private final byte[] json;
    private final ObjectReader reader;
    private List<ParagraphView> read;

    /**
     * @param json in UTF-8
     * @param reader for a list of {@link ParagraphView}
     */
    StoredParagraphs(byte[] json, ObjectReader reader) {
        this.json = json;
        this.reader = reader;
    }

    private List<ParagraphView> read() {
        if (read == null) {
            try {
                read = reader.readValue(json);
            } catch (IOException e) {
                throw new IllegalStateException("the stored JSON of paragraphs cannot be read", e);
            }
        }
        return read;
    }

    @Override
    public ParagraphView get(int index) {
        return read().get(index);
    }

    @Override
    public int size() {
        return read().size();
    }

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider serializers) throws IOException {
        // A TokenBuffer becomes a tree in memory, so it needs parsed values.
        if (generator instanceof TokenBuffer) {
            serializers.defaultSerializeValue(read(), generator);
        } else {
            generator.writeRawValue(new StoredJson(json));
        }
    }

    @Override
    public void serializeWithType(JsonGenerator generator, SerializerProvider serializers, TypeSerializer type)
            throws IOException {
        serialize(generator, serializers);
    }
}
