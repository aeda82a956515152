package vn.loa.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Map;

/** The requests of editors and publishers. */
public final class Editing {

    public static final String ARTICLES = "/api/v1/articles";
    public static final String DRAFT = "/api/v1/articles/{id}/draft";
    private static final String KEY = "Bearer " + TestDatabase.ADMIN_KEY;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Editing() {
    }

    /** An article's content with a directive of three sections, the second inside the first. */
    public static ObjectNode directive(String title, String number) {
        return object("""
                {"title": "%s", "summary": "Tóm tắt.", "byline": "Lâm Ngọc Hân", "tags": ["văn thư"],
                 "body": "<p>Ban Thường vụ Tỉnh ủy ban hành Chỉ thị số %s.</p>",
                 "directive": {"type": "Chỉ thị", "number": "%s", "issuer": "Ban Thường vụ Tỉnh ủy",
                   "issuedOn": "2024-06-01", "title": "chuyển đổi số"},
                 "sections": [
                   {"number": "1", "heading": "Nhiệm vụ",
                    "paragraphs": [{"text": "Số hóa hồ sơ theo Nghị định số 30/2020/NĐ-CP."}]},
                   {"number": "a", "level": 2, "paragraphs": [{"text": "Hồ sơ giấy."}]},
                   {"number": "2", "paragraphs": [{"text": "Văn phòng theo dõi."}, {"text": "Báo cáo hằng năm."}]}]}
                """.formatted(title, number, number));
    }

    /** An article's content without a directive. */
    public static ObjectNode news(String title) {
        return JSON.createObjectNode().put("title", title).put("body", "<p>Nội dung của " + title + ".</p>");
    }

    public static ObjectNode object(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Response post(String path, Object body) {
        return Pages.asAdmin().contentType("application/json").body(String.valueOf(body)).post(path);
    }

    public static Response create(JsonNode content) {
        return post(ARTICLES, content);
    }

    /** Creates a draft and returns its id. Uses {@link PlainHttp}, because most tests begin with this. */
    public static String created(JsonNode content) {
        HttpResponse<String> answer = plainPost(ARTICLES, content.toString());
        assertEquals(201, answer.statusCode(), answer.body());
        return object(answer.body()).path("id").asText();
    }

    /** The same as {@link #post}, with the plain client. */
    public static HttpResponse<String> plainPost(String path, String body) {
        return body.isEmpty() ? PlainHttp.send("POST", path, body, "Authorization", KEY)
                : PlainHttp.send("POST", path, body, "Authorization", KEY, "Content-Type", "application/json");
    }

    /** Its id. */
    public static String published(JsonNode content) {
        String id = created(content);
        HttpResponse<String> answer = plainPost(ARTICLES + "/" + id + "/publish", "");
        assertEquals(200, answer.statusCode(), answer.body());
        return id;
    }

    public static Response draft(String id) {
        return Pages.asAdmin().get(DRAFT, id);
    }

    public static String etag(String id) {
        return draft(id).then().statusCode(200).extract().header("ETag");
    }

    public static Response put(String id, String ifMatch, Object content) {
        return Pages.asAdmin().header("If-Match", ifMatch).contentType("application/json").body(String.valueOf(content))
                .put(DRAFT, id);
    }

    public static Response patch(String id, String ifMatch, Object patch) {
        return Pages.asAdmin().header("If-Match", ifMatch).contentType("application/merge-patch+json")
                .body(String.valueOf(patch)).patch(DRAFT, id);
    }

    /** Changes the title, whatever state it is in. */
    public static void retitled(String id, String title) {
        patch(id, "*", JSON.createObjectNode().put("title", title)).then().statusCode(200);
    }

    public static Response publish(String id) {
        return Pages.asAdmin().noContentType().post(ARTICLES + "/" + id + "/publish");
    }

    public static Response publish(String id, Map<String, ?> request) {
        return step(id, "publish", request);
    }

    public static Response withdraw(String id, String explanation) {
        return step(id, "withdraw", Map.of("explanation", explanation));
    }

    public static Response remove(String id, String explanation) {
        return step(id, "remove", Map.of("explanation", explanation));
    }

    public static Response step(String id, String step, Map<String, ?> request) {
        return post(ARTICLES + "/" + id + "/" + step, JSON.valueToTree(request));
    }

    /** A step that needs {@code If-Match}. */
    public static Response step(String id, String step, String ifMatch, Map<String, ?> request) {
        return Pages.asAdmin().header("If-Match", ifMatch).contentType("application/json")
                .body(JSON.valueToTree(request).toString()).post(ARTICLES + "/" + id + "/" + step);
    }
}
