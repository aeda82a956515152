package vn.loa.text.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.text.structure.Subject;

/** Instructions of amending texts. */
class InstructionsTest {
    private static final Subject DECREE = ReadEvents.subject("Nghị định", "20/2026/NĐ-CP", "2026-03-02");
    private static final String BY = " by 20/2026/NĐ-CP ";

    private static EffectsRead read(String instructions) {
        return ReadEvents.read("NGHỊ ĐỊNH\n\nĐiều 1. Sửa đổi, bổ sung một số điều của Nghị định số 5/2019/NĐ-CP ngày 02 tháng 3 năm 2019\n\n"
                + instructions + "\n\nĐiều 2. Hiệu lực thi hành\n\nNghị định này có hiệu lực từ ngày 01 tháng 7 năm 2026.\n", DECREE);
    }

    private static List<String> lines(String instructions) {
        return read(instructions).events().stream().filter(event -> event.source() == EffectSource.INSTRUCTION).map(ReadEvents::line).toList();
    }

    @Test
    void the_common_forms_are_events_from_the_day_of_the_amending_text() {
        assertEquals(List.of("amend 5/2019/NĐ-CP art_5__para_2" + BY + "art_1__para_1 2026-07-01",
                "insert 5/2019/NĐ-CP art_7a" + BY + "art_1__para_2 2026-07-01",
                "repeal 5/2019/NĐ-CP art_8__para_1__point_b" + BY + "art_1__para_3 2026-07-01",
                "repeal 5/2019/NĐ-CP art_9" + BY + "art_1__para_3 2026-07-01",
                "replace-phrase phrase 5/2019/NĐ-CP art_10__para_2 “biển gỗ” “biển”" + BY + "art_1__para_4 2026-07-01",
                "replace-phrase phrase 5/2019/NĐ-CP art_11 “bằng gỗ”" + BY + "art_1__para_5 2026-07-01",
                "insert phrase 5/2019/NĐ-CP art_12 “và đèn”" + BY + "art_1__para_6 2026-07-01"), lines("""
                        1. Sửa đổi, bổ sung khoản 2 Điều 5 như sau:

                        “2. Biển hiệu theo khoản 9 Điều 77 của Luật này.”.

                        2. Bổ sung Điều 7a vào sau Điều 7 như sau:

                        “Điều 7a. Đèn báo”.

                        3. Bãi bỏ điểm b khoản 1 Điều 8, Điều 9.

                        4. Thay thế cụm từ “biển gỗ” bằng cụm từ “biển” tại khoản 2 Điều 10.

                        5. Bỏ cụm từ “bằng gỗ” tại Điều 11.

                        6. Bổ sung cụm từ “và đèn” vào sau cụm từ “biển” tại Điều 12.
                        """));
    }

    @Test
    void a_word_that_is_repeated_without_end_keeps_no_other_instruction_from_being_read() {
        assertEquals(List.of("repeal 5/2019/NĐ-CP art_9" + BY + "art_1__para_2 2026-07-01"), lines("""
                1. Sửa đổi %skhoản %s như sau:

                2. Bãi bỏ Điều 9.
                """.formatted("các ".repeat(20_000), "mục ".repeat(20_000))));
    }

    @Test
    void points_below_an_instruction_name_parts_of_its_provision() {
        assertEquals(List.of("amend 5/2019/NĐ-CP art_5__para_2" + BY + "art_1__para_1__point_a 2026-07-01",
                "insert 5/2019/NĐ-CP art_5__para_2a" + BY + "art_1__para_1__point_b 2026-07-01",
                "amend heading 5/2019/NĐ-CP art_6" + BY + "art_1__para_2 2026-07-01"), lines("""
                        1. Sửa đổi, bổ sung một số khoản của Điều 5 như sau:

                        a) Sửa đổi, bổ sung khoản 2 như sau:

                        “2. Biển hiệu.”;

                        b) Bổ sung khoản 2a vào sau khoản 2 như sau:

                        “2a. Đèn báo.”.

                        2. Sửa đổi tên Điều 6 như sau:

                        “Điều 6. Đèn”.
                        """));
    }

    @Test
    void one_line_gives_two_instructions_and_what_amended_the_part_before_is_no_target() {
        assertEquals(List.of("amend 5/2019/NĐ-CP art_5__para_2" + BY + "art_1__para_1 2026-07-01",
                "repeal 5/2019/NĐ-CP art_5__para_3" + BY + "art_1__para_1 2026-07-01",
                "amend 5/2019/NĐ-CP art_6" + BY + "art_1__para_2 2026-07-01"), lines("""
                        1. Sửa đổi khoản 2 Điều 5 và bãi bỏ khoản 3 Điều 5.

                        2. Sửa đổi Điều 6 (đã được sửa đổi tại khoản 1 Điều 1 Nghị định số 9/2021/NĐ-CP) như sau:

                        “Điều 6. Đèn”.
                        """));
    }

    @Test
    void an_instruction_that_is_not_understood_is_counted() {
        EffectsRead read = read("1. Sửa đổi Bước 5 như sau:\n\n“Bước 5. Không.”\n\n2. Bãi bỏ Điều 3.");
        assertEquals(1, read.unread().size());
    }

    @Test
    void several_pairs_of_phrases_have_their_own_places_or_share_those_behind_them() {
        assertEquals(List.of("replace-phrase phrase 5/2019/NĐ-CP art_5 “sáu” “bảy”" + BY + "art_1__para_1 2026-07-01",
                "replace-phrase phrase 5/2019/NĐ-CP art_6 “gỗ” “đá”" + BY + "art_1__para_1 2026-07-01",
                "replace-phrase phrase 5/2019/NĐ-CP art_7 “một” “hai”" + BY + "art_1__para_2 2026-07-01",
                "replace-phrase phrase 5/2019/NĐ-CP art_7 “ba” “bốn”" + BY + "art_1__para_2 2026-07-01",
                "replace-phrase phrase 5/2019/NĐ-CP art_8 “cột”" + BY + "art_1__para_3 2026-07-01",
                "replace-phrase phrase 5/2019/NĐ-CP art_8 “kèo”" + BY + "art_1__para_3 2026-07-01"), lines("""
                        1. Thay thế cụm từ “sáu” bằng cụm từ “bảy” tại Điều 5, cụm từ “gỗ” bằng cụm từ “đá” tại Điều 6.

                        2. Thay thế cụm từ “một” bằng cụm từ “hai”, cụm từ “ba” bằng cụm từ “bốn” tại Điều 7.

                        3. Bỏ cụm từ “cột”, “kèo” tại Điều 8.
                        """));
    }

    @Test
    void a_list_of_phrases_instead_of_another_list_is_not_understood() {
        EffectsRead read = read("1. Thay thế các cụm từ “một”, “hai” bằng các cụm từ “ba”, “bốn” tại Điều 7.\n\n2. Bãi bỏ Điều 3.");
        assertEquals(1, read.unread().size());
    }

    @Test
    void forms_and_other_parts_without_an_address_are_named_in_the_words_of_the_text() {
        List<String> named = read("1. Thay thế Mẫu số 02 ban hành kèm theo Nghị định số 5/2019/NĐ-CP bằng Mẫu số 02 ban hành kèm theo Nghị định này.\n\n"
                + "2. Bãi bỏ Mẫu số 08 Phụ lục I.\n\n3. Bổ sung Mục 3 vào sau Mục 2 Chương III như sau:\n\n“Mục 3. ĐÈN”.").events().stream()
                .filter(event -> event.source() == EffectSource.INSTRUCTION).map(event -> event.kind() + " " + event.target().named()).toList();
        assertEquals(List.of("REPLACE Mẫu số 02", "REPEAL Mẫu số 08 Phụ lục I", "INSERT Mục 3"), named);
    }

    @Test
    void plans_that_amend_nothing_have_no_instructions() {
        EffectsRead read = ReadEvents.read("""
                KẾ HOẠCH

                Điều 1. Nhiệm vụ

                1. Bổ sung nguồn lực cho các xã.

                2. Sửa đổi quy trình tiếp dân theo Điều 5 của quy chế.
                """, null);
        assertEquals(List.of(), read.events());
        assertEquals(List.of(), read.unread());
    }
}
