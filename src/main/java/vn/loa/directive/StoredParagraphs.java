package vn.loa.directive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.util.AbstractList;
import java.util.List;

/**
 * A section's paragraphs as they are stored. As JSON they are answered as the database gives them; they are read only
 * when somebody looks inside, because most of an article's text is in them.
 */
final class StoredParagraphs extends AbstractList<ParagraphView> implements JsonSerializable {

    private final String json;
    private final ObjectReader reader;
    private List<ParagraphView> read;

    /** @param reader of a list of {@link ParagraphView} */
    StoredParagraphs(String json, ObjectReader reader) {
        this.json = json;
        this.reader = reader;
    }

    private List<ParagraphView> read() {
        if (read == null) {
            try {
                read = reader.readValue(json);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("not what was stored", e);
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
        // What becomes a tree in memory has to be read.
        if (generator instanceof TokenBuffer) {
            serializers.defaultSerializeValue(read(), generator);
        } else {
            char[] text = json.toCharArray();
            generator.writeRawValue(text, 0, compact(text));
        }
    }

    /**
     * Takes out the spaces that the database writes between the parts, as all other JSON here is without. In place,
     * because this is most of what an answer consists of.
     *
     * @return how many characters are left
     */
    private static int compact(char[] json) {
        int length = 0;
        boolean text = false;
        for (int i = 0; i < json.length; i++) {
            char c = json[i];
            if (c == '"') {
                text = !text;
            }
            if (text || c != ' ') {
                json[length++] = c;
            }
            if (text && c == '\\') {
                json[length++] = json[++i];
            }
        }
        return length;
    }

    @Override
    public void serializeWithType(JsonGenerator generator, SerializerProvider serializers, TypeSerializer type)
            throws IOException {
        serialize(generator, serializers);
    }
}
