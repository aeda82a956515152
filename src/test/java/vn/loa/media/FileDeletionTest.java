package vn.loa.media;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.loa.support.Pages;

/** A file that an article carries cannot be deleted, whichever of two concurrent requests comes first. */
@QuarkusTest
class FileDeletionTest {

    private static final String FILE = "/api/v1/media/{id}";

    @Inject
    DataSource database;

    private static int delete(String id) {
        return Pages.asAdmin().delete(FILE, id).statusCode();
    }

    @Test
    void a_file_that_nobody_carries_can_be_deleted_once() {
        String id = Files.uploadPdf(500);
        assertEquals(204, delete(id));
        Pages.asAdmin().delete(FILE, id).then().statusCode(404).body("code", equalTo("not-found"));
        Pages.asAdmin().get(FILE + "/info", id).then().statusCode(404);
        Pages.asAdmin().get(FILE + "/preview", id).then().statusCode(404);
        assertEquals(404, delete(UUID.randomUUID().toString()));
    }

    @Test
    void a_working_copy_keeps_its_files() {
        String id = Files.uploadPdf(500);
        String article = Carriers.draft(id);
        Pages.asAdmin().delete(FILE, id).then().statusCode(409).body("code", equalTo("conflict"))
                .body("articles", contains(article));
        Pages.asAdmin().get(FILE + "/preview", id).then().statusCode(200);
    }

    @Test
    void a_published_revision_keeps_its_files_even_when_nobody_reads_it_any_more() {
        String id = Files.uploadPdf(500);
        String article = Carriers.publishedWith(id);
        Carriers.publishWithout(article);
        assertEquals(409, delete(id));
        Carriers.remove(article);
        assertEquals(409, delete(id));
    }

    @Test
    void of_two_who_delete_one_is_told_that_there_is_nothing() {
        String id = Files.uploadPdf(500);
        List<Integer> answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> delete(id))).limit(4).toList()
                .stream().map(CompletableFuture::join).sorted().toList();
        assertEquals(List.of(204, 404, 404, 404), answers);
    }

    @Test
    void the_database_itself_refuses_a_revision_with_a_file_that_does_not_exist() throws Exception {
        Carriers.draft(Files.uploadPdf(500));
        try (Connection editor = database.getConnection(); Statement statement = editor.createStatement()) {
            SQLException refused = assertThrows(SQLException.class, () -> statement.executeUpdate(
                    "update revision set attachments = '[{\"id\": \"" + UUID.randomUUID() + "\"}]'"));
            assertEquals("23503", refused.getSQLState());
        }
    }

    @Test
    void who_begins_to_carry_a_file_keeps_it() throws Exception {
        String id = Files.uploadPdf(500);
        String article = Carriers.draft(Files.uploadPdf(501));
        try (Connection editor = database.getConnection()) {
            editor.setAutoCommit(false);
            editor.createStatement().executeUpdate("update revision set attachments = '[{\"id\":\"" + id + "\"}]' "
                    + "where article_id = '" + article + "'");
            CompletableFuture<Integer> deletion = CompletableFuture.supplyAsync(() -> delete(id));
            assertThrows(TimeoutException.class, () -> deletion.get(700, TimeUnit.MILLISECONDS));
            editor.commit();
            assertEquals(409, deletion.get(10, TimeUnit.SECONDS));
        }
        assertTrue(Pages.asAdmin().get(FILE + "/preview", id).statusCode() == 200);
    }
}
