package vn.loa.imports;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Pages;

/** Pages in other encodings are imported with the letters that they were written with, and a warning says what was changed. */
@QuarkusTest
class ImportEncodingTest {

    private static final String NEWS = "Củng cố tổ hòa giải\n\nNgày 08:00:00 01-06-2024\n\nMỗi tổ hòa giải ở ấp có ít nhất một hòa giải viên nữ.\n";

    private static ValidatableResponse dryRun(byte[] body, String type) {
        return Pages.page(body, type).queryParam("dryRun", true).post("/api/v1/imports").then();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_byte_order_mark_says_the_encoding(String name) {
        byte[] body = ("\uFEFF" + NEWS).getBytes(Charset.forName(name));
        for (String type : new String[] {"text/plain", "text/plain; charset=utf-8", "text/plain; charset=iso-8859-1"}) {
            dryRun(body, type).statusCode(200).body("article.title", equalTo("Củng cố tổ hòa giải"))
                    .body("article.body", containsString("ít nhất một hòa giải viên nữ"));
        }
        String html = "<h1>Củng cố tổ hòa giải</h1><p>Mỗi tổ hòa giải ở ấp có ít nhất một hòa giải viên nữ, theo quy định mới.</p>";
        dryRun(("\uFEFF" + html).getBytes(Charset.forName(name)), "text/html").statusCode(200)
                .body("article.title", equalTo("Củng cố tổ hòa giải"));
    }

    @Test
    void a_page_whose_fonts_are_of_tcvn3() {
        byte[] page = ("<html><head><meta charset=windows-1252><style>p.Body { font-family:\".VnTime\"; }</style></head><body>"
                + "<h1><font face='.VnTimeH'>tuyªn truyÒn</font> <span style='font-family: .VnArial, sans-serif'>phßng ch¸y</span></h1>"
                + "<p class=Body>Nh©n d©n khu vùc nµy ®· ®­îc h­íng dÉn tr­íc mïa kh«, mçi hé cã mét b×nh ch÷a ch¸y.</p>"
                + "<p>Café, crème brûlée.</p></body></html>").getBytes(Charset.forName("windows-1252"));
        dryRun(page, "text/html").statusCode(200).body("article.title", equalTo("TUYÊN TRUYỀN phòng cháy"))
                .body("article.body", containsString("Nhân dân khu vực này đã được hướng dẫn trước mùa khô, mỗi hộ có một bình chữa cháy."))
                .body("article.body", containsString("Café, crème brûlée."))
                .body("warnings.code", hasItem("encoding-converted"));
    }

    @Test
    void fonts_that_kept_their_names_when_the_text_was_converted() {
        String page = "<h1>Tin</h1><p style='font-family:.VnTime'>Mỗi tổ hòa giải ở ấp có ít nhất một hòa giải viên nữ; có cá, có bé, có đá.</p>";
        dryRun(page.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8").statusCode(200)
                .body("article.body", containsString("có ít nhất một hòa giải viên nữ; có cá, có bé, có đá."))
                .body("warnings.code", not(hasItem("encoding-converted")));
    }

    @Test
    void a_file_of_tcvn3_that_says_nothing_about_itself() {
        String text = "Cñng cè tæ hßa gi¶i\n\nNgµy 08:00:00 01-06-2024\n\nMçi tæ hßa gi¶i ë Êp cã Ýt nhÊt mét hßa gi¶i viªn n÷, ®­îc b¬i d­ìng hµng n¨m.\n";
        dryRun(text.getBytes(StandardCharsets.ISO_8859_1), "text/plain").statusCode(200)
                .body("article.title", equalTo("Củng cố tổ hòa giải"))
                .body("article.body", containsString("ở ấp có ít nhất một hòa giải viên nữ, được"))
                .body("warnings.code", hasItem("encoding-converted"));
        dryRun(text.getBytes(StandardCharsets.UTF_8), "text/plain").statusCode(200)
                .body("article.title", equalTo("Củng cố tổ hòa giải"));
    }

    @Test
    void text_that_was_encoded_twice() {
        String twice = new String(NEWS.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        dryRun(twice.getBytes(StandardCharsets.UTF_8), "text/plain").statusCode(200)
                .body("article.title", equalTo("Củng cố tổ hòa giải"))
                .body("warnings.code", hasItem("encoded-twice"));
    }

    @Test
    void control_characters_between_the_letters() {
        dryRun(NEWS.replace("giải viên", "giải\u0000 \u001Bviên").getBytes(StandardCharsets.UTF_8), "text/plain").statusCode(200)
                .body("article.body", containsString("hòa giải viên nữ"))
                .body("warnings.code", hasItem("control-characters-dropped"));
    }

    @Test
    void a_page_in_latin_1_has_the_quotation_marks_of_windows() {
        byte[] page = "<h1>Fête</h1><p>Le préfet a déclaré : “nous l’avons signé” – hier, à l’unanimité, devant les élus.</p>"
                .getBytes(Charset.forName("windows-1252"));
        dryRun(page, "text/html; charset=iso-8859-1").statusCode(200)
                .body("article.body", containsString("“nous l’avons signé” –"));
    }
}
