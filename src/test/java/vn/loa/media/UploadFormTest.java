package vn.loa.media;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.loa.support.Pages;
import vn.loa.support.PlainHttp;
import vn.loa.support.TestDatabase;

/** Uploads as multipart/form-data. */
@QuarkusTest
class UploadFormTest {

    private static final String MEDIA = "/api/v1/media";
    private static final int LIMIT = 16 * 1024 * 1024;
    private static final byte[] PDF = Files.pdf(500);

    /** A form with the boundary x; between the texts stands the file. */
    private static byte[] form(String before, byte[] file, String after) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(before.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        form.writeBytes(file);
        form.writeBytes(after.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }

    private static byte[] form(String disposition, String type, byte[] file) {
        return form("--x\nContent-Disposition: form-data; name=\"file\"" + disposition + "\n"
                + (type == null ? "" : "Content-Type: " + type + "\n") + "\n", file, "\n--x--\n");
    }

    private static HttpResponse<String> send(String query, String contentType, byte[] form, String... headers) {
        return PlainHttp.send("POST", MEDIA + query, form, Stream.concat(Stream.of("Content-Type", contentType, "Authorization",
                "Bearer " + TestDatabase.ADMIN_KEY), Stream.of(headers)).toArray(String[]::new));
    }

    private static HttpResponse<String> send(byte[] form) {
        return send("", "multipart/form-data; boundary=x", form);
    }

    private static String storedName(HttpResponse<String> answer) {
        assertEquals(201, answer.statusCode(), answer.body());
        return JsonPath.from(answer.body()).getString("fileName");
    }

    private static void nothing_was_stored() {
        Pages.asAdmin().get(MEDIA).then().body("items", hasSize(0));
    }

    @Test
    void a_form_is_answered_like_a_body() {
        byte[] picture = Files.image("png", 320, 200);
        Map<String, Object> body = Files.send(picture, "image/png", "công trường.png").then().statusCode(201).extract().path("");
        var stored = Pages.asAdmin().multiPart("file", "công trường.png", picture, "image/png").post(MEDIA).then().statusCode(201);
        String id = stored.extract().path("id");
        stored.header("Location", equalTo(MEDIA + "/" + id + "/info"));
        assertEquals(withoutId(body), withoutId(stored.extract().path("")));
        assertArrayEquals(picture, Pages.asAdmin().get(MEDIA + "/{id}/preview", id).asByteArray());
    }

    private static Map<String, Object> withoutId(Map<String, Object> file) {
        Map<String, Object> rest = new HashMap<>(file);
        rest.keySet().removeAll(List.of("id", "url", "previewUrl", "fileName"));
        return rest;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            filename="Chỉ thị số 22 về lưu trữ.pdf"                       | Chỉ thị số 22 về lưu trữ.pdf
            filename="bản \\"nháp\\".pdf"                                   | bản "nháp".pdf
            filename="bản %22nháp%22.pdf"                                 | bản "nháp".pdf
            filename="C:\\Tài liệu\\new\\đơn.pdf"                            | đơn.pdf
            filename="../../etc/đơn.pdf"                                  | đơn.pdf
            filename=plain.pdf                                            | plain.pdf
            filename="a;b=c, d.pdf"                                       | a;b=c, d.pdf
            filename="50%25.pdf"                                          | 50%25.pdf
            filename="không đuôi"                                         | không đuôi.pdf
            filename="old.pdf"; filename*=UTF-8''ch%E1%BB%89%20th%E1%BB%8B.pdf | chỉ thị.pdf
            filename="old.pdf"; filename*=UTF-8''%zz                      | old.pdf
            FileName="a.pdf"                                              | a.pdf""")
    void the_name_is_that_of_the_part(String disposition, String name) {
        assertEquals(name, storedName(send(form("; " + disposition, Files.PDF, PDF))));
    }

    @Test
    void the_parameter_has_the_last_word_about_the_name() {
        byte[] form = form("; filename=\"a.pdf\"", Files.PDF, PDF);
        assertEquals("b.pdf", storedName(send("?fileName=b.pdf", "multipart/form-data; boundary=x", form)));
        assertEquals("b.pdf", storedName(send("?fileName=b", "Multipart/Form-Data; Boundary=\"x\"", form("", null, PDF))));
    }

    @Test
    void a_part_need_not_say_what_it_is() {
        for (String type : new String[] {null, "application/octet-stream", "Application/PDF; name=x"}) {
            assertEquals("a.pdf", storedName(send(form("; filename=\"a\"", type, PDF))));
        }
        assertEquals("a.png", storedName(send(form("; filename=\"a\"", null, Files.image("png", 3, 3)))));
    }

    @Test
    void what_stands_around_the_part_does_not_matter() {
        String head = "Content-Disposition: form-data; name=file; filename=a.pdf\nContent-Transfer-Encoding: binary\n\n";
        assertEquals("a.pdf", storedName(send(form("Preamble\n--y\n--x \t\n" + head, PDF, "\n--x--\nEpilogue\n--x\n"))));
        byte[] treacherous = Files.pdf(2000);
        byte[] almost = "\r\n--y\r\n\r\n--\r\n -x--".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(almost, 0, treacherous, 100, almost.length);
        HttpResponse<String> stored = send(form("--x\n" + head, treacherous, "\n--x--"));
        assertEquals("a.pdf", storedName(stored));
        assertArrayEquals(treacherous, Pages.asAdmin().get(JsonPath.from(stored.body()).getString("previewUrl")).asByteArray());
    }

    static Stream<Arguments> bad() {
        String part = "--x\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\n\n";
        return Stream.of(
                malformed("no part", form("--x--\n", new byte[0], ""), "/file", "missing"),
                malformed("two parts", form(part, PDF, "\n" + part.strip() + "\n\n%PDF\n--x--\n"), "/file", "repeated"),
                malformed("another name", form(part.replace("\"file\"", "\"tệp/1\""), PDF, "\n--x--\n"), "/tệp~11",
                        "unknown-field"),
                malformed("one more field", form(part, PDF,
                        "\n--x\nContent-Disposition: form-data; name=title\n\nA\n--x--\n"), "/title", "unknown-field"),
                malformed("no file chosen", form("; filename=\"\"", "application/octet-stream", new byte[0]), null, null),
                malformed("no bytes", form("--x\nContent-Disposition: form-data; name=file; filename=a.pdf\n\n", new byte[0],
                        "--x--\n"), null, null),
                malformed("another boundary", form("--y\n", PDF, "\n--y--\n"), null, null),
                malformed("cut off", form(part, PDF, "\n--"), null, null),
                malformed("cut off behind a boundary", form(part, PDF, "\n--x"), null, null),
                malformed("no headers", form("--x\n\n", PDF, "\n--x--\n"), null, null),
                malformed("not a header", form("--x\nfile\n\n", PDF, "\n--x--\n"), null, null),
                malformed("no name", form("--x\nContent-Disposition: form-data; filename=a.pdf\n\n", PDF, "\n--x--\n"), null,
                        null),
                malformed("an attachment", form("--x\nContent-Disposition: attachment; name=file\n\n", PDF, "\n--x--\n"),
                        null, null),
                malformed("long headers", form("--x\nA: " + "b".repeat(5000) + "\n" + part.substring(4), PDF, "\n--x--\n"),
                        null, null),
                malformed("many parts", form((part + "\n").repeat(20), PDF, "\n--x--\n"), null, null),
                malformed("base64", form(part.stripTrailing() + "\nContent-Transfer-Encoding: base64\n\n", PDF, "\n--x--\n"),
                        null, null),
                Arguments.of("not a file", form("--x\nContent-Disposition: form-data; name=file\n\n", PDF, "\n--x--\n"), 400,
                        "invalid-parameter", null, "missing"),
                Arguments.of("a name that names nothing", form("; filename=\"..\"", null, PDF), 400, "invalid-parameter",
                        null, "wrong-form"),
                Arguments.of("a type that is not kept", form("; filename=a.html", "text/html", PDF), 415,
                        "unsupported-media-type", null, null),
                Arguments.of("another type", form("; filename=a.png", "image/png", PDF), 422, "invalid-content", "/file",
                        "wrong-type"),
                Arguments.of("no known type", form("; filename=a.pdf", null, "hello".getBytes(StandardCharsets.US_ASCII)),
                        422, "invalid-content", "/file", "wrong-type"));
    }

    private static Arguments malformed(String name, byte[] form, String pointer, String error) {
        return Arguments.of(name, form, 400, "malformed-body", pointer, error);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void a_form_without_the_one_file_is_refused(String name, byte[] form, int status, String code, String pointer, String error) {
        HttpResponse<String> refused = send(form);
        JsonPath problem = JsonPath.from(refused.body());
        assertEquals(status, refused.statusCode(), refused.body());
        assertEquals(code, problem.getString("code"));
        assertEquals(pointer, problem.getString("errors[0].pointer"));
        assertEquals(error, problem.getString("errors[0].code"));
        nothing_was_stored();
    }

    @ParameterizedTest
    @CsvSource({"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; charset=x", "multipart/mixed; boundary=x"})
    void a_form_needs_its_boundary(String type) {
        HttpResponse<String> refused = send("", type, form("; filename=a.pdf", null, PDF));
        assertTrue(refused.statusCode() == 400 || refused.statusCode() == 415, refused.body());
        nothing_was_stored();
    }

    @Test
    void a_file_may_be_as_large_as_in_a_body_and_no_larger() {
        assertEquals("a.pdf", storedName(send(form("; filename=a.pdf", Files.PDF, Files.pdf(LIMIT)))));
        for (int size : List.of(LIMIT + 1, LIMIT + 10_000)) {
            HttpResponse<String> refused = send(form("; filename=a.pdf", Files.PDF, Files.pdf(size)));
            assertEquals(413, refused.statusCode());
            assertEquals("The body is larger than " + LIMIT + " bytes.", JsonPath.from(refused.body()).getString("detail"));
        }
    }

    @Test
    void a_form_that_is_made_anew_for_another_attempt_is_the_same_request() {
        byte[] form = form("; filename=a.pdf", Files.PDF, PDF);
        String first = send("", "multipart/form-data; boundary=x", form, "Idempotency-Key", "k").body();
        byte[] again = form("--another\nContent-Disposition: form-data; filename=a.pdf; name=file\n\n", PDF, "\n--another--");
        assertEquals(first, send("", "multipart/form-data; boundary=another", again, "Idempotency-Key", "k").body());
        assertEquals(422, send("", "multipart/form-data; boundary=x", form("; filename=b.pdf", Files.PDF, PDF), "Idempotency-Key", "k")
                .statusCode());
        assertEquals(422, send("", "multipart/form-data; boundary=x", form("; filename=a.pdf", Files.PDF, Files.pdf(501)),
                "Idempotency-Key", "k").statusCode());
        Pages.asAdmin().get(MEDIA).then().body("items", hasSize(1));
    }
}
