package vn.loa.text.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a decree ends, replaces or suspends with an exception ends only in part. */
class ClauseExceptionsTest {

    private static EffectsRead read(String clause) {
        return ReadEvents.ofDecree(clause.replace(" | ", "\n\n"));
    }

    /** What the clause says, in short: "repeal content 5/2019/TT-BVH 2026-07-01". */
    private static List<String> said(String clause) {
        return ReadEvents.lines(read(clause)).stream().filter(line -> !line.startsWith("commence"))
                .map(line -> line.replaceAll(" by 20/2026/NĐ-CP art_2__para_2\\S*", "")).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "Bãi bỏ Thông tư số 5/2019/TT-BVH ngày 02 tháng 3 năm 2019, trừ Điều 4.; repeal content 5/2019/TT-BVH 2026-07-01",
            "Bãi bỏ Thông tư số 5/2019/TT-BVH của Bộ trưởng Bộ Văn hóa quy định về biển hiệu, ngoại trừ Điều 4.; repeal content 5/2019/TT-BVH 2026-07-01",
            "Nghị định này thay thế Nghị định số 12/2020/NĐ-CP về biển hiệu, trừ các quy định tại Chương III.; replace content 12/2020/NĐ-CP 2026-07-01",
            "Thông tư số 5/2019/TT-BVH, trừ Điều 4, hết hiệu lực từ ngày 01/01/2027.; repeal content 5/2019/TT-BVH 2027-01-01",
            "Thông tư số 5/2019/TT-BVH hết hiệu lực, trừ hồ sơ nộp trước ngày Nghị định này có hiệu lực.; repeal content 5/2019/TT-BVH 2026-07-01",
            "Thông tư số 5/2019/TT-BVH hết hiệu lực một phần từ ngày 01/01/2027.; repeal content 5/2019/TT-BVH 2027-01-01",
            "Tạm ngưng hiệu lực Thông tư số 5/2019/TT-BVH từ ngày 01/01/2027, trừ Điều 4.; suspend content 5/2019/TT-BVH 2027-01-01",
            "Thông tư số 5/2019/TT-BVH tiếp tục có hiệu lực từ ngày 01/01/2027, trừ Điều 4.; resume content 5/2019/TT-BVH 2027-01-01",
            "Bãi bỏ Điều 5 Thông tư số 5/2019/TT-BVH, trừ khoản 2.; repeal content 5/2019/TT-BVH art_5 2026-07-01",
            "Nghị định này bãi bỏ Điều 5 Thông tư số 5/2019/TT-BVH, trừ khoản 2.; repeal content 5/2019/TT-BVH art_5 2026-07-01"})
    void what_is_named_with_an_exception_ends_in_part(String clause, String said) {
        assertEquals(List.of(said), said(clause));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Các văn bản sau đây hết hiệu lực:", "Bãi bỏ các văn bản sau đây:"})
    void the_exception_of_an_item_is_its_own(String list) {
        assertEquals(List.of("repeal content 5/2019/TT-BVH 2026-07-01", "repeal 6/2019/TT-BVH 2026-07-01"),
                said(list + " | a) Thông tư số 5/2019/TT-BVH, trừ Điều 4; | b) Thông tư số 6/2019/TT-BVH."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Các văn bản sau đây hết hiệu lực, trừ quy định tại Điều 1:", "Bãi bỏ các văn bản sau đây, trừ quy định tại Điều 1:"})
    void the_exception_of_a_list_is_of_all_its_items(String list) {
        assertEquals(List.of("repeal content 5/2019/TT-BVH 2026-07-01", "repeal content 6/2019/TT-BVH 2026-07-01"),
                said(list + " | a) Thông tư số 5/2019/TT-BVH; | b) Thông tư số 6/2019/TT-BVH."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "Bãi bỏ Thông tư số 5/2019/TT-BVH của Bộ trưởng Bộ Văn hóa quy định về phòng trừ các loài gây hại.",
            "Bãi bỏ Thông tư số 5/2019/TT-BVH của Bộ trưởng Bộ Văn hóa quy định về khấu trừ các khoản phí."})
    void a_title_with_such_a_word_is_no_exception(String clause) {
        assertEquals(List.of("repeal 5/2019/TT-BVH 2026-07-01"), said(clause));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "Bãi bỏ Thông tư số 5/2019/TT-BVH, Thông tư số 6/2019/TT-BVH (trừ Điều 4).; repeal 5/2019; repeal content 6/2019",
            "Bãi bỏ Thông tư số 5/2019/TT-BVH (trừ Điều 4), Thông tư số 6/2019/TT-BVH.; repeal content 5/2019; repeal 6/2019",
            "Bãi bỏ Thông tư số 5/2019/TT-BVH, trừ phụ lục, Thông tư số 6/2019/TT-BVH.; repeal content 5/2019; repeal 6/2019",
            "Bãi bỏ Thông tư số 5/2019/TT-BVH, Thông tư số 6/2019/TT-BVH, trừ Điều 4.; repeal content 5/2019; repeal content 6/2019",
            "Bãi bỏ Thông tư số 5/2019/TT-BVH, Thông tư số 6/2019/TT-BVH từ ngày 01/7/2026 (trừ Điều 4).; repeal content 5/2019; repeal content 6/2019",
            "Thông tư số 5/2019/TT-BVH, Thông tư số 6/2019/TT-BVH (trừ Điều 4) hết hiệu lực.; repeal 5/2019; repeal content 6/2019",
            "Thông tư số 5/2019/TT-BVH, Thông tư số 6/2019/TT-BVH hết hiệu lực (trừ Điều 4).; repeal content 5/2019; repeal content 6/2019",
            "Tạm ngưng hiệu lực Thông tư số 5/2019/TT-BVH (trừ Điều 4), Thông tư số 6/2019/TT-BVH.; suspend content 5/2019; suspend 6/2019",
            "Thông tư số 5/2019/TT-BVH (trừ Điều 4), Thông tư số 6/2019/TT-BVH tiếp tục có hiệu lực từ ngày 01/7/2026."
                    + "; resume content 5/2019; resume 6/2019"})
    void an_exception_in_brackets_is_of_the_document_before_it_and_another_one_of_all_before_it(String clause, String first, String second) {
        assertEquals(List.of(first + "/TT-BVH 2026-07-01", second + "/TT-BVH 2026-07-01"), said(clause));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "Nghị định này thay thế Nghị định số 8/2021/NĐ-CP và có hiệu lực từ ngày 01/7/2026, trừ Điều 5 có hiệu lực từ ngày 01/01/2027.; replace 8/2021/NĐ-CP",
            "Nghị định này thay thế Nghị định số 8/2021/NĐ-CP, có hiệu lực từ ngày 01/7/2026 (trừ Điều 5).; replace 8/2021/NĐ-CP",
            "Bãi bỏ Thông tư số 5/2019/TT-BVH “Quy định phí (trừ phí biển hiệu)”.; repeal 5/2019/TT-BVH",
            "Bãi bỏ Thông tư số 5/2019/TT-BVH “Quy định phí, trừ các loại phí khác” của Bộ trưởng.; repeal 5/2019/TT-BVH"})
    void an_exception_of_the_commencement_or_in_a_quoted_title_is_not_one_of_the_end(String clause, String said) {
        assertEquals(List.of(said + " 2026-07-01"), said(clause));
    }

    @Test
    void an_exception_before_the_document_is_counted() {
        EffectsRead read = read("Bãi bỏ Điều 5, trừ khoản 2 Điều 5 Thông tư số 5/2019/TT-BVH.");
        assertEquals(1, read.events().size());
        assertEquals(1, read.unread().size());
    }
}
