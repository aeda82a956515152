package vn.loa.imports;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Pages;

/** PDF and Word files are imported as the plain text of them is, whatever program made them. */
@QuarkusTest
class FileImportTest {

    /** A file of {@code src/test/resources/files}. */
    static byte[] read(String name) {
        try (InputStream in = FileImportTest.class.getResourceAsStream("/files/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String type(String name) {
        return name.endsWith(".pdf") ? "application/pdf" : name.endsWith(".doc") ? "application/msword" : WordFile.DOCX;
    }

    private static ValidatableResponse dryRun(byte[] file, String type) {
        return Pages.page(file, type).queryParam("dryRun", true).post("/api/v1/imports").then();
    }

    private static JsonPath dryRun(String name) {
        return dryRun(read(name), type(name)).statusCode(200).extract().jsonPath();
    }

    private static JsonPath ofText(String name) {
        return dryRun(read("sources/" + name.substring(0, name.indexOf('.')) + ".txt"), "text/plain").statusCode(200).extract().jsonPath();
    }

    private static List<String> words(JsonPath report) {
        List<List<String>> sections = report.getList("article.sections.paragraphs.text");
        // A row of a table is a line of its paragraph; in the plain text it is a paragraph.
        return sections.stream().map(texts -> String.join("\n", texts)).collect(Collectors.toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"quyet-dinh.docx", "quyet-dinh.doc", "quyet-dinh.libreoffice.pdf", "quyet-dinh.chromium.pdf", "quyet-dinh.cairo.pdf",
            "thong-tu.docx", "thong-tu.doc", "thong-tu.libreoffice.pdf", "thong-tu.chromium.pdf", "thong-tu.cairo.pdf"})
    void an_official_document_is_read_as_its_plain_text_is(String name) {
        JsonPath file = dryRun(name);
        JsonPath text = ofText(name);
        assertEquals(text.getMap("article.directive"), file.getMap("article.directive"));
        assertEquals(text.getList("article.sections.eId"), file.getList("article.sections.eId"));
        assertEquals(text.getList("article.sections.marker"), file.getList("article.sections.marker"));
        assertEquals(text.getList("article.sections.heading"), file.getList("article.sections.heading"));
        assertEquals(words(text), words(file));
        assertEquals(text.getString("article.body"), file.getString("article.body"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bao-hai-cot.libreoffice.pdf", "bao-hai-cot.chromium.pdf", "bao-hai-cot.cairo.pdf", "tin-font-cu.docx"})
    void an_article_is_read_as_its_plain_text_is(String name) {
        JsonPath file = dryRun(name);
        JsonPath text = ofText(name);
        assertEquals(text.getString("article.title"), file.getString("article.title"));
        assertEquals(text.getString("article.body"), file.getString("article.body"));
        assertEquals(text.getString("found.publishedAt"), file.getString("found.publishedAt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quyet-dinh.docx", "quyet-dinh.doc", "quyet-dinh.libreoffice.pdf", "quyet-dinh.cairo.pdf"})
    void footnotes_stand_at_their_marks(String name) {
        dryRun(read(name), type(name)).statusCode(200)
                .body("article.sections.find { it.eId == 'art_1__para_1' }.notes.number", contains("1"))
                .body("article.sections.find { it.eId == 'art_1__para_1' }.notes[0].paragraphs[0].text",
                        equalTo("Cách đo theo Thông tư số 20/2005/TT-BXD ngày 20 tháng 12 năm 2005 của Bộ Xây dựng."))
                .body("article.sections.find { it.eId == 'art_2' }.notes.number", contains("2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quyet-dinh.docx", "quyet-dinh.doc", "quyet-dinh.libreoffice.pdf", "quyet-dinh.chromium.pdf", "quyet-dinh.cairo.pdf"})
    void a_table_has_its_rows_and_cells(String name) {
        dryRun(read(name), type(name)).statusCode(200)
                .body("article.sections.find { it.eId == 'art_2' }.paragraphs[1].rows.size()", equalTo(4))
                .body("article.sections.find { it.eId == 'art_2' }.paragraphs[1].text",
                        containsString("1 | Phố chính có hè rộng trên năm mét | 160\n2 | Phố nhánh | 90"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quyet-dinh.docx", "quyet-dinh.doc"})
    void tracked_changes_are_said(String name) {
        dryRun(read(name), type(name)).statusCode(200).body("warnings.code", hasItem("tracked-changes"))
                .body("warnings.find { it.code == 'tracked-changes' }.near", equalTo("hoặc chiều cao trên ba mét"));
    }

    @Test
    void word_shows_what_its_parts_say() {
        byte[] file = WordFile.of("""
                <w:p><w:r><w:t>Tin của xã</w:t></w:r></w:p>
                <w:p><w:pPr><w:pStyle w:val="Item"/></w:pPr><w:r><w:t>mục một</w:t></w:r></w:p>
                <w:p><w:pPr><w:pStyle w:val="Item"/></w:pPr><w:r><w:rPr><w:caps/></w:rPr><w:t>hai</w:t></w:r>
                  <w:r><w:rPr><w:vanish/></w:rPr><w:t> ẩn đi</w:t></w:r></w:p>
                <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Dòng này </w:t></w:r></w:p>
                <w:p><w:del><w:r><w:delText>đã bỏ </w:delText></w:r></w:del><w:r><w:t>nối với dòng sau</w:t></w:r>
                  <w:r><w:endnoteReference w:id="5"/></w:r></w:p>
                <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF x</w:instrText></w:r>
                  <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>trang 7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
                  <w:r><w:t xml:space="preserve"> và E = mc</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r></w:p>
                """)
                .withPart("styles", "styles", "<w:style w:type=\"paragraph\" w:styleId=\"Item\"><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>")
                .withPart("numbering", "numbering", "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"4\"/><w:numFmt w:val=\"upperRoman\"/>"
                        + "<w:lvlText w:val=\"(%1)\"/></w:lvl></w:abstractNum><w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/></w:num>")
                .withPart("endnotes", "endnotes", "<w:endnote w:id=\"5\"><w:p><w:r><w:t>Chú thích ở cuối.</w:t></w:r></w:p></w:endnote>").bytes();
        dryRun(file, WordFile.DOCX).statusCode(200).body("article.title", equalTo("Tin của xã"))
                .body("article.body", containsString("(IV) mục một")).body("article.body", containsString("(V) HAI</p>"))
                .body("article.body", containsString("Dòng này nối với dòng sau"))
                .body("article.body", containsString("trang 7 và E = mc²"))
                .body("article.body", containsString("[1] Chú thích ở cuối."))
                .body("warnings.code", hasItem("hidden-text-left-out"));
    }

    @Test
    void the_original_is_kept_as_an_attachment() {
        byte[] file = read("thong-tu.docx");
        dryRun(file, WordFile.DOCX).statusCode(200).body("article.attachments", hasSize(0));
        String id = Pages.page(file, WordFile.DOCX).queryParam("keepOriginal", true).queryParam("fileName", "05/2031/TT-BCX.docx")
                .queryParam("publish", true).post("/api/v1/imports").then().statusCode(201)
                .body("article.attachments.fileName", contains("05-2031-TT-BCX.docx"))
                .body("article.attachments.mediaType", contains(WordFile.DOCX)).extract().path("article.attachments[0].id");
        assertEquals(file.length, given().get("/api/v1/media/{id}", id).then().statusCode(200).contentType(WordFile.DOCX)
                .extract().asByteArray().length);
        given().get("/api/v1/articles").then().body("items", hasSize(1));
    }

    @Test
    void only_a_file_with_a_name_is_kept() {
        Pages.page(read("thong-tu.doc"), "application/msword").queryParam("keepOriginal", true).post("/api/v1/imports").then()
                .statusCode(400).body("errors.parameter", contains("fileName"));
        Pages.page(read("thong-tu.doc"), "application/msword").queryParam("keepOriginal", true).queryParam("fileName", "/")
                .post("/api/v1/imports").then().statusCode(400).body("errors.parameter", contains("fileName"));
        Pages.fixture("canonical.txt").queryParam("keepOriginal", true).queryParam("fileName", "a.txt").post("/api/v1/imports").then()
                .statusCode(400).body("errors.parameter", contains("keepOriginal"));
        given().get("/api/v1/articles").then().body("items", hasSize(0));
    }

    @Test
    void the_bytes_say_the_type_of_a_word_file() {
        dryRun(read("thong-tu.docx"), "application/msword").statusCode(200);
        dryRun(read("thong-tu.doc"), WordFile.DOCX).statusCode(200);
    }
}
