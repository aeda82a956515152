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
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Pages;

/** PDF and Word files are imported as the plain text of them is, whatever program made them. */
@QuarkusTest
class FileImportTest {

    private static final Map<String, Response> ANSWERS = new HashMap<>();

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

    /** Read once for all tests that look at the answer, because each reading starts a process. */
    private static ValidatableResponse dryRun(String name, String type) {
        return ANSWERS.computeIfAbsent(name, file -> Pages.page(read(file), type).queryParam("dryRun", true).post("/api/v1/imports"))
                .then().statusCode(200);
    }

    private static ValidatableResponse dryRun(String name) {
        return dryRun(name, type(name));
    }

    private static JsonPath json(String name) {
        return dryRun(name).extract().jsonPath();
    }

    private static JsonPath ofText(String name) {
        return dryRun("sources/" + name.substring(0, name.indexOf('.')) + ".txt", "text/plain").extract().jsonPath();
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
        JsonPath file = json(name);
        JsonPath text = ofText(name);
        assertEquals(text.getMap("article.directive"), file.getMap("article.directive"));
        assertEquals(text.getList("article.sections.eId"), file.getList("article.sections.eId"));
        assertEquals(text.getList("article.sections.marker"), file.getList("article.sections.marker"));
        assertEquals(text.getList("article.sections.heading"), file.getList("article.sections.heading"));
        assertEquals(words(text), words(file));
        assertEquals(text.getString("article.body"), file.getString("article.body"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bao-hai-cot.libreoffice.pdf", "bao-hai-cot.chromium.pdf", "bao-hai-cot.cairo.pdf", "tin-font-cu.docx", "tin-font-cu.doc"})
    void an_article_is_read_as_its_plain_text_is(String name) {
        JsonPath file = json(name);
        JsonPath text = ofText(name);
        assertEquals(text.getString("article.title"), file.getString("article.title"));
        assertEquals(text.getString("article.body"), file.getString("article.body"));
        assertEquals(text.getString("found.publishedAt"), file.getString("found.publishedAt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quyet-dinh.docx", "quyet-dinh.doc", "quyet-dinh.libreoffice.pdf", "quyet-dinh.cairo.pdf"})
    void footnotes_stand_at_their_marks(String name) {
        dryRun(name)
                .body("article.sections.find { it.eId == 'art_1__para_1' }.notes.number", contains("1"))
                .body("article.sections.find { it.eId == 'art_1__para_1' }.notes[0].paragraphs[0].text",
                        equalTo("Cách đo theo Thông tư số 20/2005/TT-BXD ngày 20 tháng 12 năm 2005 của Bộ Xây dựng."))
                .body("article.sections.find { it.eId == 'art_2' }.notes.number", contains("2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quyet-dinh.docx", "quyet-dinh.doc", "quyet-dinh.libreoffice.pdf", "quyet-dinh.chromium.pdf", "quyet-dinh.cairo.pdf"})
    void a_table_has_its_rows_and_cells(String name) {
        dryRun(name)
                .body("article.sections.find { it.eId == 'art_2' }.paragraphs[1].rows.size()", equalTo(4))
                .body("article.sections.find { it.eId == 'art_2' }.paragraphs[1].text",
                        containsString("1 | Phố chính có hè rộng trên năm mét | 160\n2 | Phố nhánh | 90"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quyet-dinh.docx", "quyet-dinh.doc"})
    void tracked_changes_are_said(String name) {
        dryRun(name).body("warnings.code", hasItem("tracked-changes"))
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
    void headings_heads_of_pages_and_own_marks_of_notes_are_what_word_shows() {
        byte[] file = WordFile.of("""
                <w:p><w:r><w:t>Tin của xã</w:t></w:r></w:p>
                <w:p><w:pPr><w:pStyle w:val="T1"/></w:pPr><w:r><w:t>Trồng cây</w:t></w:r></w:p>
                <w:p><w:r><w:t>Xã trồng cây</w:t></w:r><w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>*</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>
                <w:p><w:pPr><w:pStyle w:val="H2"/></w:pPr><w:r><w:t>Tưới cây</w:t></w:r></w:p>
                <w:p><w:r><w:t>Xã tưới cây.</w:t></w:r></w:p>
                """)
                .withPart("styles", "styles", "<w:style w:type=\"paragraph\" w:styleId=\"T1\"><w:name w:val=\"Tiêu đề 1\"/></w:style>"
                        + "<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:name w:val=\"heading 2\"/></w:style>")
                .withPart("header", "hdr", WordFile.paragraph("Bản tin số 5"))
                .withPart("footer", "ftr", WordFile.paragraph("Trang 1"))
                .withPart("footnotes", "footnotes", "<w:footnote w:id=\"2\"><w:p><w:r><w:t xml:space=\"preserve\">* Cây sao đen.</w:t></w:r></w:p></w:footnote>").bytes();
        dryRun(file, WordFile.DOCX).statusCode(200).body("article.title", equalTo("Tin của xã"))
                .body("article.body", containsString(">Trồng cây</h2>")).body("article.body", containsString(">Tưới cây</h3>"))
                .body("article.body", containsString(">Xã trồng cây.</p>")).body("article.body", containsString("[1] Cây sao đen.</p>"))
                .body("warnings.find { it.code == 'print-furniture-left-out' }.near", equalTo("Bản tin số 5"))
                .body("found.leftOut.text", hasItem("Trang 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"w:ascii='.VnTime' w:hAnsi='.VnTime'", "w:hAnsi='.VnTime'", "w:ascii='.VnTime'",
            "w:ascii='Times New Roman' w:hAnsi='.VnTime'"})
    void letters_of_a_word_file_are_read_by_their_font(String fonts) {
        byte[] file = WordFile.of("<w:p><w:r><w:rPr><w:rFonts " + fonts + "/></w:rPr><w:t>C\u00e9ng hßa x\u00b7 héi chñ nghÜa</w:t></w:r></w:p>"
                + "<w:p><w:r><w:rPr><w:rFonts " + fonts + "/></w:rPr><w:t>H\u00b5 Néi, ngµy mét th\u00b8ng n\u00a8m trång c\u00a9y xanh</w:t></w:r></w:p>").bytes();
        dryRun(file, WordFile.DOCX).statusCode(200).body("article.title", equalTo("Cộng hòa xã hội chủ nghĩa"))
                .body("article.body", containsString("Hà Nội, ngày một tháng năm trồng cây xanh"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tin-font-cu.docx", "tin-font-cu.doc"})
    void both_encodings_from_before_unicode_are_said(String name) {
        dryRun(name).body("warnings.findAll { it.code == 'encoding-converted' }.message",
                contains(containsString("TCVN3"), containsString("VNI")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tin-nhan-manh.docx", "tin-nhan-manh.doc"})
    void bold_and_italic_words_of_a_word_file_stay(String name) {
        dryRun(name).body("article.title", equalTo("Xã trồng cây bên đường"))
                .body("article.body", containsString("Sáng nay xã <strong>trồng hai trăm cây sao đen</strong>, và <em>mỗi nhà</em> nhận "
                        + "<strong><em>một cây</em></strong> để tưới.</p>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tin-nhan-manh.docx", "tin-nhan-manh.doc"})
    void notes_with_marks_of_the_authors_own_are_notes(String name) {
        dryRun(name)
                .body("article.body", containsString(">Cây sao đen lớn chậm; cây bàng lớn nhanh, cây đề sống lâu.</p>"))
                .body("article.body", containsString(">[1] Tên khoa học là Hopea odorata.</p>"))
                .body("article.body", containsString(">[2] Rụng lá vào mùa khô.</p>"))
                .body("article.body", containsString(">[3] Trồng ở cổng làng.</p>"));
    }

    @Test
    void twelve_files_at_once_are_all_read_and_readers_are_answered_meanwhile() {
        ExecutorService senders = Executors.newFixedThreadPool(12);
        try {
            byte[] file = read("thong-tu.docx");
            List<Future<Integer>> answers = IntStream.range(0, 12).mapToObj(i -> senders.submit(() ->
                    Pages.page(file, WordFile.DOCX).queryParam("dryRun", true).post("/api/v1/imports").statusCode())).toList();
            given().get("/api/v1/articles").then().statusCode(200);
            for (Future<Integer> answer : answers) {
                assertEquals(200, answer.get(2, TimeUnit.MINUTES));
            }
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        } finally {
            senders.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            .VnTime,        C\u00e9ng h\u00dfa x\u00b7 h\u00e9i, H\u00b5 N\u00e9i trång c\u00a9y xanh n\u00a8m nay.
            ABCDEF+.VnTime, C\u00e9ng h\u00dfa x\u00b7 h\u00e9i, H\u00b5 N\u00e9i trång c\u00a9y xanh n\u00a8m nay.
            VNI-Times,        Coäng hoøa xaõ hoäi, Haø Noäi troàng caây xanh naêm nay.
            ABCDEF+VNI-Times, Coäng hoøa xaõ hoäi, Haø Noäi troàng caây xanh naêm nay.
            """)
    void letters_of_a_pdf_are_read_by_their_font(String font, String title, String sentence) {
        String page = "BT /F1 14 Tf 72 700 Td (" + title + ") Tj 0 -40 Td (" + sentence + ") Tj ET";
        String pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>endobj\n"
                + "4 0 obj<</Type/Font/Subtype/TrueType/BaseFont/" + font + "/Encoding/WinAnsiEncoding>>endobj\n"
                + "5 0 obj<</Length " + page.length() + ">>stream\n" + page + "\nendstream endobj\ntrailer<</Root 1 0 R>>\n";
        dryRun(pdf.getBytes(StandardCharsets.ISO_8859_1), "application/pdf").statusCode(200)
                .body("article.title", equalTo("Cộng hòa xã hội")).body("article.body", containsString("Hà Nội trồng cây xanh năm nay."))
                .body("warnings.code", hasItem("encoding-converted"));
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
