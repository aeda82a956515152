package vn.loa.imports;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.loa.support.Pages;
import vn.loa.text.structure.TextBlocks;

/** An official document from a printed gazette is imported with its whole tree of sections. */
@QuarkusTest
class OfficialPrintImportTest {

    private static final String PRINT = """
            CÔNG BÁO/Số 12/Ngày 01-02-2030
            7

            ỦY BAN NHÂN DÂN XÃ CÂY
            __________
            Số: 12/2030/QĐ-UBND
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            Xã Cây, ngày 05 tháng 02 năm 2030

            QUYẾT ĐỊNH
            Về trồng cây ở các tuyến đường của xã

            Căn cứ Luật Đất đai số 31/2024/QH15;
            Chương I
            QUY ĐỊNH CHUNG
            Điều 1. Trồng cây
            1. Mỗi nhà trồng một cây ở trước cửa, tưới cây mỗi ngày và báo cho trưởng ấp biết khi
            cây bị đổ, theo Kế hoạch số 3/KH-UBND ngày 04 tháng 01 năm 2030 của Ủy ban nhân dân

            CÔNG BÁO/Số 12/Ngày 01-02-2030
            8

            xã Cây về cây xanh:
            a) Cây to;
            b) Cây nhỏ.
            2. Trường học trồng hoa.
            Điều 9. Không có ở đây.
            Điều 2. Quyết định này có hiệu lực ngay./.

            TM. ỦY BAN NHÂN DÂN
            CHỦ TỊCH
            Lê Văn Cây

            Phụ lục
            DANH SÁCH CÂY
            1. Cây đa
            2. Cây đề
            """;

    @Test
    void a_print_becomes_a_directive_with_its_tree() {
        Pages.page(PRINT).queryParam("dryRun", true).post("/api/v1/imports").then().statusCode(200)
                .body("article.title", equalTo("Quyết định số 12/2030/QĐ-UBND về trồng cây ở các tuyến đường của xã"))
                .body("article.byline", nullValue())
                .body("article.directive.number", equalTo("12/2030/QĐ-UBND"))
                .body("article.directive.issuer", equalTo("Ủy ban nhân dân xã Cây"))
                .body("article.directive.issuedOn", equalTo("2030-02-05"))
                .body("article.sections.eId", contains("chp_I", "art_1", "art_1__para_1", "art_1__para_1__point_a",
                        "art_1__para_1__point_b", "art_1__para_2", "art_2", "annex_1"))
                .body("article.sections[2].parentEId", equalTo("art_1"))
                .body("article.sections[7].heading", equalTo("DANH SÁCH CÂY"));
    }

    @Test
    void the_same_tree_is_read_from_html() {
        String html = TextBlocks.paragraphs(PRINT).stream().map(paragraph -> "<p>" + paragraph + "</p>")
                .collect(Collectors.joining("\n", "<html><body><h1>Trồng cây</h1><div>", "</div></body></html>"));
        Pages.page(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8").queryParam("dryRun", true)
                .post("/api/v1/imports").then().statusCode(200)
                .body("article.title", equalTo("Trồng cây"))
                .body("article.directive.number", equalTo("12/2030/QĐ-UBND"))
                .body("article.sections.eId", contains("chp_I", "art_1", "art_1__para_1", "art_1__para_1__point_a",
                        "art_1__para_1__point_b", "art_1__para_2", "art_2", "annex_1"));
    }

    @Test
    void what_stands_around_the_sections_is_the_body_and_the_furniture_is_reported() {
        Pages.page(PRINT).queryParam("dryRun", true).post("/api/v1/imports").then().statusCode(200)
                .body("article.body", containsString("<p id=\"preamble__p_1\">ỦY BAN NHÂN DÂN XÃ CÂY</p>"))
                .body("article.body", containsString("<p id=\"closing__p_3\">Lê Văn Cây</p>"))
                .body("article.body", not(containsString("CÔNG BÁO")))
                .body("warnings.code", hasItems("print-furniture-left-out", "section-number-out-of-sequence"))
                .body("warnings.find { it.code == 'section-number-out-of-sequence' }.eId",
                        equalTo("art_1__para_2__p_2"));
    }

    @Test
    void a_scanned_print_is_reported_as_almost_without_text() {
        String heads = IntStream.range(7, 27).mapToObj(page -> "CÔNG BÁO/Số 12/Ngày 01-02-2030\n" + page + "\n\n")
                .collect(Collectors.joining());
        Pages.page("BỘ CÂY XANH\n\n" + heads + "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nLê Văn Cây\n").queryParam("dryRun", true)
                .post("/api/v1/imports").then().statusCode(200)
                .body("warnings.find { it.code == 'almost-no-text' }.message", containsString("20 pages"));
        Pages.page(PRINT).queryParam("dryRun", true).post("/api/v1/imports").then().statusCode(200)
                .body("warnings.code", not(hasItem("almost-no-text")));
    }

    @Test
    void a_print_is_stored_and_read_again_with_its_tree() {
        String id = Pages.publish(PRINT);
        given().get("/api/v1/articles/{id}/sections/art_1__para_1__point_b", id).then()
                .statusCode(200).body("paragraphs[0].text", equalTo("Cây nhỏ."));
    }
}
