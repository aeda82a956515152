package vn.loa.imports.job.find;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import vn.loa.http.LimitsConfig;
import vn.loa.imports.job.store.ItemPlace;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;

/** Reads items as lines of JSON. Empty lines are nothing. */
@ApplicationScoped
class ItemLines {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final ItemJson items;
    private final ObjectMapper json;
    private final int longest;

    ItemLines(ItemJson items, ObjectMapper json, LimitsConfig limits) {
        this.items = items;
        this.json = json;
        this.longest = (int) limits.body().asLongValue();
    }

    void read(InputStream in, ItemSink sink) throws IOException {
        LineReader lines = new LineReader(in, longest);
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            ItemPlace place = ItemPlace.ofLine(lines.number());
            if (lines.wasTooLong()) {
                sink.wrong(place, null, Problem.of(ProblemType.BODY_TOO_LARGE, "The line has more than " + longest + " bytes."));
            } else if (!isBlank(line)) {
                read(line, place, sink);
            }
        }
    }

    private void read(byte[] line, ItemPlace place, ItemSink sink) {
        String source = null;
        try {
            ObjectNode item = parse(line);
            source = ItemJson.sourceOf(item);
            sink.item(place, items.read(item));
        } catch (ProblemException e) {
            sink.wrong(place, source, e.problem());
        }
    }

    private ObjectNode parse(byte[] line) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
            JsonNode node = json.readTree(text);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw malformed("The line is no JSON object.");
        } catch (CharacterCodingException e) {
            throw malformed("The line is not text in UTF-8.");
        } catch (JsonProcessingException e) {
            throw malformed("The line is not JSON: " + e.getOriginalMessage().lines().findFirst().orElse("") + ".");
        }
    }

    private static ProblemException malformed(String detail) {
        return Problem.of(ProblemType.MALFORMED_BODY, detail).asException();
    }

    private static boolean isBlank(byte[] line) {
        for (int i = 0; i < line.length; i++) {
            if (line[i] > ' ' || line[i] < 0 && !(i < MARK.length && line[i] == MARK[i])) {
                return false;
            }
        }
        return true;
    }
}
