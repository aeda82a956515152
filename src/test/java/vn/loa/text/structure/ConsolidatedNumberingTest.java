package vn.loa.text.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers in consolidated texts, where provisions were repealed, and annexes that tables name. */
class ConsolidatedNumberingTest {

    private static List<String> eIds(String... paragraphs) {
        return DirectiveText.parse(List.of(paragraphs)).allSections().stream().map(section -> section.eId().value()).toList();
    }

    @Test
    void the_number_of_a_repealed_item_may_come_again() {
        assertEquals(List.of("art_1", "art_1__para_1", "art_1__para_1__point_a", "art_1__para_1__point_b", "art_1__para_1__point_b_2",
                "art_1__para_2"), eIds("Điều 1. Chi phí", "1. Gồm có:", "a) Khám bệnh;", "b) (được bãi bỏ)", "b) Vận chuyển.", "2. Mức chi."));
    }

    @Test
    void two_missing_numbers_are_a_gap_where_the_list_goes_on() {
        assertEquals(List.of("art_1", "art_1__para_1", "art_1__para_2", "art_1__para_5", "art_1__para_6"),
                eIds("Điều 1. Chi phí", "1. Khám bệnh.", "2. Vận chuyển.", "5. Thuốc.", "6. Ăn uống."));
        assertEquals(List.of("art_1", "art_1__para_1", "art_1__para_2"),
                eIds("Điều 1. Chi phí", "1. Khám bệnh.", "2. Vận chuyển.", "5. Thuốc."));
    }

    @Test
    void a_cell_of_a_table_that_names_an_annex_opens_none() {
        assertEquals(List.of("art_1", "annex_I", "annex_II"), eIds("Điều 1. Mức chi", "Theo các phụ lục./.", "Phụ lục I", "MỨC TRỢ CẤP",
                "Thương binh", "Phụ lục II", "Bệnh binh", "Phụ lục II", "MỨC CỦA THƯƠNG BINH", "21% là 1.384.000"));
    }

    @Test
    void the_list_of_what_amended_a_text_needs_no_warning() {
        DirectiveText text = DirectiveText.parse(List.of("Thông tư số 37/2026/TT-BCX, được sửa đổi, bổ sung một số điều bởi các Thông tư sau đây:",
                "1. Thông tư số 04/2028/TT-BCX.", "2. Thông tư số 12/2029/TT-BCX.", "Điều 1. Phạm vi", "Trồng cây.", "Điều 2. Đối tượng", "Người trồng."));
        assertEquals(List.of("art_1", "art_2"), text.sections().stream().map(section -> section.eId().value()).toList());
        assertEquals(List.of(), text.warnings());
        assertEquals(2, DirectiveText.parse(List.of("Theo đề nghị của các đơn vị:", "1. Phòng Cây xanh.", "2. Phòng Công viên.", "Điều 1. Phạm vi",
                "Trồng cây.", "Điều 2. Đối tượng", "Người trồng.")).warnings().size());
    }
}
