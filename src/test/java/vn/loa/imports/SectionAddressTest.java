package vn.loa.imports;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.Pages;

/**
 * A section keeps its eId when other sections are added, removed or moved: khoản 2 of Điều 5 is always art_5__para_2.
 * Its paragraphs are counted inside it, so that only an edit of the section itself can change their eIds.
 */
@QuarkusTest
class SectionAddressTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEAD = """
            ỦY BAN NHÂN DÂN XÃ CÂY

            Số: %s

            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

            QUYẾT ĐỊNH

            Về trồng cây

            """;
    private static final String BEFORE = """
            Chương I

            QUY ĐỊNH CHUNG

            Điều 1. Trồng cây

            1. Mỗi nhà trồng một cây:

            a) Cây to;

            b) Cây nhỏ.

            2. Trường học trồng hoa.

            Điều 2. Chăm cây

            Cây được tưới mỗi ngày.

            Cây đổ được dựng lại.

            Điều 3. Quyết định này có hiệu lực ngay.
            """;
    /** With an additional Điều, khoản, điểm and paragraph, and with Điều 2 and 3 in a chapter. */
    private static final String AFTER = BEFORE
            .replace("b) Cây nhỏ.", "a1) Cây vừa;\n\nb) Cây nhỏ.")
            .replace("2. Trường học", "1a. Mỗi ấp trồng mười cây.\n\n2. Trường học")
            .replace("Điều 2.", "Điều 1a. Ươm cây\n\nXã có một vườn ươm.\n\nChương II\n\nCHĂM CÂY\n\nĐiều 2.");

    @Test
    void a_directive_imported_again_with_more_sections_keeps_the_addresses_of_the_old_ones() throws IOException {
        Map<String, String> before = texts(Pages.publish(HEAD.formatted("1/QĐ-UBND") + BEFORE));
        Map<String, String> after = texts(Pages.publish(HEAD.formatted("2/QĐ-UBND") + AFTER));
        assertEquals(8, before.size() - count(before, "__p_"));
        before.forEach((address, text) -> assertEquals(text, after.get(address), address));
        assertEquals(8 + 4, after.size() - count(after, "__p_"));
    }

    @Test
    void a_published_article_keeps_them_through_an_edit() throws IOException {
        String id = Pages.publish(HEAD.formatted("1/QĐ-UBND") + BEFORE);
        Map<String, String> before = texts(id);
        ArrayNode sections = (ArrayNode) JSON.readTree(Editing.draft(id).asString()).get("sections");
        ObjectNode inserted = JSON.createObjectNode().put("kind", "article").put("number", "1a").put("parentEId", "chp_I");
        inserted.putArray("paragraphs").addObject().put("text", "Xã có một vườn ươm.");
        sections.insert(place(sections, "art_2"), inserted);
        Editing.patch(id, "*", JSON.createObjectNode().set("sections", sections)).then().statusCode(200);
        Editing.publish(id).then().statusCode(200);

        Map<String, String> after = texts(id);
        before.forEach((address, text) -> assertEquals(text, after.get(address), address));
        assertEquals("Xã có một vườn ươm.", after.get("art_1a__p_1"));
        given().get("/api/v1/articles/{id}/sections/art_2", id).then().statusCode(200)
                .body("paragraphs.eId", hasItems("art_2__p_1", "art_2__p_2"))
                .body("paragraphs[1].text", equalTo("Cây đổ được dựng lại."));
    }

    /** The words by eId, for sections (their headings) and paragraphs. */
    private static Map<String, String> texts(String id) throws IOException {
        JsonNode sections = JSON.readTree(given().queryParam("include", "sections").get("/api/v1/articles/{id}", id)
                .then().statusCode(200).extract().asString()).get("sections");
        Map<String, String> texts = new LinkedHashMap<>();
        for (JsonNode section : sections) {
            texts.put(section.get("eId").asText(), section.get("heading").asText());
            section.get("paragraphs").forEach(paragraph ->
                    texts.put(paragraph.get("eId").asText(), paragraph.get("text").asText()));
        }
        return texts;
    }

    private static int count(Map<String, String> texts, String part) {
        return (int) texts.keySet().stream().filter(address -> address.contains(part)).count();
    }

    private static int place(ArrayNode sections, String eId) {
        int place = 0;
        while (!sections.get(place).get("eId").asText().equals(eId)) {
            place++;
        }
        return place;
    }
}
