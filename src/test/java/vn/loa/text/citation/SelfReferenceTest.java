package vn.loa.text.citation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Paragraph;

class SelfReferenceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Chỉ thị | kết quả thực hiện Chỉ thị này./.                | Chỉ thị này
            Chỉ thị | kiểm tra việc thực hiện Chỉ thị; xử lý vi phạm  | Chỉ thị
            Chỉ thị | Chỉ thị có hiệu lực từ ngày ký.                 | Chỉ thị
            Chỉ thị | việc thực hiện Chỉ thị, Ban Thường vụ giao      | Chỉ thị
            chi thi | thực hiện Chỉ thị này                           | Chỉ thị này
            Chỉ thị | Chỉ thị số 22-CT/TU, Chỉ thị 23 và Chỉ thị của Đảng | -
            Chỉ thị | Chỉ thị về rừng, Chỉ thị “Về rừng”, các Chỉ thị | -
            Chỉ thị | các nghị quyết, Chỉ thị, Nghị quyết của Đảng    | -
            Chỉ thị | chỉ thị này viết thường                         | -
            Quy định | Quy định rõ trách nhiệm; thi hành Quy định này | Quy định này
            Luật    | theo Luật này và Luật Đất đai, Bộ luật Dân sự   | Luật này
            -       | Chỉ thị này                                     | -""")
    void a_document_speaks_of_itself_by_its_type_word(String type, String text, String raw) {
        List<String> found = CitationFinder.selfReferences(List.of(new Paragraph(new EId("p_1"), text)), type)
                .stream().map(reference -> reference.raw()
                        + (text.startsWith(reference.raw(), reference.start()) ? "" : " misplaced")).toList();
        assertEquals(raw == null ? List.of() : List.of(raw), found);
    }
}
