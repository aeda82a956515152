package vn.loa.article;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.html.SafeBody;
import vn.loa.html.XssCorpusTest;
import vn.loa.support.Editing;
import vn.loa.support.Pages;

/** The same attacks through every door by which HTML comes in, looked at where readers get it. */
@QuarkusTest
class XssOverHttpTest {

    @Test
    void nothing_executable_gets_in_through_a_new_article() {
        for (String vector : XssCorpusTest.vectors().toList()) {
            Response made = Editing.create(Editing.news("Tin").put("body", "<p>chữ " + vector + " chữ</p>"));
            made.then().statusCode(201);
            assertSafe(made.path("body"));
        }
    }

    @Test
    void nothing_executable_gets_in_through_a_change_and_out_to_readers() {
        String id = Editing.created(Editing.news("Tin"));
        String all = String.join("\n", XssCorpusTest.vectors().toList());
        ObjectNode patch = Editing.object("{}").put("body", all);
        Editing.patch(id, "*", patch).then().statusCode(200);
        Editing.publish(id).then().statusCode(200);
        assertSafe(given().get("/api/v1/articles/{id}", id).path("body"));
        // A safe body is not changed again: nothing is removed when it is sent back as it was read.
        Response draft = Editing.draft(id);
        Response again = Editing.put(id, draft.header("ETag"), draft.asString());
        assertEquals(List.of(), again.path("warnings"));
        assertEquals(draft.<String>path("body"), again.path("body"));
    }

    @Test
    void nothing_executable_gets_in_through_an_import() {
        String vectors = String.join("\n", XssCorpusTest.vectors().toList());
        for (String type : List.of("text/html", "text/plain")) {
            String page = type.endsWith("html")
                    ? "<article><h1>Tin " + type + "</h1><p>Nội dung đầu tiên.</p><p>" + vectors + "</p></article>"
                    : Pages.news("Tin " + type, "08:00:00 01-06-2024", "Nội dung đầu tiên.", vectors.replaceAll("\\s+", " "));
            String id = Pages.publish(Pages.page(page.replaceAll("[\\x00-\\x08\\x0E-\\x1F\\x7F]", "")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8), type + "; charset=utf-8"));
            assertSafe(given().get("/api/v1/articles/{id}", id).path("body"));
        }
    }

    /** The stored body is what the sanitiser let through. It finds nothing more to remove in it. */
    private static void assertSafe(String body) {
        assertEquals(List.of(), SafeBody.check(body).warnings(), body);
    }

    @Test
    void fields_that_are_text_are_kept_as_text() {
        String script = "<script>alert(1)</script>";
        ObjectNode content = Editing.directive(script, "31-CT/TU").put("summary", script).put("byline", script);
        Response made = Editing.create(content);
        for (String field : List.of("title", "summary", "byline")) {
            assertEquals(script, made.path(field), "JSON carries it as it is: whoever shows it shows text");
        }
        assertEquals("application/json;charset=UTF-8", made.header("Content-Type"));
        assertEquals("nosniff", made.header("X-Content-Type-Options"));
    }
}
