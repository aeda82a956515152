package vn.loa.imports.job;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import vn.loa.imports.WordFile;
import vn.loa.imports.job.store.ImportJob;
import vn.loa.support.Keys;
import vn.loa.support.Pages;

/** In which forms a portal comes, what comes with it, and how far a job is. */
@QuarkusTest
class ImportFormsTest {

    @Inject
    DataSource database;

    private static byte[] tar(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey(), true);
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static JsonPath imported(String type, byte[] content, Map<String, ?> options) {
        return Jobs.ended(Jobs.post(type, content, options).then().statusCode(202).extract().path("id"), "done");
    }

    @Test
    void a_tar_of_word_files_and_texts_packed_or_not() throws IOException {
        byte[] word = WordFile.of(WordFile.paragraph("Quy chế làm việc của cơ quan") + WordFile.paragraph("Điều 1. Phạm vi điều chỉnh.")
                + WordFile.paragraph("Quy chế này quy định về làm việc.")).bytes();
        byte[] text = Pages.news("Ra quân dọn kênh mùa khô", "08:00:00 03-04-2023", "Hơn một trăm đoàn viên dọn tuyến kênh trong sáng nay.",
                "Hoạt động được duy trì hằng tháng.").getBytes(StandardCharsets.UTF_8);
        byte[] documents = tar(Map.of("quy-che.docx", word));
        assertEquals(1, imported("application/x-tar", documents, Map.of("sourceName", "van-ban", "publish", true)).getInt("items.created"));
        assertEquals(1, imported("application/gzip", packed(documents), Map.of("sourceName", "van-ban", "publish", true)).getInt("items.unchanged"));
        JsonPath pages = imported("application/gzip", packed(tar(Map.of("tin/kenh.txt", text, "tin/quy-che.docx", word))),
                Map.of("sourceName", "trang", "publish", true));
        // Beside pages a document is a file.
        assertEquals(2, pages.getInt("items.created"), Jobs.report(pages.getString("id")).toString());
        given().get("/api/v1/articles").then().body("page.totalItems", equalTo(2));
        given().get("/api/v1/articles/ra-quan-don-kenh-mua-kho").then().statusCode(200);
        Pages.asAdmin().get("/api/v1/media").then().body("items.fileName", equalTo(List.of("quy-che.docx")));
    }

    @Test
    void the_history_of_views_comes_with_an_article_of_an_admin() {
        String item = Jobs.line(Map.of("source", "1", "title", "Tin một", "views", 318,
                "viewsHistory", List.of(Map.of("day", "2021-05-13", "views", 40), Map.of("day", "2021-05-14", "views", 2))));
        assertEquals(1, Jobs.done(Map.of("publish", true), item).getInt("items.created"));
        // Sent again, they are counted once.
        Jobs.done(Map.of("publish", true), item.replace("\"Tin một\"", "\"Tin một, sửa\""));
        given().get("/api/v1/articles/tin-mot/views").then().statusCode(200).body("views", equalTo(360));
        given().get("/api/v1/articles/tin-mot/views/history?firstDay=2021-05-01&lastDay=2021-05-31").then().statusCode(200)
                .body(containsString("\"2021-05-13\""));
        String wrong = Jobs.line(Map.of("source", "2", "title", "Tin hai", "viewsHistory", List.of(Map.of("day", "2021-05-13", "views", 1),
                Map.of("day", "2021-05-13", "views", 2), Map.of("day", "2099-01-01", "views", 3))));
        String job = Jobs.done(Map.of(), wrong).getString("id");
        assertEquals("[\"/viewsHistory/1/day\", \"/viewsHistory/2/day\"]", Jobs.report(job).get(0).at("/problem/errors").findValuesAsText("pointer")
                .stream().map(pointer -> "\"" + pointer + "\"").toList().toString());
        String publisher = given().auth().oauth2(Keys.make("p", "publisher")).contentType(Jobs.LINES)
                .body("{\"source\": \"3\", \"title\": \"Ba\", \"viewsHistory\": []}".getBytes(StandardCharsets.UTF_8)).post(Jobs.JOBS).then()
                .statusCode(202).extract().path("id");
        Jobs.ended(publisher, "done");
        assertEquals("needs-admin", Jobs.report(publisher).get(0).at("/problem/errors/0/code").asText());
    }

    @Test
    void the_time_that_is_left_is_told_when_all_items_are_found() {
        assertEquals(90L, view(ImportJob.State.RUNNING, ImportJob.Phase.ARTICLES, 40).secondsLeft());
        assertEquals(null, view(ImportJob.State.RUNNING, ImportJob.Phase.STAGING, 40).secondsLeft());
        assertEquals(null, view(ImportJob.State.RUNNING, ImportJob.Phase.ARTICLES, 0).secondsLeft());
        assertEquals(null, view(ImportJob.State.PAUSED, ImportJob.Phase.ARTICLES, 40).secondsLeft());
    }

    private static ImportJobView view(ImportJob.State state, ImportJob.Phase phase, long perMinute) {
        return ImportJobView.of(new ImportJob(UUID.randomUUID(), state, phase, new ImportJob.Options("a", true, false, false), Jobs.LINES,
                "key:admin", true, Instant.EPOCH, Instant.EPOCH, null, 1, 1, new ImportJob.Counts(100, 40, 40, 0, 0, 0, 0, 0, 0, 0), perMinute,
                null, null, null));
    }

    @Test
    void an_upload_is_bounded_all_parts_together() throws SQLException {
        String id = Pages.asAdmin().noContentType().queryParam("contentType", Jobs.LINES).post(Jobs.JOBS).then().statusCode(202).extract()
                .path("id");
        put(id, 1).statusCode(200);
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("update import_part set size = 4::bigint << 30 where job_id = '" + id + "'");
        }
        put(id, 2).statusCode(413);
        Pages.asAdmin().get(Jobs.JOBS + "/" + id + "/parts").then().body("parts.number", equalTo(List.of(1)));
    }

    private static io.restassured.response.ValidatableResponse put(String id, int part) {
        byte[] bytes = Jobs.article("1", "Tin một").getBytes(StandardCharsets.UTF_8);
        return Pages.asAdmin().contentType("application/octet-stream").header("Content-Digest", "sha-256=:"
                + Base64.getEncoder().encodeToString(DigestUtils.sha256(bytes)) + ":").body(bytes).put(Jobs.JOBS + "/" + id + "/parts/" + part).then();
    }
}
