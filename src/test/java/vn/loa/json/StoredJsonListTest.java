package vn.loa.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.directive.ParagraphView;

/** Stored paragraphs become the same JSON as any other list of paragraphs. */
class StoredJsonListTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void as_json_they_are_what_a_list_of_them_is() throws JsonProcessingException {
        List<ParagraphView> list = List.of(new ParagraphView("sec_1__p_1", "một : \"hai\", [ba] \\ {bốn} \\\" , “năm”"),
                new ParagraphView("sec_1__p_2", "  "));
        String stored = """
                [{"eId":"sec_1__p_1","text":"một : \\"hai\\", [ba] \\\\ {bốn} \\\\\\" , “năm”"},{"eId":"sec_1__p_2","text":"  "}]""";
        StoredJsonList<ParagraphView> paragraphs = new StoredJsonList<>(stored.getBytes(StandardCharsets.UTF_8), JSON.readerForListOf(ParagraphView.class));
        assertEquals(JSON.writeValueAsString(list), JSON.writeValueAsString(paragraphs));
        assertEquals(JSON.writeValueAsString(list), new String(JSON.writeValueAsBytes(paragraphs), StandardCharsets.UTF_8));
        assertEquals((JsonNode) JSON.valueToTree(list), (JsonNode) JSON.valueToTree(paragraphs));
        assertEquals(list, paragraphs);
        assertEquals("[]", JSON.writeValueAsString(new StoredJsonList<>("[]".getBytes(StandardCharsets.UTF_8), JSON.readerForListOf(ParagraphView.class))));
    }
}
