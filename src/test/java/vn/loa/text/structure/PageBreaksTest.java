package vn.loa.text.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.text.print.DroppedLine;

/** The pages of a text that tools made of a PDF: their numbers are none of its words, and tear no sentence. */
class PageBreaksTest {

    private static final String FIRST = "Điều 1. Các trường học trong xã trồng cây bóng mát trước cổng trường, trong sân";
    private static final String SECOND = "trường và dọc các lối đi; mỗi lớp chăm sóc một cây trong suốt năm học.";
    private static final String LAST = "Điều 2. Ủy ban nhân dân xã cấp cây giống và kiểm tra việc chăm sóc cây hằng tháng.";
    private static final List<String> PARAGRAPHS = List.of(FIRST + " " + SECOND, LAST);

    @ParameterizedTest
    @ValueSource(strings = {"%s\n\n\f2\n\n%s\n%s", "%s\n\n1\n\f%s\n%s", "1\n\n%s\n\f2\n\n%s\n%s", "%s\n\f- 2 -\n\n%s\n%s",
        "%s\n\nTrang 1/2\n\f%s\n%s\n\nTrang 2/2", "%s\n\f%s\n%s", "1\r\n\r\n%s\r\n\r\n\f2\r\n\r\n%s\r\n%s"})
    void numbers_beside_form_feeds_are_left_out(String pages) {
        TextBlocks read = TextBlocks.read(pages.formatted(FIRST, SECOND, LAST));
        assertEquals(PARAGRAPHS, read.paragraphs());
        assertTrue(read.dropped().stream().allMatch(line -> line.kind() == DroppedLine.LineKind.PAGE_BREAK));
    }

    @Test
    void numbers_that_tear_sentences_and_count_on_are_left_out_without_form_feeds() {
        String text = FIRST + "\n\n4\n\n" + SECOND + "\n" + LAST.substring(0, LAST.length() - 1) + " và\n\n5\n\nbáo cáo kết quả cho huyện.";
        List<String> paragraphs = TextBlocks.paragraphs(text);
        assertEquals(List.of(PARAGRAPHS.get(0), LAST.substring(0, LAST.length() - 1) + " và báo cáo kết quả cho huyện."), paragraphs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s\n\n2\n\n%s\n%s", "%s\n\n2\n\n\f7\n\n%s\n%s", "%s\n\f2031\n\n%s\n%s"})
    void numbers_that_count_nothing_are_words(String pages) {
        assertTrue(TextBlocks.read(pages.formatted(FIRST, SECOND, LAST)).dropped().isEmpty());
    }

    @Test
    void a_page_begins_no_paragraph() {
        DirectiveText text = DirectiveText.parse(TextBlocks.paragraphs(FIRST + "\n\n\f2\n\n" + SECOND + "\n" + LAST));
        assertEquals(List.of(FIRST.substring(8) + " " + SECOND), text.sections().get(0).paragraphs().stream().map(Paragraph::text).toList());
    }
}
