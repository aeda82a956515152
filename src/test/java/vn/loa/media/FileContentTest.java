package vn.loa.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileContentTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource({"png,PNG", "jpg,JPEG", "gif,GIF"})
    void an_image_is_known_with_its_size(String format, FileType type) {
        assertEquals(new FileContent(type, new ImageSize(640, 31), false),
                FileContent.of(Files.image(format, 640, 31)).orElseThrow());
    }

    @Test
    void webp_is_known_in_each_of_its_forms() {
        FileContent dot = new FileContent(FileType.WEBP, new ImageSize(1, 1), false);
        assertEquals(dot, FileContent.of(Files.WEBP).orElseThrow());
        assertEquals(dot, FileContent.of(Files.LOSSLESS_WEBP).orElseThrow());
        assertEquals(new ImageSize(0x123457, 2), FileContent.of(bytes("RIFF\u0016\0\0\0WEBPVP8X\n\0\0\0\0\0\0\0"
                + "\u0056\u0034\u0012\u0001\0\0")).orElseThrow().size());
    }

    @Test
    void a_bomb_costs_no_more_than_its_header() {
        byte[] bomb = Files.image("png", 10, 10);
        Arrays.fill(bomb, 17, 20, (byte) 0xFF);
        Arrays.fill(bomb, 21, 24, (byte) 0xFF);
        assertTrue(FileContent.of(bomb).orElseThrow().size().width() > 16_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%PDF-1.4\n", "%PDF-2.0\n", "\u00ef\u00bb\u00bf%PDF-1.4\n", "\n\n%PDF-1.7",
            "\u001b%-12345X@PJL\r\n%PDF-1.4\n"})
    void a_pdf_is_known_by_its_header_and_its_end(String start) {
        assertEquals(FileType.PDF, FileContent.of(bytes(start + "1 0 obj\nstartxref\n9\n%%EOF")).orElseThrow().type());
        assertTrue(FileContent.of(bytes(start + "1 0 obj\nstartxref")).isEmpty());
        assertTrue(FileContent.of(bytes(start + "1 0 obj\n%%EOF")).isEmpty());
        assertTrue(FileContent.of(bytes("<script>1</script>" + start + "1 0 obj\nstartxref\n9\n%%EOF")).isEmpty());
        assertTrue(FileContent.of(bytes(" ".repeat(1024) + start + "1 0 obj\nstartxref\n9\n%%EOF")).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "<html>", "<svg xmlns='http://www.w3.org/2000/svg'/>", "GIF89a", "GIF89a\0\0\0\0",
            "\u00ff\u00d8\u00ff", "\u00ff\u00d8\u00ff\u00e0\0\0", "\u00ff\u00d8\u00ff\u00da\0\4", 
            "\u0089PNG\r\n\u001a\n", "RIFF\u0004\0\0\0WEBP", "PK\u0003\u0004", "%PDF-", "%PDF-x startxref %%EOF",
            "MZ", "BM"})
    void what_is_no_whole_file_of_a_known_type(String text) {
        assertTrue(FileContent.of(bytes(text)).isEmpty());
    }

    @Test
    void no_beginning_of_a_file_and_no_noise_breaks_it() {
        Random random = new Random(7);
        for (byte[] file : new byte[][] {Files.image("png", 9, 9), Files.image("gif", 9, 9), Files.image("jpg", 9, 9),
                Files.WEBP, Files.LOSSLESS_WEBP, Files.pdf(300)}) {
            for (int length = 0; length < file.length; length++) {
                FileContent.of(Arrays.copyOf(file, length));
                byte[] damaged = file.clone();
                damaged[length] = (byte) random.nextInt();
                FileContent.of(damaged);
            }
        }
    }
}
