package vn.loa.text.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.text.structure.Subject;

/** Clauses of commencement, expiry, repeal, replacement and suspension. */
class ClausesTest {
    private static final Subject DECREE = ReadEvents.subject("Nghị định", "20/2026/NĐ-CP", "2026-03-02");

    private static EffectsRead read(String clauses) {
        return ReadEvents.read("""
                NGHỊ ĐỊNH
                Quy định về biển hiệu

                Điều 1. Phạm vi điều chỉnh

                Nghị định này quy định về biển hiệu.

                Điều 2. Hiệu lực thi hành

                """ + clauses, DECREE);
    }

    private static List<String> lines(String clauses) {
        return ReadEvents.lines(read(clauses));
    }

    @Test
    void a_document_commences_on_the_day_that_it_names() {
        assertEquals(List.of("commence 20/2026/NĐ-CP by 20/2026/NĐ-CP art_2 2026-07-01"),
                lines("Nghị định này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2026."));
        assertEquals(List.of("commence 20/2026/NĐ-CP by 20/2026/NĐ-CP art_2 2026-07-01 to 2027-06-30"),
                lines("Nghị định này có hiệu lực từ ngày 01/7/2026 đến hết ngày 30 tháng 6 năm 2027."));
    }

    @Test
    void the_day_of_signing_is_known_and_forty_five_days_later_is_not_worked_out() {
        assertEquals(List.of("commence 20/2026/NĐ-CP by 20/2026/NĐ-CP art_2 2026-03-02"),
                lines("Nghị định này có hiệu lực kể từ ngày ký ban hành."));
        assertEquals(List.of("commence 20/2026/NĐ-CP by 20/2026/NĐ-CP art_2"),
                lines("Nghị định này có hiệu lực thi hành sau 45 ngày kể từ ngày ký."));
    }

    @Test
    void a_part_without_an_address_is_never_the_whole_document() {
        for (String clause : List.of("Khoản 4 Chỉ thị số 22-CT/TU ngày 14 tháng 3 năm 2023 hết hiệu lực kể từ ngày 15 tháng 7 năm 2026.",
                "Bãi bỏ khoản 4 Chỉ thị số 22-CT/TU ngày 14 tháng 3 năm 2023.",
                "Nghị định này bãi bỏ khoản 4 Chỉ thị số 22-CT/TU ngày 14 tháng 3 năm 2023.",
                "Nghị định này thay thế khoản 4 Chỉ thị số 22-CT/TU ngày 14 tháng 3 năm 2023.",
                "Tạm ngưng hiệu lực khoản 4 Chỉ thị số 22-CT/TU ngày 14 tháng 3 năm 2023 đến hết ngày 31 tháng 12 năm 2026.",
                "Mục 2 Chỉ thị số 22-CT/TU ngày 14 tháng 3 năm 2023 hết hiệu lực kể từ ngày 15 tháng 7 năm 2026.",
                "Phụ lục 1 Chỉ thị số 22-CT/TU ngày 14 tháng 3 năm 2023 hết hiệu lực kể từ ngày 15 tháng 7 năm 2026.")) {
            EffectsRead read = read("1. Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2026.\n\n2. " + clause);
            List<Target> touched = read.events().stream().map(EffectEvent::target)
                    .filter(target -> !DECREE.equals(target.document())).toList();
            assertEquals(List.of(), touched.stream().filter(target -> target.named() == null).toList(), clause);
            assertTrue(touched.size() + read.unread().size() > 0, clause);
        }
    }

    @Test
    void provisions_commence_on_days_of_their_own() {
        assertEquals(List.of("commence 20/2026/NĐ-CP by 20/2026/NĐ-CP art_2__para_1 2026-07-01",
                "commence 20/2026/NĐ-CP art_1 by 20/2026/NĐ-CP art_2__para_2 2027-01-01",
                "commence content 20/2026/NĐ-CP art_3__para_2 by 20/2026/NĐ-CP art_2__para_3 2026-08-01"),
                lines("""
                        1. Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2026, trừ quy định tại khoản 2, khoản 3 Điều này.

                        2. Quy định tại Điều 1 Nghị định này có hiệu lực từ ngày 01 tháng 01 năm 2027.

                        3. Quy định về đèn báo tại khoản 2 Điều 3 Nghị định này có hiệu lực từ ngày 01 tháng 8 năm 2026.
                        """));
    }

    @Test
    void several_provisions_in_one_list_commence_wholly() {
        for (String named : List.of("Điều 1 và Điều 3", "Các điều 1 và 3", "các Điều 1 và 3", "Quy định tại các điều 1 và 3", "Riêng các điều 1, 3")) {
            assertEquals(List.of("commence 20/2026/NĐ-CP art_1 by 20/2026/NĐ-CP art_2 2027-01-01",
                    "commence 20/2026/NĐ-CP art_3 by 20/2026/NĐ-CP art_2 2027-01-01"),
                    lines(named + " Nghị định này có hiệu lực từ ngày 01 tháng 01 năm 2027."), named);
        }
    }

    @Test
    void an_exception_without_a_day_has_none() {
        assertEquals(List.of("commence 20/2026/NĐ-CP by 20/2026/NĐ-CP art_2 2026-07-01", "commence 20/2026/NĐ-CP art_1 by 20/2026/NĐ-CP art_2"),
                lines("Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2026, trừ Điều 1 Nghị định này."));
    }

    @Test
    void a_mention_of_a_commencement_is_none() {
        assertEquals(List.of(), lines("Hồ sơ nộp trước ngày Nghị định này có hiệu lực thi hành được giải quyết theo quy định cũ."));
        assertEquals(List.of("commence 20/2026/NĐ-CP by 20/2026/NĐ-CP art_2 2026-07-01"), lines("Nghị định này có hiệu lực từ ngày 01/7/2026"
                + " đến ngày các quy định về cơ chế đặc thù theo Nghị quyết số 29/2026/QH16 hết hiệu lực thi hành."));
    }

    @Test
    void what_ends_is_named_and_what_stands_in_its_title_is_not() {
        assertEquals(List.of("commence 20/2026/NĐ-CP by 20/2026/NĐ-CP art_2__para_1 2026-07-01",
                "repeal 5/2019/NĐ-CP by 20/2026/NĐ-CP art_2__para_2 2026-07-01", "repeal 6/2019/NĐ-CP by 20/2026/NĐ-CP art_2__para_2 2026-07-01"),
                lines("""
                        1. Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2026.

                        2. Nghị định số 5/2019/NĐ-CP ngày 02 tháng 3 năm 2019 của Chính phủ về biển hiệu, Nghị định số 6/2019/NĐ-CP ngày \
                        02 tháng 4 năm 2019 của Chính phủ sửa đổi một số điều của Nghị định số 5/2018/NĐ-CP hết hiệu lực kể từ ngày \
                        Nghị định này có hiệu lực thi hành.
                        """));
    }

    @Test
    void an_end_with_an_exception_is_the_end_of_a_part() {
        assertEquals("repeal content 5/2019/NĐ-CP by 20/2026/NĐ-CP art_2 2026-12-01", lines("Nghị định số 5/2019/NĐ-CP hết hiệu lực từ ngày"
                + " 01 tháng 12 năm 2026, trừ các chế độ quy định tại khoản 3 Điều này.").get(0));
    }

    @Test
    void the_items_of_a_list_end() {
        assertEquals(List.of("commence 20/2026/NĐ-CP by 20/2026/NĐ-CP art_2__para_1 2026-07-01",
                "repeal 5/2019/TT-BVH by 20/2026/NĐ-CP art_2__para_2__point_a 2026-07-01",
                "repeal 7/2019/TT-BVH art_3__para_1 by 20/2026/NĐ-CP art_2__para_2__point_b 2026-07-01"), lines("""
                        1. Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2026.

                        2. Các văn bản sau đây hết hiệu lực kể từ ngày Nghị định này có hiệu lực thi hành:

                        a) Thông tư số 5/2019/TT-BVH ngày 02 tháng 3 năm 2019;

                        b) Khoản 1 Điều 3 Thông tư số 7/2019/TT-BVH ngày 02 tháng 3 năm 2019.

                        3. Thông tư số 8/2019/TT-BVH ngày 02 tháng 3 năm 2019 được tiếp tục áp dụng.
                        """));
    }

    @Test
    void a_document_replaces_another_and_repeals_a_third() {
        assertEquals(List.of("commence 20/2026/NĐ-CP by 20/2026/NĐ-CP art_2__para_1 2026-03-02",
                "replace 41/2020/NĐ-CP by 20/2026/NĐ-CP art_2__para_1 2026-03-02",
                "repeal 2/2020/QĐ-TTg by 20/2026/NĐ-CP art_2__para_2 2026-03-02"), lines("""
                        1. Nghị định này có hiệu lực từ ngày ký và thay thế Nghị định số 41/2020/NĐ-CP ngày 11 tháng 3 năm 2020.

                        2. Bãi bỏ Quyết định số 2/2020/QĐ-TTg ngày 09 tháng 6 năm 2020 của Thủ tướng Chính phủ.
                        """));
    }

    @Test
    void a_suspension_is_no_repeal() {
        assertEquals(List.of("suspend 46/2026/NĐ-CP by 20/2026/NĐ-CP art_2 2026-02-04 to 2026-04-15"), lines("Tạm ngưng hiệu lực thi hành"
                + " Nghị định số 46/2026/NĐ-CP từ ngày 04 tháng 02 năm 2026 đến hết ngày 15 tháng 4 năm 2026."));
        assertEquals(List.of("resume 46/2026/NĐ-CP by 20/2026/NĐ-CP art_2 2026-04-16"),
                lines("Nghị định số 46/2026/NĐ-CP tiếp tục có hiệu lực thi hành từ ngày 16 tháng 4 năm 2026."));
    }

    @Test
    void what_is_not_understood_is_counted() {
        EffectsRead read = read("Nghị định này có hiệu lực từ ngày 01/7/2026, trừ các quy định về đèn báo.");
        assertEquals(1, read.events().size());
        assertEquals(1, read.unread().size());
    }
}
