package vn.loa.citation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Random articles whose directives have few numbers, types and dates, so that many citations fit several of them, or none. */
final class CitationTexts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NUMBERS = List.of("1-QĐ/TU", "2-QĐ/TU", "3-QĐ/TU");
    private static final List<String> TYPES = List.of("Quyết định", "Quy định");
    private static final List<String> DATES = List.of("2021-06-01", "2022-06-01");
    private static final String NONE = null;

    private CitationTexts() {
    }

    static ObjectNode content(Random random) {
        ObjectNode content = JSON.createObjectNode();
        content.put("title", "Bài " + random.nextInt(1000));
        content.put("body", "<p>" + sentence(random) + "</p>");
        if (random.nextInt(8) == 0) {
            content.putNull("directive").putNull("sections");
            return content;
        }
        content.putObject("directive").put("type", TYPES.get(random.nextInt(2)))
                .put("number", random.nextInt(6) == 0 ? NONE : NUMBERS.get(random.nextInt(3)))
                .put("issuedOn", random.nextInt(3) == 0 ? NONE : DATES.get(random.nextInt(2)))
                .put("title", "việc số " + random.nextInt(100));
        ArrayNode sections = content.putArray("sections");
        int count = random.nextInt(5);
        for (int n = 0; n < count; n++) {
            // Few different texts, so that revisions share sections and have them in another order.
            ObjectNode section = sections.addObject().put("number", String.valueOf(1 + (n + count) % 7));
            section.putArray("paragraphs").addObject().put("text", sentence(random));
        }
        return content;
    }

    private static String sentence(Random random) {
        if (random.nextInt(3) == 0) {
            return "Câu số " + random.nextInt(3) + " không dẫn gì.";
        }
        String date = random.nextInt(3) > 0 ? "" : ", ngày 01 tháng 6 năm " + (2021 + random.nextInt(2));
        String pinpoint = random.nextInt(4) > 0 ? "" : "khoản 2 Điều 5 ";
        return "Theo " + pinpoint + TYPES.get(random.nextInt(2)) + " số " + NUMBERS.get(random.nextInt(3)) + date + ".";
    }
}
