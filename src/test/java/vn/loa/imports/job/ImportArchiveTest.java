package vn.loa.imports.job;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.Pages;

/** Archives of saved pages and files. */
@QuarkusTest
class ImportArchiveTest {

    private static final byte[] PNG = Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final String PDF = "%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Count 0 /Kids []>> endobj\n"
            + "trailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n";

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] page(String title, String stamp, String body) {
        return ("<html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1><time datetime=\"" + stamp
                + "\">x</time>" + body + "</article></body></html>").getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> site() {
        Map<String, byte[]> site = new LinkedHashMap<>();
        site.put("cu.vn/tin/mot.html", page("Tin thứ nhất trong tháng", "2024-04-18T10:15:30+07:00",
                "<p>Theo <a href=\"hai.html#dau\">tin thứ hai</a>, xem <a href=\"/tep/bieu-mau.pdf\">biểu mẫu</a> và "
                        + "<a href=\"https://khac.vn/x\">trang khác</a>.</p><p><img src=\"../anh/kenh.png\" alt=\"Kênh\"></p>"
                        + "<p>Đoàn viên ra quân làm sạch kênh vào sáng thứ bảy hằng tuần.</p>"));
        site.put("cu.vn/tin/hai.html", page("Tin thứ hai trong tháng", "2024-04-19T10:15:30+07:00",
                "<p>Trở lại <a href=\"http://www.cu.vn/tin/mot.html\">tin thứ nhất</a>, đã đăng hôm qua trên trang này.</p>"
                        + "<p>Lịch tiếp công dân tại trụ sở vào thứ Năm hằng tuần.</p>"));
        site.put("cu.vn/anh/kenh.png", PNG);
        site.put("cu.vn/tep/bieu-mau.pdf", PDF.getBytes(StandardCharsets.UTF_8));
        site.put("cu.vn/kieu.css", "p {}".getBytes(StandardCharsets.UTF_8));
        return site;
    }

    private static JsonPath imported(String type, byte[] archive, Map<String, ?> options) {
        return Jobs.ended(Jobs.post(type, archive, options).then().statusCode(202).extract().path("id"), "done");
    }

    @Test
    void pages_carry_their_files_and_lead_to_each_other() throws IOException {
        JsonPath job = imported("application/zip", zip(site()), Map.of("publish", true));
        List<JsonNode> report = Jobs.report(job.getString("id"));
        assertEquals(4, job.getInt("items.created"), report.toString());
        assertEquals(1, job.getInt("items.skipped"), report.toString());
        String second = given().get("/api/v1/articles/tin-thu-hai-trong-thang").then().statusCode(200).extract().path("id");
        JsonPath first = given().get("/api/v1/articles/tin-thu-nhat-trong-thang").then().statusCode(200)
                .body("attachments", hasSize(2), "attachments.fileName", hasItem("bieu-mau.pdf")).extract().jsonPath();
        String body = first.getString("body");
        assertTrue(body.contains("/articles/" + second) && body.contains("#dau") && body.contains("https://khac.vn/x"), body);
        for (String file : first.getList("attachments.id", String.class)) {
            assertTrue(body.contains("/api/v1/media/" + file), body);
            given().get("/api/v1/media/" + file).then().statusCode(200);
        }
        String link = body.replaceAll("(?s).*href=\"([^\"#]*/articles/" + second + "[^\"#]*)#.*", "$1");
        given().get(link.replaceFirst("^https?://[^/]+", "")).then().statusCode(200).body(containsString("Tin thứ hai"));
        String html = given().get("/api/v1/articles/tin-thu-hai-trong-thang").path("body");
        assertTrue(html.contains("/articles/" + first.getString("id")), html);
        for (String old : List.of("https://cu.vn/tin/mot.html", "http://www.cu.vn/tep/bieu-mau.pdf", "http://cu.vn/anh/kenh.png")) {
            given().redirects().follow(false).queryParam("url", old).get("/api/v1/legacy").then().statusCode(301);
        }
        assertEquals(4, imported("application/zip", zip(site()), Map.of("publish", true)).getInt("items.unchanged"));
        // What an editor reads and sends back is what is stored.
        String draft = Editing.draft(first.getString("id")).path("body");
        Editing.patch(first.getString("id"), Editing.etag(first.getString("id")), "{\"body\": " + Jobs.line(Map.of("b", draft)).replaceAll("^\\{\"b\":|}$", "") + "}")
                .then().statusCode(200).body("body", equalTo(draft));
    }

    @Test
    void a_document_to_which_no_page_leads_is_a_file_that_only_editors_see() throws IOException {
        Map<String, byte[]> site = site();
        site.put("cu.vn/tep/quy-che.pdf", PDF.replace("/Count 0", "/Count 0 /X 1").getBytes(StandardCharsets.UTF_8));
        JsonPath job = imported("application/zip", zip(site), Map.of("publish", true));
        assertEquals(5, job.getInt("items.created"), Jobs.report(job.getString("id")).toString());
        given().get("/api/v1/articles").then().body("items", hasSize(2));
        String id = Pages.asAdmin().get("/api/v1/media").then().extract().path("items.find { it.fileName == 'quy-che.pdf' }.id");
        given().get("/api/v1/media/" + id).then().statusCode(404);
        Editing.published(Editing.news("Quy chế").put("body", "<p>Quy chế.</p>").set("attachments",
                Editing.object("{\"a\": [{\"id\": \"" + id + "\"}]}").get("a")));
        given().redirects().follow(false).queryParam("url", "https://cu.vn/tep/quy-che.pdf").get("/api/v1/legacy").then().statusCode(301)
                .header("Location", containsString(id));
        given().get("/api/v1/media/" + id).then().statusCode(200);
    }

    @Test
    void posts_of_wordpress_become_articles_and_its_drafts_stay_drafts() throws IOException {
        String post = "<item><title>%s</title><link>http://cu.vn/?p=%d</link><content:encoded><![CDATA[<p>Nội dung của bài số %d.</p>]]></content:encoded>"
                + "<wp:post_id>%d</wp:post_id><wp:post_date_gmt>2020-02-0%d 03:00:00</wp:post_date_gmt><wp:status>%s</wp:status>"
                + "<wp:post_type>post</wp:post_type></item>";
        String export = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
                + "xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>Cũ</title><wp:wxr_version>1.2</wp:wxr_version>"
                + post.formatted("Bài đã đăng", 1, 1, 1, 1, "publish") + post.formatted("Bài còn nháp", 2, 2, 2, 2, "draft") + "</channel></rss>";
        JsonPath job = imported("application/zip", zip(Map.of("xuat.xml", export.getBytes(StandardCharsets.UTF_8))), Map.of("publish", true));
        assertEquals(2, job.getInt("items.created"), Jobs.report(job.getString("id")).toString());
        given().get("/api/v1/articles/bai-da-dang").then().statusCode(200).body("firstPublishedAt", equalTo("2020-02-01T03:00:00Z"));
        given().get("/api/v1/articles/bai-con-nhap").then().statusCode(404);
        given().redirects().follow(false).queryParam("url", "http://cu.vn/?p=1").get("/api/v1/legacy").then().statusCode(301);
    }

    @Test
    void a_dry_run_of_an_archive_stores_nothing() throws IOException {
        JsonPath job = imported("application/zip", zip(site()), Map.of("publish", true, "dryRun", true));
        assertEquals(4, job.getInt("items.created"));
        Pages.asAdmin().get("/api/v1/drafts").then().body("items", hasSize(0));
        Pages.asAdmin().get("/api/v1/media").then().body("items", hasSize(0));
        given().redirects().follow(false).queryParam("url", "https://cu.vn/tin/mot.html").get("/api/v1/legacy").then().statusCode(404);
    }

    @Test
    void hostile_archives_are_refused_or_contained() throws IOException {
        String id = Jobs.post("application/zip", "PK\u0003\u0004 not a zip", Map.of()).then().statusCode(202).extract().path("id");
        assertTrue(Jobs.ended(id, "failed").getString("problem").contains("archive"));
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("../ra-ngoai.html", page("Ra ngoài", "2024-04-18T10:15:30+07:00", "<p>Không được phép ra ngoài tệp nén này.</p>"));
        entries.put("trong.html", page("Ở trong tệp nén", "2024-04-18T10:15:31+07:00", "<p>Trang này ở trong tệp nén và được nhập.</p>"));
        entries.put("hong.png", "không phải ảnh".getBytes(StandardCharsets.UTF_8));
        JsonPath job = imported("application/zip", zip(entries), Map.of());
        assertEquals(1, job.getInt("items.created"), Jobs.report(job.getString("id")).toString());
        assertEquals(3, job.getInt("items.done"));
    }
}
