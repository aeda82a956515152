package vn.loa.text.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On which day something ends, is replaced, pauses or resumes by a decree that commences on 1 July 2026. */
class ClauseDaysTest {

    private static EffectsRead read(String clause) {
        return ReadEvents.ofDecree(clause.replace(" | ", "\n\n"));
    }

    /** What the clause says, in short: "repeal 5/2019/TT-BVH 2027-01-01". */
    private static List<String> said(String clause) {
        return ReadEvents.lines(read(clause)).stream().filter(line -> !line.startsWith("commence"))
                .map(line -> line.replaceAll(" by 20/2026/NĐ-CP art_2__para_2\\S*", "")).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "Thông tư số 5/2019/TT-BVH hết hiệu lực thi hành.; 2026-07-01",
            "Kể từ ngày Nghị định này có hiệu lực, Thông tư số 5/2019/TT-BVH hết hiệu lực.; 2026-07-01",
            "Thông tư số 5/2019/TT-BVH hết hiệu lực từ ngày ký.; 2026-03-02",
            "Kể từ ngày 01 tháng 01 năm 2027, Thông tư số 5/2019/TT-BVH hết hiệu lực thi hành.; 2027-01-01",
            "Từ 00 giờ ngày 01/01/2027, Thông tư số 5/2019/TT-BVH hết hiệu lực.; 2027-01-01",
            "Kể từ ngày 01.01.2027, bãi bỏ Thông tư số 5/2019/TT-BVH.; 2027-01-01",
            "Thông tư số 5/2019/TT-BVH hết hiệu lực vào ngày 01/01/2027.; 2027-01-01",
            "Thông tư số 5/2019/TT-BVH hết hiệu lực thi hành từ 01/01/2027.; 2027-01-01",
            "Thông tư số 5/2019/TT-BVH hết hiệu lực kể từ 00 giờ ngày 01/01/2027.; 2027-01-01",
            "Thông tư số 5/2019/TT-BVH hết hiệu lực kể từ 24 giờ 00 phút ngày 31/12/2026.; 2027-01-01",
            "Thông tư số 5/2019/TT-BVH hết hiệu lực sau ngày 31/12/2026.; 2027-01-01",
            "Bãi bỏ Thông tư số 5/2019/TT-BVH ngày 02 tháng 3 năm 2019 kể từ ngày 01/01/2027.; 2027-01-01",
            "Bãi bỏ Thông tư số 5/2019/TT-BVH ngày 02 tháng 3 năm 2019.; 2026-07-01",
            "Bãi bỏ các văn bản sau đây kể từ ngày 01/01/2027: | a) Thông tư số 5/2019/TT-BVH | b) Quy định khác.; 2027-01-01",
            "Kể từ ngày 01/01/2027, bãi bỏ các văn bản sau đây: | a) Thông tư số 5/2019/TT-BVH | b) Quy định khác.; 2027-01-01",
            "Bãi bỏ các văn bản sau đây: | a) Thông tư số 5/2019/TT-BVH từ ngày 01/01/2027 | b) Quy định khác.; 2027-01-01",
            "Bãi bỏ Thông tư số 5/2019/TT-BVH của Bộ trưởng Bộ Văn hóa từ ngày 01/01/2027.; 2027-01-01",
            "Bãi bỏ Thông tư số 5/2019/TT-BVH của Bộ trưởng Bộ Văn hóa kể từ ngày 01/01/2027.; 2027-01-01",
            "Bãi bỏ Thông tư số 5/2019/TT-BVH của Bộ trưởng Bộ Văn hóa về biển hiệu kể từ 01/01/2027, trừ Điều 4.; 2027-01-01",
            "Bãi bỏ Thông tư số 5/2019/TT-BVH của Bộ trưởng Bộ Văn hóa kể từ ngày Nghị định này có hiệu lực.; 2026-07-01",
            "Bãi bỏ Thông tư số 5/2019/TT-BVH về hỗ trợ trẻ em từ 3 đến 5 tuổi.; 2026-07-01",
            "Bãi bỏ Thông tư số 5/2019/TT-BVH về quản lý biển hiệu sau khi cấp phép.; 2026-07-01",
            "Bãi bỏ Thông tư số 5/2019/TT-BVH “Quy định áp dụng kể từ ngày 01/01/2020”.; 2026-07-01",
            "Bãi bỏ Thông tư số 5/2019/TT-BVH “Quy định áp dụng từ ngày 01/01/2020” từ ngày 01/01/2027.; 2027-01-01"})
    void a_document_ends_on_the_day_that_the_sentence_names(String clause, String day) {
        String part = clause.contains("trừ Điều 4") ? "content " : "";
        assertEquals(List.of("repeal " + part + "5/2019/TT-BVH " + day), said(clause));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "Thông tư số 5/2019/TT-BVH hết hiệu lực khi Luật Quảng cáo có hiệu lực.",
            "Thông tư số 5/2019/TT-BVH hết hiệu lực sau 12 tháng kể từ ngày Nghị định này có hiệu lực.",
            "Kể từ ngày Luật Quảng cáo có hiệu lực, Thông tư số 5/2019/TT-BVH hết hiệu lực.",
            "Bãi bỏ Thông tư số 5/2019/TT-BVH kể từ ngày Luật Quảng cáo có hiệu lực.",
            "Bãi bỏ Thông tư số 5/2019/TT-BVH của Bộ trưởng Bộ Văn hóa từ ngày Luật Quảng cáo có hiệu lực.",
            "Bãi bỏ Thông tư số 5/2019/TT-BVH sau khi Luật Quảng cáo có hiệu lực.",
            "Bãi bỏ Thông tư số 5/2019/TT-BVH của Bộ trưởng Bộ Văn hóa sau khi Luật Quảng cáo có hiệu lực.",
            "Bãi bỏ Thông tư số 5/2019/TT-BVH về mức phí từ ngày 01/01/2027 đến ngày 31/12/2027.",
            "Bãi bỏ Thông tư số 5/2019/TT-BVH về mức phí áp dụng từ ngày 01/01/2020.",
            "Bãi bỏ Thông tư số 5/2019/TT-BVH về mức phí từ ngày 01/01/2027 của Bộ trưởng kể từ ngày 01/6/2027.",
            "Từ ngày Nghị quyết số 6/2019/NQ-HĐND hết hiệu lực, Thông tư số 5/2019/TT-BVH hết hiệu lực."})
    void a_day_that_is_not_understood_is_not_the_commencement(String clause) {
        assertEquals(List.of("repeal 5/2019/TT-BVH"), said(clause));
    }

    @Test
    void a_day_of_one_of_several_documents_is_not_that_of_the_others() {
        assertEquals(List.of("repeal 5/2019/TT-BVH", "repeal 6/2019/TT-BVH"),
                said("Bãi bỏ Thông tư số 5/2019/TT-BVH từ ngày 01/01/2027, Thông tư số 6/2019/TT-BVH."));
        assertEquals(List.of("repeal 5/2019/TT-BVH 2027-01-01", "repeal 6/2019/TT-BVH 2027-01-01"),
                said("Bãi bỏ Thông tư số 5/2019/TT-BVH, Thông tư số 6/2019/TT-BVH của Bộ trưởng từ ngày 01/01/2027."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "Nghị định này hết hiệu lực vào ngày 31 tháng 12 năm 2030.;  2030-12-31",
            "Nghị định này có hiệu lực từ ngày 01/7/2026 và hết hiệu lực kể từ ngày 31/12/2030.; 2030-12-31",
            "Nghị định này hết hiệu lực thi hành.; ",
            "Nghị định này hết hiệu lực khi Luật Quảng cáo có hiệu lực.; "})
    void a_document_does_not_end_when_it_begins(String clause, String day) {
        assertEquals(List.of("repeal 20/2026/NĐ-CP" + (day == null ? "" : " " + day)), said(clause));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "Tạm ngưng hiệu lực Thông tư số 5/2019/TT-BVH từ 00 giờ ngày 01/01/2027 đến 31/12/2027.; suspend 5/2019/TT-BVH 2027-01-01 to 2027-12-31",
            "Tạm ngưng hiệu lực Thông tư số 5/2019/TT-BVH của Bộ trưởng Bộ Văn hóa về biển hiệu từ ngày 01/01/2027.; suspend 5/2019/TT-BVH 2027-01-01",
            "Kể từ ngày 01/01/2027, tạm ngưng hiệu lực Thông tư số 5/2019/TT-BVH.; suspend 5/2019/TT-BVH 2027-01-01",
            "Tạm ngưng hiệu lực Thông tư số 5/2019/TT-BVH cho đến khi có quy định mới.; suspend 5/2019/TT-BVH 2026-07-01",
            "Kể từ ngày 01/01/2027, Thông tư số 5/2019/TT-BVH tiếp tục có hiệu lực.; resume 5/2019/TT-BVH 2027-01-01",
            "Thông tư số 5/2019/TT-BVH tiếp tục có hiệu lực từ 01/01/2027.; resume 5/2019/TT-BVH 2027-01-01",
            "Thông tư số 5/2019/TT-BVH tiếp tục có hiệu lực đến ngày 01/01/2027.; resume 5/2019/TT-BVH",
            "Nghị định này thay thế Nghị định số 12/2020/NĐ-CP từ ngày 01/01/2027.; replace 12/2020/NĐ-CP 2027-01-01",
            "Bãi bỏ Điều 5 Thông tư số 5/2019/TT-BVH kể từ ngày 01/01/2027.; repeal 5/2019/TT-BVH art_5 2027-01-01",
            "Kể từ ngày 01/01/2027, bãi bỏ Điều 5 Thông tư số 5/2019/TT-BVH.; repeal 5/2019/TT-BVH art_5 2027-01-01",
            "Sửa đổi khoản 2 Điều 5 Thông tư số 5/2019/TT-BVH của Bộ trưởng từ ngày 01/01/2027 như sau: “2. Không.”; amend 5/2019/TT-BVH art_5__para_2 2027-01-01",
            "Sửa đổi khoản 2 Điều 5 Thông tư số 5/2019/TT-BVH kể từ ngày 01/01/2027 như sau: “2. Không.”; amend 5/2019/TT-BVH art_5__para_2 2027-01-01"})
    void what_is_suspended_resumed_replaced_or_amended_has_its_own_day_too(String clause, String said) {
        assertEquals(List.of(said), said(clause));
    }

    @Test
    void an_end_with_a_day_that_no_pattern_reads_is_counted() {
        EffectsRead read = read("Nghị định này có hiệu lực từ ngày 01/7/2026 và Thông tư số 5/2019/TT-BVH hết hiệu lực từ ngày 01/01/2027.");
        assertEquals(1, read.unread().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Quyết định này có hiệu lực kể từ ngày ký, Quyết định số 12/2019/QĐ-UBND ngày 05/3/2019 của UBND tỉnh, hết hiệu lực thi hành.",
            "Quyết định này có hiệu lực kể từ ngày ký và Quyết định số 12/2019/QĐ-UBND, Quyết định số 13/2019/QĐ-UBND, hết hiệu lực từ ngày 01/01/2027."})
    void an_end_behind_another_document_is_not_that_of_the_text(String clause) {
        EffectsRead read = read(clause);
        assertEquals(List.of(), said(clause).stream().filter(line -> line.startsWith("repeal 20/2026")).toList());
        assertEquals(1, read.unread().size());
    }
}
