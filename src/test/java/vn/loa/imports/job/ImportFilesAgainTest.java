package vn.loa.imports.job;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Files that are sent again, changed, after they failed. */
@QuarkusTest
class ImportFilesAgainTest {

    private static final Map<String, ?> PUBLISHED = Map.of("publish", true, "sourceName", "trang-cu");
    private static final String BROKEN = "%PDF-";

    @Inject
    DataSource database;

    private static String pdf(String mark) {
        return "%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R /X (" + mark + ")>> endobj\n2 0 obj <</Type /Pages /Count 0 /Kids []>> endobj\n"
                + "trailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n";
    }

    private static String file(String content) {
        return Jobs.line(Map.of("source", "tep", "kind", "file", "fileName", "a.pdf", "bytes",
                Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8))));
    }

    private static String article(String source) {
        return Jobs.line(Map.of("source", source, "title", "Tin " + source, "attachments", List.of(Map.of("source", "tep"))));
    }

    private static List<String> imported(String... lines) {
        return statuses(Jobs.done(PUBLISHED, lines).getString("id"));
    }

    private static List<String> statuses(String id) {
        return Jobs.report(id).stream().map(line -> line.path("status").asText()).toList();
    }

    private static void assertCarries(String slug, String content) {
        String file = given().get("/api/v1/articles/" + slug).then().statusCode(200).extract().path("attachments[0].id");
        assertArrayEquals(content.getBytes(StandardCharsets.UTF_8), given().get("/api/v1/media/" + file).then().statusCode(200).extract().asByteArray());
    }

    @Test
    void a_file_that_failed_once_is_updated_ever_after_with_the_articles_that_name_it() {
        assertEquals(List.of("failed", "failed"), imported(file(BROKEN), article("1")));
        assertEquals(List.of("created", "created"), imported(file(pdf("một")), article("1")));
        assertCarries("tin-1", pdf("một"));
        assertEquals(List.of("updated", "updated"), imported(file(pdf("hai")), article("1")));
        assertCarries("tin-1", pdf("hai"));
        assertEquals(List.of("failed", "failed"), imported(file(BROKEN), article("1")));
        assertEquals(List.of("updated", "updated"), imported(file(pdf("ba")), article("1")));
        assertEquals(List.of("updated", "updated"), imported(file(pdf("bốn")), article("1")));
        assertCarries("tin-1", pdf("bốn"));
        assertEquals(List.of("unchanged", "unchanged"), imported(file(pdf("bốn")), article("1")));
    }

    @Test
    void jobs_that_run_at_once_bring_it_both() throws SQLException {
        imported(file(BROKEN));
        String first;
        String second;
        try (HeldKey holding = HeldKey.of(database, "trang-cu", "tep")) {
            first = Jobs.begun(PUBLISHED, file(pdf("một")), article("1"));
            holding.awaitWorkers(1);
            second = Jobs.begun(PUBLISHED, file(pdf("hai")), article("2"));
            holding.awaitWorkers(2);
            holding.release();
        }
        Jobs.ended(first, "done");
        Jobs.ended(second, "done");
        assertEquals(List.of("created", "created"), statuses(first));
        assertEquals(List.of("updated", "created"), statuses(second));
        assertCarries("tin-1", pdf("một"));
        assertCarries("tin-2", pdf("hai"));
        TreeSet<String> files = new TreeSet<>();
        for (String id : List.of(first, second)) {
            Jobs.report(id).stream().map(line -> line.path("file").asText()).filter(name -> !name.isEmpty()).forEach(files::add);
        }
        assertEquals(2, files.size(), "each has its own");
    }
}
