package vn.loa.article;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.Pages;
import vn.loa.support.Statements;

/** Other callers do not wait while an editor changes one article. */
@QuarkusTest
class BystandersOfEditorsTest {

    private static final int SOON_SECONDS = 5;

    @Inject
    DataSource database;

    private final ExecutorService others = Executors.newCachedThreadPool();

    @AfterEach
    void nobody_is_left() {
        others.shutdown();
    }

    private interface WithConnection {
        void run(Statement statement) throws Exception;
    }

    /** A second transaction that is rolled back at its end. */
    private void meanwhile(WithConnection something) throws Exception {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                something.run(statement);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private <T> T soon(Supplier<T> work) throws InterruptedException, ExecutionException, TimeoutException {
        return CompletableFuture.supplyAsync(work, others).get(SOON_SECONDS, TimeUnit.SECONDS);
    }

    /** The columns that the statements set in a table. */
    private static List<String> updates(String table, Runnable action) {
        return Statements.textsDuring(action).stream().filter(sql -> sql.startsWith("update " + table + " set ")).toList();
    }

    @Test
    void a_save_sends_only_what_it_changes() {
        String id = Editing.published(Editing.news("Tin"));
        Editing.retitled(id, "Tin, sửa");
        assertEquals(List.of("update Article set version=? where id=?"),
                updates("Article", () -> Editing.retitled(id, "Tin, sửa nữa")));
        List<String> text = updates("Revision", () -> Editing.retitled(id, "Tin, lại sửa"));
        assertEquals(1, text.size());
        assertTrue(text.get(0).contains("title=?"), text.get(0));
        assertFalse(text.get(0).contains("article_id") || text.get(0).contains("body"), text.get(0));
    }

    @Test
    void a_save_that_leaves_the_text_alone_neither_reads_nor_writes_a_section() {
        String id = Editing.published(Editing.directive("Chỉ thị", "1-CT/TU"));
        for (String title : List.of("Bản làm việc mới", "Bản làm việc có sẵn")) {
            List<String> statements = Statements.textsDuring(() -> Pages.asAdmin().header("If-Match", "*")
                    .header("Prefer", "return=minimal").contentType("application/merge-patch+json")
                    .body("{\"title\": \"" + title + "\"}").patch("/api/v1/articles/{id}/draft", id).then().statusCode(200));
            assertFalse(statements.isEmpty());
            assertEquals(List.of(), statements.stream().filter(sql -> sql.matches("(?is).*\\bsection\\b.*")).toList());
        }
    }

    @Test
    void a_publish_and_a_withdrawal_leave_the_name_alone() {
        String id = Editing.published(Editing.news("Tin"));
        Editing.retitled(id, "Tin, sửa");
        List<String> publish = updates("Article", () -> Editing.publish(id).then().statusCode(200));
        List<String> withdraw = updates("Article", () -> Editing.withdraw(id, "Sai").then().statusCode(200));
        for (List<String> updates : List.of(publish, withdraw)) {
            assertEquals(1, updates.size());
            assertFalse(updates.get(0).contains("slug"), updates.get(0));
            assertFalse(updates.get(0).contains("created_at"), updates.get(0));
        }
    }

    @Test
    void whoever_refers_to_an_article_stops_neither_its_save_nor_its_publish() throws Exception {
        String id = Editing.published(Editing.news("Tin"));
        meanwhile(statement -> {
            // The check of a foreign key takes the same lock.
            statement.execute("select from article where id = '" + id + "' for key share");
            soon(() -> Editing.patch(id, "*", "{\"title\": \"Tin, sửa\"}")).then().statusCode(200);
            soon(() -> Editing.publish(id)).then().statusCode(200);
            soon(() -> Editing.withdraw(id, "Sai")).then().statusCode(200);
        });
    }

    @Test
    void another_article_is_published_while_one_is_being_indexed() throws Exception {
        String slow = Editing.published(Editing.news("Chậm"));
        Editing.retitled(slow, "Chậm, sửa");
        String quick = Editing.created(Editing.news("Nhanh"));
        Future<Response> publishing;
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // The index entries cannot be replaced while they are locked. To others this looks like slow indexing.
            statement.execute("select from search_entry where article_id = '" + slow + "' for update");
            publishing = others.submit(() -> Editing.publish(slow));
            awaitBlocked();
            soon(() -> Editing.publish(quick)).then().statusCode(200);
            // An editor who asks for the slug that is being published does not wait either.
            soon(() -> Editing.create(Editing.news("Khác").put("slug", "cham"))).then().statusCode(422);
            soon(() -> given().header("User-Agent", "Firefox").contentType("application/json")
                    .body("{\"articleId\": \"" + slow + "\"}").post("/api/v1/hits")).then().statusCode(204);
            assertFalse(publishing.isDone());
            connection.rollback();
            connection.setAutoCommit(true);
        }
        publishing.get().then().statusCode(200);
        given().get("/api/v1/articles/" + slow).then().body("title", equalTo("Chậm, sửa"));
        given().get("/api/v1/search?q=sua").then().body("items.size()", equalTo(1));
    }

    private void awaitBlocked() throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            while (true) {
                try (ResultSet row = statement.executeQuery("""
                        select exists (select from pg_stat_activity where wait_event_type = 'Lock' and query like '%search_entry%'
                            and pid <> pg_backend_pid())""")) {
                    row.next();
                    if (row.getBoolean(1)) {
                        return;
                    }
                }
                assertTrue(System.nanoTime() < deadline, "nobody waits");
                Thread.sleep(10);
            }
        }
    }
}
