package vn.loa.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.util.AbstractList;
import java.util.List;

/**
 * A list as stored JSON. Responses in JSON copy it without parsing: paragraphs are most of an article's text. It is parsed only for
 * code that asks for an element.
 */
public class StoredJsonList<T> extends AbstractList<T> implements JsonSerializable {

    private final byte[] json;
    private final ObjectReader reader;
    private List<T> read;

    /**
     * @param json in UTF-8
     * @param reader for such a list
     */
    public StoredJsonList(byte[] json, ObjectReader reader) {
        this.json = json;
        this.reader = reader;
    }

    private List<T> read() {
        if (read == null) {
            try {
                read = reader.readValue(json);
            } catch (IOException e) {
                throw new IllegalStateException("the stored JSON of a list cannot be read", e);
            }
        }
        return read;
    }

    @Override
    public T get(int index) {
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
