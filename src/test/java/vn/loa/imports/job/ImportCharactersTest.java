package vn.loa.imports.job;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;
import vn.loa.support.Pages;

/** Characters that PostgreSQL does not store, in every text of an item. */
@QuarkusTest
class ImportCharactersTest {

    private static final Map<String, ?> OPTIONS = Map.of("sourceName", "ky-tu", "createCategories", true);
    /** Stands for the character, which JSON has as an escape. */
    private static final String PLACE = "\uE000";
    private static final String PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    private static final String FILE = "{\"source\": \"anh\", \"kind\": \"file\", \"fileName\": \"anh.png\", \"address\": \"http://kt.vn/anh.png\","
            + " \"bytes\": \"" + PNG + "\"}";
    private static final String PAGE = Jobs.line(Map.of("source", "trang", "kind", "page", "mediaType", "text/plain", "address",
            "http://kt.vn/trang", "text", Pages.news("Ra quân dọn kênh", "08:00:00 03-04-2023",
            "Sáng nay hơn một trăm đoàn viên và bà con cùng nhau dọn dẹp tuyến kênh trong không khí vui tươi.",
            "Hoạt động được duy trì hằng tháng với sự góp sức của nhiều gia đình.")));
    private static final String ARTICLE = """
            {"source": "1", "kind": "article", "address": "http://kt.vn/1", "title": "Tin một", "slug": "tin-mot", "language": "vi",
             "summary": "Tóm tắt.", "byline": "Lâm Ngọc Hân", "body": "<p>Theo <a href='http://kt.vn/2'>Nghị định</a>.</p>",
             "tags": ["văn thư"], "category": "Tin tức/Môi trường",
             "picture": {"source": "anh", "alternativeText": "Ảnh", "caption": "Chú thích", "credit": "Người chụp"},
             "attachments": [{"source": "anh", "title": "Ảnh"}],
             "directive": {"type": "Chỉ thị", "number": "7-CT/TU", "issuer": "Tỉnh ủy", "issuedOn": "2024-06-01", "title": "chuyển đổi số"},
             "sections": [{"kind": "article", "number": "1", "marker": "Điều 1.", "heading": "Nhiệm vụ",
               "paragraphs": [{"text": "Số hóa hồ sơ."}]}],
             "firstPublishedAt": "2019-03-01T02:00:00Z", "publicUpdatedAt": "2020-01-01T00:00:00Z",
             "viewsHistory": [{"day": "2021-05-13", "views": 4}], "oldAddresses": ["http://kt.vn/cu"]}
            """;
    /** By which the database is asked for something. */
    private static final Set<String> REFUSED = Set.of("/source", "/kind", "/address", "/slug", "/language", "/category", "/picture/source",
            "/attachments/0/source");

    private final List<String> pointers = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    /** A line for each text of the item, with the character in it. */
    private void lines(String item, String character) {
        List<String> texts = new ArrayList<>();
        collect(Editing.object(item), "", texts);
        for (String pointer : texts) {
            ObjectNode changed = Editing.object(item);
            int n = lines.size();
            for (String member : List.of("source", "slug", "address")) {
                if (changed.has(member)) {
                    changed.put(member, changed.path(member).textValue() + "-" + n);
                }
            }
            if (changed.has("oldAddresses")) {
                ((ArrayNode) changed.path("oldAddresses")).set(0, "http://kt.vn/cu-" + n);
            }
            String text = changed.at(pointer).textValue();
            put(changed, pointer, text.substring(0, 1) + PLACE + text.substring(1));
            pointers.add(pointer);
            lines.add(changed.toString().replace(PLACE, character));
        }
    }

    private static void collect(JsonNode node, String pointer, List<String> texts) {
        if (node.isTextual()) {
            texts.add(pointer);
        }
        node.properties().forEach(member -> collect(member.getValue(), pointer + "/" + member.getKey(), texts));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), pointer + "/" + i, texts);
        }
    }

    private static void put(ObjectNode item, String pointer, String text) {
        JsonNode parent = item.at(pointer.substring(0, pointer.lastIndexOf('/')));
        String member = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (parent instanceof ObjectNode object) {
            object.put(member, text);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(member), text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800"})
    void each_text_is_refused_by_its_name_or_cleaned(String character) {
        lines(ARTICLE, character);
        lines(FILE, character);
        lines(PAGE, character);
        lines.add(FILE);
        String id = Jobs.begun(OPTIONS, lines.toArray(String[]::new));
        Jobs.ended(id, "done");
        List<JsonNode> report = Jobs.report(id);
        assertEquals(lines.size(), report.size());
        for (int i = 0; i < pointers.size(); i++) {
            JsonNode line = report.get(i);
            assertFalse(line.at("/problem/code").asText().equals("internal-error"), pointers.get(i) + " " + line);
            if (REFUSED.contains(pointers.get(i))) {
                assertEquals("failed " + pointers.get(i), line.path("status").asText() + " " + line.at("/problem/errors/0/pointer").asText(),
                        line.toString());
            }
        }
    }

    @Test
    void each_value_of_a_table_is_refused_or_cleaned() {
        List<String> columns = List.of("source", "address", "title", "slug", "language", "summary", "byline", "body", "category", "tags",
                "firstPublishedAt", "publicUpdatedAt", "views", "oldAddresses");
        StringBuilder table = new StringBuilder(String.join(",", columns)).append('\n');
        for (int i = 0; i < columns.size(); i++) {
            List<String> values = new ArrayList<>(List.of("t" + i, "http://kt.vn/t" + i, "Tin " + i, "tin-bang-" + i, "vi", "Tóm tắt.",
                    "Tên", "<p>Một.</p>", "Tin tức", "điện", "2019-03-01T02:00:00Z", "2020-01-01T00:00:00Z", "3", "http://kt.vn/tc" + i));
            values.set(i, values.get(i).charAt(0) + "\0" + values.get(i).substring(1));
            table.append(String.join(",", values)).append('\n');
        }
        String id = Jobs.post("text/csv", table.toString(), OPTIONS).then().statusCode(202).extract().path("id");
        Jobs.ended(id, "done");
        List<JsonNode> report = Jobs.report(id);
        Set<String> refused = Set.of("source", "address", "slug", "language", "category", "firstPublishedAt", "publicUpdatedAt", "views",
                "oldAddresses");
        for (int i = 0; i < columns.size(); i++) {
            JsonNode line = report.get(i);
            boolean isRefused = refused.contains(columns.get(i));
            assertEquals(isRefused ? "failed" : "created", line.path("status").asText(), line.toString());
            if (isRefused) {
                assertThat(line.toString(), line.at("/problem/errors/0/pointer").asText(), containsString("/" + columns.get(i)));
            }
        }
    }

    @Test
    void old_addresses_that_are_recorded_otherwise_are_refused_likewise() {
        String article = Editing.created(Editing.news("Tin một"));
        for (String character : List.of("\\u0000", "\\ud800")) {
            Pages.asAdmin().contentType("application/json").body("{\"items\": [{\"address\": \"http://kt.vn/" + character + "\", \"article\": \""
                    + article + "\"}, {\"address\": \"http://kt.vn/b\", \"article\": \"tin" + character + "\"}, {\"address\": \"http://kt.vn/c\","
                    + " \"category\": \"muc" + character + "\"}]}").post("/api/v1/old-addresses").then().statusCode(422)
                    .body("errors.pointer", org.hamcrest.Matchers.hasItems("/items/0/address", "/items/1/article", "/items/2/category"));
        }
    }
}
