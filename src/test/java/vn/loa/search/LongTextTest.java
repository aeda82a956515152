package vn.loa.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;

/** A text is searched to its end, however long it is. */
@QuarkusTest
class LongTextTest {

    private static final String SENTENCE = "Các ấp củng cố tổ hòa giải, nhà trường ký cam kết với cha mẹ học sinh. ";
    private static final int MEGABYTE = 1_000_000;

    @Inject
    DataSource database;

    private List<Long> entries() throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            var rows = statement.executeQuery("select array_agg(id order by id) from search_entry");
            rows.next();
            return List.of((Long[]) rows.getArray(1).getArray());
        }
    }

    /** The last word of each entry that has another one behind it. */
    private List<Integer> borders(List<String> words) throws SQLException {
        List<Integer> borders = new ArrayList<>();
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            var rows = statement.executeQuery("select words from search_entry order by part");
            while (rows.next()) {
                Set<String> has = new HashSet<>(List.of(rows.getString(1).split("\n")));
                borders.add(IntStream.range(0, words.size()).filter(n -> has.contains(words.get(n))).max().orElseThrow());
            }
        }
        return borders.subList(0, borders.size() - 1);
    }

    private static String body(String start, String sentence, String end) {
        String paragraph = "<p>" + sentence.repeat(20) + "</p>";
        return "<p>" + start + "</p>" + paragraph.repeat(MEGABYTE / paragraph.getBytes(UTF_8).length)
                + "<p>" + end + "</p>";
    }

    @Test
    void the_end_of_a_body_of_a_megabyte_is_found_and_shown() {
        Editing.published(Editing.news("Dài").put("body", body("Mở đầu ở đây.", SENTENCE, "Con voọc bạc ở Hòn Chông.")));
        Editing.published(Editing.news("Ngắn").put("body", "<p>Mở đầu.</p>"));
        for (String q : List.of("voọc bạc", "\"bac o hon chong\"", "hòn chông -rừng", "đây chông")) {
            SearchTest.search(q).body("items.article.title", contains("Dài")).body("total.value", equalTo(1));
        }
        SearchTest.search("voọc").body("items[0].snippet.html", equalTo("Con <mark>voọc</mark> bạc ở Hòn Chông."));
        SearchTest.search("\"bạc hòn\"").body("items", hasSize(0));
        SearchTest.search("\"hoa giai nha truong ki cam ket\"").body("items.article.title", contains("Dài"));
    }

    @Test
    void the_end_of_a_long_section_is_found() {
        ObjectNode article = Editing.directive("Phụ lục", "33-CT/TU");
        var paragraphs = article.putArray("sections").addObject().put("number", "1").putArray("paragraphs");
        for (int i = 0; i < 11; i++) {
            paragraphs.addObject().put("text", IntStream.range(0, 10_000).mapToObj(n -> "tên" + n % 700).collect(Collectors.joining(" "))
                    + (i == 10 ? " cuối cùng" : ""));
        }
        Editing.published(article);
        SearchTest.search("\"tên199 cuối cùng\"").body("items.section.eId", contains("sec_1")).body("total.value", equalTo(1))
                .body("items[0].paragraphEId", equalTo("sec_1__p_11"));
    }

    /** 100,000 different words: one entry holds 450,000 bytes of words, each in two forms. */
    @Test
    void a_text_in_several_entries_is_one_result_and_phrases_across_their_borders_are_found() throws SQLException {
        List<String> words = IntStream.range(0, 100_000).mapToObj(n -> "w" + Integer.toString(n, 36)).toList();
        String text = IntStream.range(0, 1_000).mapToObj(i -> "<p>" + String.join(" ", words.subList(i * 100, i * 100 + 100)) + "</p>")
                .collect(Collectors.joining());
        Editing.published(Editing.news("Từ điển").put("body", text));
        List<Integer> borders = borders(words);
        assertEquals(true, borders.size() > 1);
        IntStream everywhere = IntStream.iterate(0, i -> i < words.size() - 4, i -> i + 9_973);
        IntStream acrossBorders = borders.stream().flatMapToInt(last -> IntStream.of(last - 3, last - 1, last));
        IntStream.concat(everywhere, acrossBorders).forEach(i ->
                SearchTest.search("\"" + String.join(" ", words.subList(i, i + 4)) + "\"").body("items.article.title", contains("Từ điển"))
                        .body("total.value", equalTo(1)));
        SearchTest.search("từ điển").body("total.value", equalTo(1)).body("items", hasSize(1))
                .body("items[0].title.html", containsString("<mark>"));
    }

    @Test
    void publishing_again_writes_only_entries_of_what_changed() throws SQLException {
        ObjectNode article = Editing.directive("Rừng", "33-CT/TU");
        var sections = article.putArray("sections");
        for (int i = 1; i <= 5; i++) {
            sections.addObject().put("number", String.valueOf(i)).putArray("paragraphs").addObject().put("text", "Giữ rừng " + i + ".");
        }
        String id = Editing.published(article);
        List<Long> before = entries();
        assertEquals(6, before.size());
        ((ObjectNode) sections.get(2).get("paragraphs").get(0)).put("text", "Giữ biển.");
        Editing.patch(id, "*", Editing.object("{}").set("sections", sections)).then().statusCode(200);
        Editing.publish(id).then().statusCode(200);
        List<Long> after = entries();
        assertEquals(5, before.stream().filter(after::contains).count());
        assertEquals(6, after.size());
        SearchTest.search("bien").body("items.section.eId", contains("sec_3"));
        Editing.patch(id, "*", "{\"tags\": [\"lâm nghiệp\"]}").then().statusCode(200);
        Editing.publish(id).then().statusCode(200);
        assertEquals(0, entries().stream().filter(after::contains).count());
        SearchTest.search("giữ").body("facets.tag.count", contains(5));
        Editing.withdraw(id, "Sai.").then().statusCode(200);
        assertEquals(6, entries().size());
    }
}
