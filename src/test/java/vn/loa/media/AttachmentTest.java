package vn.loa.media;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.Statements;

/** Files that articles carry. */
@QuarkusTest
class AttachmentTest {

    private static final String ARTICLE = "/api/v1/articles/{id}";

    private static String article(String... files) {
        return "{\"title\": \"Tin\", \"attachments\": [" + String.join(", ", files) + "]}";
    }

    private static String file(String id, String title) {
        return "{\"id\": \"" + id + "\", \"title\": " + (title == null ? null : "\"" + title + "\"") + "}";
    }

    @Test
    void an_article_shows_its_files_in_its_order_with_its_titles() {
        String first = Files.upload(Files.pdf(1000), Files.PDF, "a.pdf");
        String second = Files.upload(Files.pdf(2000), Files.PDF, "b.pdf");
        String id = Editing.published(Editing.object(article(file(second, "Toàn văn"), file(first, null))));
        given().get(ARTICLE, id).then().statusCode(200)
                .body("attachments.id", contains(second, first)).body("attachments.title", contains("Toàn văn", null))
                .body("attachments.fileName", contains("b.pdf", "a.pdf")).body("attachments.size", contains(2000, 1000))
                .body("attachments[0].url", equalTo("/api/v1/media/" + second));
        given().get("/api/v1/media/" + second).then().statusCode(200);
        given().get("/api/v1/articles").then().body("items[0].attachments", nullValue());
        assertEquals(2, Statements.during(() -> given().header("Cache-Control", "no-cache").get(ARTICLE, id)));
    }

    @Test
    void a_draft_with_files_is_sent_back_as_it_was_read_and_restored() {
        String file = Files.upload(Files.pdf(1000), Files.PDF, "a.pdf");
        String id = Editing.created(Editing.object(article(file(file, "Toàn văn"))));
        Response draft = Editing.draft(id);
        Editing.put(id, draft.header("ETag"), draft.asString()).then().statusCode(200)
                .body("attachments", equalTo(draft.path("attachments")));
        Editing.publish(id).then().statusCode(200);
        Editing.patch(id, "*", "{\"attachments\": []}").then().statusCode(200).body("attachments", hasSize(0));
        Editing.publish(id).then().statusCode(200);
        Editing.step(id, "restore", "*", java.util.Map.of("revision", 1)).then().statusCode(200)
                .body("attachments.title", contains("Toàn văn"));
    }

    @Test
    void a_file_that_does_not_exist_or_comes_twice_is_refused() {
        String file = Files.upload(Files.pdf(1000), Files.PDF, "a.pdf");
        Editing.create(Editing.object(article(file(file, null), file("01a206d2-563a-7e8e-8a6a-736bf594a420", null),
                file(file, null)))).then().statusCode(422)
                .body("errors.pointer", contains("/attachments/1/id", "/attachments/2/id"));
        Editing.create(Editing.object(article("{}", "5", "{\"id\": \"x\"}"))).then().statusCode(400)
                .body("errors.pointer", org.hamcrest.Matchers.hasItems("/attachments/0/id", "/attachments/1",
                        "/attachments/2/id"));
    }
}
