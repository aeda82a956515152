package vn.loa.imports.job.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.imports.job.store.ImportJob;
import vn.loa.imports.job.store.ImportJobRepository;
import vn.loa.imports.job.store.ItemPlace;
import vn.loa.imports.job.store.ItemRepository;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.support.Pages;

/** The claim on a job lasts while its items are found, however long nothing new comes. */
@QuarkusTest
class FoundItemsTest {

    private static final ItemPlace PLACE = new ItemPlace(1L, null);
    private static final Problem WHY = Problem.of(ProblemType.INVALID_CONTENT, "It is no content.");

    @Inject
    ImportJobRepository jobs;

    @Inject
    ItemRepository items;

    @Inject
    DataSource database;

    private final UUID self = UUID.randomUUID();
    private final AtomicLong nanoTime = new AtomicLong();
    private UUID id;
    private FoundItems found;

    /** A job of which three items are stored. */
    @BeforeEach
    void begin() {
        id = UUID.fromString(Pages.asAdmin().contentType("application/x-ndjson").body("{}".getBytes(StandardCharsets.UTF_8)).post("/api/v1/import-jobs")
                .then().statusCode(202).extract().path("id"));
        update("found = 3, done = 3, skipped = 3");
        ImportJob job = QuarkusTransaction.requiringNew().call(() -> jobs.claim(id, self)).orElseThrow();
        found = new FoundItems(job, self, jobs, items, 1000, nanoTime::get);
        update("finder_until = clock_timestamp()");
    }

    private void update(String values) {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("update import_job set " + values + " where id = '" + id + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isClaimed() {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select finder_until > clock_timestamp() from import_job where id = '" + id + "'")) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }

    @Test
    void items_that_are_stored_are_passed_over_for_as_long_as_it_takes() {
        found.skipped(PLACE, WHY);
        assertEquals(false, isClaimed());
        pass(Duration.ofSeconds(6));
        found.skipped(PLACE, WHY);
        assertEquals(true, isClaimed());
    }

    @Test
    void an_archive_is_looked_through_for_as_long_as_it_takes() {
        pass(Duration.ofSeconds(6));
        found.goesOn();
        assertEquals(true, isClaimed());
    }

    @Test
    void who_has_lost_the_claim_does_not_go_on() {
        update("finder = gen_random_uuid()");
        pass(Duration.ofSeconds(6));
        assertThrows(FoundItems.LostException.class, () -> found.skipped(PLACE, WHY));
    }
}
