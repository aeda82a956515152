package vn.loa.imports;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.loa.support.Pages;

/** A file that cannot be read, or that attacks its reader, gets a problem with the reason, and nothing is stored. */
@QuarkusTest
class FileRefusalTest {

    private static final String PDF = "application/pdf";

    @AfterEach
    void nothing_was_stored() {
        given().get("/api/v1/articles").then().body("items", empty());
    }

    private static ValidatableResponse send(byte[] file, String type) {
        return Pages.page(file, type).queryParam("publish", true).post("/api/v1/imports").then();
    }

    private static ValidatableResponse refused(byte[] file, String type, String reason) {
        return send(file, type).statusCode(422).body("code", equalTo("unreadable-file")).body("reason", equalTo(reason));
    }

    @Test
    void a_pdf_that_does_not_say_which_letters_its_signs_are() {
        refused(FileImportTest.read("khong-ro-chu.pdf"), PDF, "unknown-letters");
    }

    @Test
    void a_scan() throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < 3; i++) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawImage(LosslessFactory.createFromImage(document, new BufferedImage(40, 60, BufferedImage.TYPE_BYTE_GRAY)), 0, 0, 500, 700);
                }
            }
            refused(bytes(document), PDF, "scanned");
        }
    }

    @Test
    void a_pdf_without_anything() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            refused(bytes(document), PDF, "empty");
        }
    }

    @Test
    void an_encrypted_pdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
            refused(bytes(document), PDF, "encrypted");
        }
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Test
    void a_file_that_is_cut_off_or_noise() {
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);
        for (String name : new String[] {"thong-tu.docx", "thong-tu.doc"}) {
            byte[] file = FileImportTest.read(name);
            refused(Arrays.copyOf(file, file.length / 2), FileImportTest.type(name), "damaged");
            System.arraycopy(noise, 0, file, 1000, 4000);
            send(file, FileImportTest.type(name)).statusCode(422);
        }
        byte[] pdf = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        refused(pdf, PDF, "damaged");
        refused(noise, PDF, "other-format");
        send(new byte[0], PDF).statusCode(400).body("code", equalTo("malformed-body"));
        refused("{\\rtf1 xin chào}".getBytes(StandardCharsets.UTF_8), "application/msword", "other-format");
    }

    @Test
    void an_archive_that_is_no_document() {
        refused(new WordFile().with("xl/workbook.xml", "<workbook/>").bytes(), WordFile.DOCX, "other-format");
    }

    @Test
    void an_archive_that_unpacks_to_hundreds_of_megabytes() {
        byte[] blanks = new byte[200 << 20];
        Arrays.fill(blanks, (byte) ' ');
        byte[] file = WordFile.of("").with("word/document.xml", blanks).bytes();
        refused(file, WordFile.DOCX, "too-complex").body("detail", containsString("128 MB"));
    }

    @Test
    void entities_are_not_resolved() {
        String secret = "<!DOCTYPE w:document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        String bomb = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]>";
        for (String type : new String[] {secret, bomb}) {
            String document = "<?xml version=\"1.0\"?>" + type + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                    + "<w:body>" + WordFile.paragraph("Tin") + WordFile.paragraph("Nội dung &x; &c; của tin") + "</w:body></w:document>";
            send(WordFile.ofXml(document).bytes(), WordFile.DOCX).statusCode(422).body("detail", not(containsString("root")));
        }
    }

    @Test
    void what_is_nested_without_end() {
        refused(WordFile.of("<w:tbl><w:tr><w:tc>".repeat(5000) + "</w:tc></w:tr></w:tbl>".repeat(5000)).bytes(), WordFile.DOCX, "too-complex");
        refused(WordFile.of("<w:p>" + "<w:ins>".repeat(100_000) + "</w:ins>".repeat(100_000) + "</w:p>").bytes(), WordFile.DOCX, "too-complex");
        String arrays = "%PDF-1.7\n1 0 obj " + "[".repeat(200_000) + "]".repeat(200_000) + " endobj\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n";
        send(arrays.getBytes(StandardCharsets.US_ASCII), PDF).statusCode(422).body("code", equalTo("unreadable-file"));
        String pages = "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>> endobj\n"
                + "trailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n";
        send(pages.getBytes(StandardCharsets.US_ASCII), PDF).statusCode(422).body("code", equalTo("unreadable-file"));
    }

    @Test
    void more_text_than_a_page_may_have() {
        refused(WordFile.of(WordFile.paragraph("Tin") + WordFile.paragraph("dài ".repeat(1_200_000))).bytes(), WordFile.DOCX, "too-complex");
    }

    @Test
    void more_bytes_than_a_file_may_have() {
        send(new byte[(32 << 20) + 1], PDF).statusCode(413).body("code", equalTo("body-too-large"));
        send(new byte[5 << 20], "text/plain").statusCode(413).body("code", equalTo("body-too-large"));
    }
}
