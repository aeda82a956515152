package vn.loa.imports.job;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.loa.access.OnBehalf;
import vn.loa.imports.job.make.UndoStep;
import vn.loa.imports.job.store.ImportJobRepository;
import vn.loa.support.Pages;

/** A job that is cancelled, and undone, while a worker is in the middle of something. */
@QuarkusTest
class ImportCancelTest {

    private static final Map<String, ?> PUBLISHED = Map.of("publish", true, "sourceName", "trang-cu");

    @Inject
    DataSource database;

    @Inject
    ImportJobRepository jobs;

    @Inject
    UndoStep undo;

    @Inject
    OnBehalf onBehalf;

    /** All workers may wait. */
    private void undoneMeanwhile(String id) {
        Jobs.step(id, "cancel", 200);
        Jobs.step(id, "undo", 202);
        while (Jobs.get(id).getString("state").equals("running")) {
            onBehalf.of("key:admin", () -> undo.run(jobs.get(UUID.fromString(id))));
        }
    }

    @Test
    void an_item_under_way_is_not_imported_when_its_job_was_cancelled() throws SQLException {
        try (HeldKey holding = HeldKey.of(database, "trang-cu", "1")) {
            String id = Jobs.begun(PUBLISHED, Jobs.article("1", "Tin một"));
            holding.awaitWorkers(1);
            undoneMeanwhile(id);
            holding.release();
            // It waits for the key behind the worker.
            assertEquals(1, Jobs.done(Map.of("sourceName", "trang-cu"), Jobs.article("1", "Tin khác")).getInt("items.created"));
            JsonPath job = Jobs.get(id);
            assertEquals("undone 0 0", job.getString("state") + " " + job.getInt("items.done") + " " + job.getInt("items.created"));
            assertEquals("waiting", Jobs.report(id).get(0).path("status").asText());
        }
        given().get("/api/v1/articles").then().body("items", hasSize(0));
        Pages.asAdmin().get("/api/v1/drafts").then().body("items", hasSize(1));
    }

    @Test
    void an_item_that_fails_under_way_is_not_counted_when_its_job_was_cancelled() throws SQLException {
        String file = Jobs.line(Map.of("source", "f", "kind", "file", "fileName", "a.png", "text", "không phải ảnh"));
        try (HeldKey holding = HeldKey.of(database, "trang-cu", "f")) {
            String id = Jobs.begun(PUBLISHED, file);
            holding.awaitWorkers(1);
            Jobs.step(id, "cancel", 200);
            holding.release();
            assertEquals(1, Jobs.done(PUBLISHED, file).getInt("items.failed"));
            assertEquals(0, Jobs.get(id).getInt("items.done"));
        }
    }

    @Test
    void a_paused_job_ends_the_item_under_way() throws SQLException {
        try (HeldKey holding = HeldKey.of(database, "trang-cu", "1")) {
            String id = Jobs.begun(PUBLISHED, Jobs.article("1", "Tin một"));
            holding.awaitWorkers(1);
            Jobs.step(id, "pause", 200);
            holding.release();
            assertEquals(1, Jobs.done(PUBLISHED, Jobs.article("1", "Tin một")).getInt("items.unchanged"));
            assertEquals(1, Jobs.get(id).getInt("items.created"));
        }
    }

    @Test
    void no_link_leads_to_what_was_undone_meanwhile() throws SQLException {
        String first = Jobs.line(Map.of("source", "1", "title", "Tin một", "address", "http://cu.vn/1", "body",
                "<p>Xem <a href=\"http://cu.vn/2\">tin hai</a>.</p>"));
        Jobs.done(PUBLISHED, first);
        try (HeldKey holding = HeldKey.of(database, "trang-cu", "1")) {
            String id = Jobs.begun(PUBLISHED, Jobs.line(Map.of("source", "2", "title", "Tin hai", "address", "http://cu.vn/2", "body", "<p>Hai.</p>")));
            holding.awaitWorkers(1);
            given().get("/api/v1/articles/tin-hai").then().statusCode(200);
            undoneMeanwhile(id);
            holding.release();
            assertEquals(1, Jobs.done(PUBLISHED, first).getInt("items.unchanged"));
        }
        given().get("/api/v1/articles/tin-mot").then().statusCode(200).body("body", containsString("http://cu.vn/2"));
    }
}
