package vn.loa.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.PlainHttp;

/** Three hundred made-up citations over the sample content and three documents beside it: each gets the verdict that it deserves. */
@QuarkusTest
class CitationCheckGoldTest {

    private static final Path GOLD = Path.of("src/test/resources/gold/citation-checks.tsv");

    @Inject
    SampleContent sample;

    @Test
    void every_citation_gets_its_verdict() throws IOException {
        sample.load();
        publishMore();
        List<String> wrong = new ArrayList<>();
        List<String> lines = Files.readAllLines(GOLD).stream().filter(line -> !line.startsWith("#")).toList();
        assertEquals(300, lines.size());
        for (String line : lines) {
            String[] gold = line.split("\t");
            JsonNode items = checked(gold[2].replace("\\n", "\n")).path("items");
            JsonNode item = items.path(0);
            // The words of one quotation cite, too.
            boolean right = items.size() == (gold[2].contains("80-KL/TW") ? 2 : 1) && item.path("verdict").asText().equals(gold[1])
                    && (!gold[0].equals("ended") || item.at("/target/force/status").asText().equals("ended"))
                    && (!gold[0].endsWith("quotation") || item.path("quotations").size() == 1);
            if (!right) {
                wrong.add(line + " -> " + items);
            }
        }
        assertTrue(wrong.isEmpty(), wrong.size() + " of 300:\n" + String.join("\n", wrong));
    }

    private static JsonNode checked(String text) {
        ObjectNode request = Editing.object("{\"inForceOn\": \"2026-07-15\"}").put("text", text);
        HttpResponse<String> answer = PlainHttp.send("POST", "/api/v1/citations/check", request.toString(), "Content-Type", "application/json");
        assertEquals(200, answer.statusCode(), answer.body());
        return Editing.object(answer.body());
    }

    private static void publishMore() {
        Editing.published(Editing.object("""
                {"title": "Hồ sơ điện tử", "directive": {"type": "Nghị định", "number": "12/2019/NĐ-CP", "issuer": "Chính phủ",
                   "issuedOn": "2019-02-01", "title": "quản lý hồ sơ điện tử"},
                 "sections": [{"kind": "article", "number": "1", "paragraphs": [{"text": "Nghị định này quy định về hồ sơ điện tử."}]},
                   {"kind": "article", "number": "2", "heading": "Giá trị của hồ sơ điện tử"},
                   {"level": 2, "number": "1", "paragraphs": [{"text": "Hồ sơ điện tử là hồ sơ ở dạng dữ liệu."}]},
                   {"level": 2, "number": "2", "paragraphs": [{"text": "Hồ sơ điện tử có giá trị như hồ sơ giấy khi:"}]},
                   {"level": 3, "number": "a", "paragraphs": [{"text": "được ký số bởi người có thẩm quyền;"}]},
                   {"level": 3, "number": "b", "paragraphs": [{"text": "được lưu đủ thời hạn;"}]},
                   {"level": 3, "number": "đ", "paragraphs": [{"text": "tra cứu được."}]},
                   {"kind": "article", "number": "3", "paragraphs": [{"text": "Hồ sơ được lưu ở hai nơi cách nhau."}]},
                   {"kind": "article", "number": "4", "paragraphs": [{"text": "Các bộ chịu trách nhiệm thi hành."}]}]}"""));
        Editing.published(law("91/2018/QH14", "2018-11-20", "Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2019."));
        Editing.published(law("33/2024/QH15", "2024-01-18", "Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2024. Luật Kho hồ sơ số "
                + "91/2018/QH14 hết hiệu lực kể từ ngày Luật này có hiệu lực thi hành."));
    }

    private static JsonNode law(String number, String day, String effect) {
        return Editing.object("""
                {"title": "Luật Kho hồ sơ %s", "directive": {"type": "Luật", "number": "%s", "issuer": "Quốc hội",
                   "issuedOn": "%s", "title": "Kho hồ sơ"},
                 "sections": [{"kind": "article", "number": "1", "paragraphs": [{"text": "Hồ sơ được giữ mười năm."}]},
                   {"kind": "article", "number": "2"},
                   {"level": 2, "number": "1", "paragraphs": [{"text": "Kho phải khô."}]},
                   {"level": 2, "number": "2", "paragraphs": [{"text": "Kho phải có khóa."}]},
                   {"kind": "article", "number": "3", "heading": "Hiệu lực thi hành", "paragraphs": [{"text": "%s"}]}]}"""
                .formatted(number, number, day, effect));
    }
}
