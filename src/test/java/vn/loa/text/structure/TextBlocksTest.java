package vn.loa.text.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.text.TextWords;
import vn.loa.text.print.DroppedLine;

class TextBlocksTest {

    @Test
    void blank_lines_separate_paragraphs_even_when_they_hold_no_break_spaces() {
        assertEquals(List.of("Một.", "Hai.", "Ba."), TextBlocks.paragraphs("Một.\r\n\r\nHai.\n\u00A0\u00A0\n  Ba."));
    }

    @Test
    void hard_wrapped_lines_are_joined() {
        assertEquals(List.of("Các cơ quan có trách nhiệm thi hành.", "Hết."),
                TextBlocks.paragraphs("Các cơ quan\ncó trách nhiệm  \n thi hành.\n\nHết."));
    }

    @Test
    void a_section_marker_opens_a_paragraph_inside_a_block() {
        assertEquals(List.of("Yêu cầu:", "1. Học chữ ký số.", "2. Làm theo kế hoạch.", "a) Mỗi tuần;", "II. Sau",
                        "Hết"),
                TextBlocks.paragraphs("""
                        Yêu cầu:
                        1. Học
                        chữ ký số.
                        2. Làm theo
                        kế hoạch.
                        a) Mỗi tuần;
                        II. Sau

                        Hết"""));
    }

    @Test
    void a_number_that_the_line_above_waits_for_opens_nothing() {
        assertEquals(List.of("Theo quy định tại khoản 2. của Điều này thì từ năm 2021. mọi việc thôi.", "Hết"),
                TextBlocks.paragraphs("""
                        Theo quy định tại khoản
                        2. của Điều này thì từ năm
                        2021. mọi việc thôi.

                        Hết"""));
    }

    @Test
    void a_document_number_or_date_at_the_start_of_a_line_opens_nothing() {
        assertEquals(List.of("Theo Nghị quyết 5-NQ/TU và báo cáo 12/3/2020 của xã", "Hết"),
                TextBlocks.paragraphs("Theo Nghị quyết\n5-NQ/TU và báo cáo\n12/3/2020 của xã\n\nHết"));
    }

    @Test
    void neighbouring_label_lines_stay_lines() {
        assertEquals(List.of("Hết.", "Đang xem: 3", "Trong ngày: 41", "Tổng số: 90210"),
                TextBlocks.paragraphs("Hết.\n\n\nĐang xem: 3\nTrong ngày: 41\nTổng số: 90210"));
    }

    @Test
    void a_single_line_with_a_colon_is_no_label() {
        assertEquals(List.of("Trong tháng tới xã lo Ba việc: học, làm và báo cáo.", "Hết"),
                TextBlocks.paragraphs("Trong tháng tới xã lo\nBa việc: học, làm\nvà báo cáo.\n\nHết"));
    }

    @Test
    void without_blank_lines_each_line_is_a_paragraph() {
        assertEquals(List.of("Một", "Hai", "Ba"), TextBlocks.paragraphs("\nMột\n Hai\r\nBa\n\n"));
    }

    @Test
    void a_rule_that_a_tool_set_before_place_and_date_is_dropped_alone() {
        String print = "UBND TỈNH MẪU\n\n-------------- Mẫu Lộc, ngày 12 tháng 4 năm 2034\n\n-------Ghi chú\n\n- Mẫu Lộc, ngày 3 tháng 4\n";
        TextBlocks read = TextBlocks.read(print);
        assertEquals(List.of("UBND TỈNH MẪU", "Mẫu Lộc, ngày 12 tháng 4 năm 2034", "-------Ghi chú", "- Mẫu Lộc, ngày 3 tháng 4"), read.paragraphs());
        assertEquals(List.of(new DroppedLine(3, DroppedLine.LineKind.RULE, "--------------")), read.dropped());
        TextWords.assertKept(print);
    }

    @Test
    void nothing_gives_nothing() {
        assertEquals(List.of(), TextBlocks.paragraphs(""));
        assertEquals(List.of(), TextBlocks.paragraphs(" \n\u00A0\n"));
    }
}
