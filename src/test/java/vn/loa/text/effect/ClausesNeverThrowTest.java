package vn.loa.text.effect;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a sentence is made of, it is read without a fault, and what other sentences say stays. */
class ClausesNeverThrowTest {
    private static final List<String> PIECES = List.of("Sau khi giấy phép", "Từ ngày", "Kể từ ngày 01/01/2027", "Từ 10.000.000 đồng", "Từ Điều 5",
            "Vào", "Ngày 01.01.2027", "từ ngày 01/01/2027", "kể từ ngày ký", "đến hết ngày 31/12/2027", "hết hiệu lực", "hết hiệu lực thi hành một phần",
            "đều hết hiệu lực", "chưa hết hiệu lực", "có hiệu lực", "có hiệu lực thi hành", "ngưng hiệu lực", "tạm ngưng hiệu lực thi hành của",
            "được tạm ngưng hiệu lực", "tiếp tục có hiệu lực", "có hiệu lực trở lại", "thay thế", "bãi bỏ", "Bãi bỏ", "hủy bỏ toàn bộ các", "sửa đổi",
            "Sửa đổi, bổ sung", "Nghị định này", "Nghị định này thay thế", "Thông tư số 5/2019/TT-BVH", "Nghị quyết số 5/2019/NQ-HĐND ngày 02/3/2019",
            "của Bộ trưởng Bộ Văn hóa", "Điều 5", "khoản 2 Điều 5", "điểm a khoản 2", "các văn bản sau đây", "trừ Điều 4", "(trừ Điều 4)", "đối với",
            "“Quy định", "phí”", "như sau", "cụm từ", "tại", "Phụ lục I", "Chương III", "và", ",", ",", ",", ";", ".", ":", "(", ")", "24 giờ ngày 31/12/2026",
            "sau 45 ngày", "sau ngày", "99/99/2027", "được sửa đổi", "Điều này");
    private static final int SENTENCES = 4_000;
    private static final int LONGEST = 14;

    private static EffectsRead read(String clause) {
        return ReadEvents.ofDecree(clause + "\n\n3. Bãi bỏ Thông tư số 7/2019/TT-BVH.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sau khi giấy phép hết hiệu lực, tổ chức phải nộp lại giấy phép.",
            "Từ 10.000.000 đồng đến 20.000.000 đồng đối với hành vi sử dụng giấy phép đã hết hiệu lực, tẩy xóa;",
            "Từ ngày Nghị quyết số 5/2019/NQ-HĐND hết hiệu lực, các dự án được thực hiện theo quy định mới.",
            "Từ Điều 5 đến Điều 9 Nghị định này hết hiệu lực, có giá trị tham khảo.",
            "Sau khi Thông tư số 5/2019/TT-BVH bị tạm ngưng hiệu lực, hồ sơ được trả lại.",
            "Sau khi bãi bỏ Thông tư số 5/2019/TT-BVH, Nghị định này được áp dụng."})
    void a_clause_that_says_when_ends_nothing_itself(String clause) {
        assertEquals(List.of("commence 20/2026/NĐ-CP by 20/2026/NĐ-CP art_2__para_1 2026-07-01",
                "repeal 7/2019/TT-BVH by 20/2026/NĐ-CP art_2__para_3 2026-07-01"), ReadEvents.lines(read(clause)));
    }

    @Test
    void sentences_of_any_pieces_are_read() {
        Random random = new Random(31);
        for (int i = 0; i < SENTENCES; i++) {
            List<String> pieces = new ArrayList<>();
            for (int length = 1 + random.nextInt(LONGEST); length > 0; length--) {
                pieces.add(PIECES.get(random.nextInt(PIECES.size())));
            }
            String clause = String.join(" ", pieces).replace(" ,", ",").replace(" ;", ";").replace(" .", ".").replace(" :", ":");
            assertDoesNotThrow(() -> read(clause), clause);
        }
    }
}
