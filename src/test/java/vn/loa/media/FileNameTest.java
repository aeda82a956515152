package vn.loa.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    private static String name(String given) {
        return FileName.of(given, FileType.PDF).orElseThrow().value();
    }

    @ParameterizedTest
    @CsvSource({"a.pdf,a.pdf", "A.PDF,A.PDF", "a,a.pdf", "a.html,a.html.pdf", "a.pdf.exe,a.pdf.exe.pdf",
            "C:\\Users\\x\\a.pdf,a.pdf",
            "../../etc/passwd,passwd.pdf", "/a.pdf,a.pdf", "..a.pdf,a.pdf", "' a  b .pdf. ','a b .pdf'", ".pdf,pdf.pdf",
            "22-CT/TU.pdf,22-CT-TU.pdf", "41/QĐ-UBND.pdf,41-QĐ-UBND.pdf", "Nghị định 30/2020/NĐ-CP,Nghị định 30-2020-NĐ-CP.pdf",
            "C:\\Tài liệu\\Quyet dinh 41/QD-UBND.pdf,Quyet dinh 41-QD-UBND.pdf", "Số 45/2019/QH14.pdf,Số 45-2019-QH14.pdf",
            "2024/anh.pdf,anh.pdf", "thang-5/41/bien ban.pdf,bien ban.pdf", "Chỉ thị 22.pdf,Chỉ thị 22.pdf"})
    void a_name_has_no_path_and_the_extension_of_its_type(String given, String expected) {
        assertEquals(expected, name(given));
    }

    @Test
    void a_name_is_one_line_of_characters_that_can_be_seen() {
        assertEquals("a b.pdf", name("a\r\nb\u0000.pdf"));
        assertEquals("afdp.pdf", name("a\u202efdp.\u2066pdf"));
        assertEquals("Hòa.pdf", name(Normalizer.normalize("Hòa.pdf", Normalizer.Form.NFD)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "/", "a/", "\\", "\u200b", "\u3164", "\n"})
    void a_name_of_nothing_is_none(String given) {
        assertTrue(FileName.of(given, FileType.PDF).isEmpty());
    }

    @Test
    void a_long_name_is_cut_and_keeps_its_extension() {
        assertEquals("a".repeat(196) + ".pdf", name("a".repeat(500) + ".pdf"));
        assertEquals("a" + "\ud83d\ude00".repeat(97) + ".pdf", name("a" + "\ud83d\ude00".repeat(300)));
    }

    @Test
    void a_jpeg_may_be_called_jpeg() {
        assertEquals("a.jpeg", FileName.of("a.jpeg", FileType.JPEG).orElseThrow().value());
        assertEquals("a.jpg", FileName.of("a", FileType.JPEG).orElseThrow().value());
    }

    @Test
    void the_number_of_a_document_is_offered_in_both_forms() {
        assertEquals("inline; filename=\"41-QD-UBND.pdf\"; filename*=UTF-8''41-Q%C4%90-UBND.pdf",
                FileName.of("41/QĐ-UBND.pdf", FileType.PDF).orElseThrow().disposition("inline"));
    }

    @Test
    void a_name_follows_the_type_of_a_scaled_image() {
        assertEquals("a.b.jpg", new FileName("a.b.webp").as(FileType.JPEG).value());
        assertEquals("a.JPEG", new FileName("a.JPEG").as(FileType.JPEG).value());
    }

    @Test
    void headers_have_the_name_in_both_forms() {
        assertEquals("inline; filename=\"Chi thi Dat.pdf\"; "
                + "filename*=UTF-8''Ch%E1%BB%89%20th%E1%BB%8B%20%C4%90%E1%BA%A5t.pdf",
                new FileName("Chỉ thị Đất.pdf").disposition("inline"));
        assertEquals("attachment; filename=\"_a__b_20;c*.pdf\"; filename*=UTF-8''%22a%22%5Cb%2520%3Bc%2A.pdf",
                new FileName("\"a\"\\b%20;c*.pdf").disposition("attachment"));
        assertEquals("inline; filename=\"__.pdf\"; filename*=UTF-8''%E6%96%87%E4%BB%B6.pdf",
                new FileName("文件.pdf").disposition("inline"));
    }
}
