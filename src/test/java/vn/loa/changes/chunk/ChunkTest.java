package vn.loa.changes.chunk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.listing.Cursor;
import vn.loa.support.Editing;
import vn.loa.support.PlainHttp;
import vn.loa.support.Statements;

@QuarkusTest
class ChunkTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static ValidatableResponse chunks(String query) {
        return given().get("/api/v1/chunks" + query).then();
    }

    private static ObjectNode decree(String... clauses) {
        ObjectNode decree = Editing.object("""
                {"title": "Văn thư", "directive": {"type": "Nghị định", "number": "30/2020/NĐ-CP", "issuer": "Chính phủ",
                   "issuedOn": "2020-03-05", "title": "công tác văn thư"},
                 "sections": [{"kind": "chapter", "number": "I", "heading": "CHUNG"},
                   {"kind": "article", "level": 2, "number": "5", "heading": "Ký số", "paragraphs": [{"text": "Văn bản được ký số:"}]}]}""");
        for (int i = 0; i < clauses.length; i++) {
            decree.withArray("sections").addObject().put("level", 3).put("number", String.valueOf(i + 1)).withArray("paragraphs").addObject()
                    .put("text", clauses[i]);
        }
        return decree;
    }

    @Test
    void a_provision_is_a_chunk_with_its_path_and_how_one_cites_it() {
        String id = Editing.published(decree("Một.", "Hai."));
        chunks("?article=" + id).statusCode(200).body("items", hasSize(4)).body("nextCursor", nullValue()).body("more", equalTo(false))
                .body("items[3].id", equalTo(id + "#art_5__para_2")).body("items[3].article.id", equalTo(id))
                .body("items[3].path", contains("Chương I CHUNG", "Điều 5. Ký số", "2."))
                .body("items[3].citation", equalTo("khoản 2 Điều 5 Nghị định 30/2020/NĐ-CP")).body("items[3].text", equalTo("Hai."))
                .body("items[3].force.status", equalTo("unknown")).body("items[0].text", equalTo(""))
                .body("items[3].address", equalTo("/api/v1/articles/" + id + "/sections/art_5__para_2"));
        String citation = chunks("?article=" + id).extract().path("items[3].citation");
        given().contentType("application/json").body(Map.of("text", citation)).post("/api/v1/citations/check").then()
                .body("items[0].verdict", equalTo("exists"));
    }

    @Test
    void the_body_of_an_article_is_one_chunk() {
        String id = Editing.published(Editing.news("Tin"));
        chunks("?article=" + id).body("items", hasSize(1)).body("items[0].id", equalTo(id + "#body")).body("items[0].eId", nullValue())
                .body("items[0].text", equalTo("Nội dung của Tin.")).body("items[0].document", nullValue()).body("items[0].force", nullValue())
                .body("items[0].citation", nullValue());
        chunks("?inForceOn=2024-01-01&article=" + id).body("items", hasSize(0));
    }

    @Test
    void pages_of_any_size_have_each_chunk_once() {
        for (int i = 0; i < 4; i++) {
            Editing.published(i % 2 == 0 ? Editing.directive("Bài " + i, (i + 1) + "-CT/TU") : Editing.news("Tin " + i));
        }
        List<String> all = walk("?size=500");
        assertTrue(all.size() >= 4 * 2, all.toString());
        for (int size : new int[] {1, 2, 3, 7}) {
            List<String> ids = walk("?size=" + size);
            assertEquals(all, ids);
            assertEquals(new LinkedHashSet<>(ids).size(), ids.size());
        }
    }

    @Test
    void pages_of_one_article_have_each_of_its_chunks_once() {
        String id = Editing.published(decree("Một.", "Hai.", "Ba."));
        Editing.published(Editing.news("Tin khác"));
        List<String> all = chunks("?article=" + id).extract().path("items.id");
        assertTrue(all.size() > 4, all.toString());
        for (int size : new int[] {1, 2, 3}) {
            assertEquals(all, walk("?article=" + id + "&size=" + size));
        }
    }

    private static List<String> walk(String query) {
        List<String> ids = new ArrayList<>();
        String next = query;
        while (next != null) {
            ValidatableResponse page = chunks(next).statusCode(200);
            ids.addAll(page.extract().path("items.id"));
            String cursor = page.extract().path("nextCursor");
            next = cursor == null ? null : query + "&cursor=" + cursor;
        }
        return ids;
    }

    /** A copy that is kept up to date by passes over changes is what a whole pass gives. */
    @Test
    void a_copy_follows_edits_removals_and_new_articles() {
        String kept = Editing.published(decree("Một.", "Hai.", "Ba."));
        String gone = Editing.published(Editing.directive("Bài", "22-CT/TU"));
        Map<String, String> copy = new TreeMap<>();
        String since = follow(copy, "");
        republished(kept, decree("Một.", "Hai khác."));
        Editing.remove(gone, "Nhầm.").then().statusCode(200);
        Editing.published(Editing.news("Mới"));
        ValidatableResponse changed = chunks("?since=" + since).statusCode(200);
        changed.body("removed.id", hasItem(gone)).body("removed.id", hasItem(kept + "#art_5__para_3")).body("removed.id", not(hasItem(kept)));
        since = follow(copy, "?since=" + since);
        Map<String, String> whole = new TreeMap<>();
        follow(whole, "");
        assertEquals(whole, copy);
        chunks("?since=" + since).body("items", hasSize(0)).body("removed", hasSize(0)).body("more", equalTo(false))
                .body("since", equalTo(since));
    }

    private static void republished(String id, ObjectNode content) {
        Editing.put(id, "*", content).then().statusCode(200);
        Editing.publish(id).then().statusCode(200);
    }

    /** Applies all pages to a copy, and returns the place in the log. */
    private static String follow(Map<String, String> copy, String query) {
        String next = query.isEmpty() ? "?size=2" : query + "&size=2";
        while (true) {
            ValidatableResponse page = chunks(next).statusCode(200);
            List<String> removed = page.extract().path("removed.id");
            removed.forEach(id -> copy.keySet().removeIf(each -> each.equals(id) || each.startsWith(id + "#")));
            List<Map<String, Object>> items = page.extract().path("items");
            items.forEach(item -> copy.put((String) item.get("id"), item.get("hash") + " " + item.get("revision")));
            String cursor = page.extract().path("nextCursor");
            String since = page.extract().path("since");
            if (!page.extract().<Boolean>path("more")) {
                return since;
            }
            next = "?size=2&" + (cursor != null ? "cursor=" + cursor : "since=" + since);
        }
    }

    @Test
    void an_article_that_leaves_the_filter_is_removed_from_the_copy() {
        String id = Editing.published(Editing.directive("Bài", "22-CT/TU"));
        String since = chunks("?type=chỉ thị").statusCode(200).body("items.article.id", hasItem(id)).extract().path("since");
        ObjectNode other = Editing.directive("Bài", "22-CT/TU");
        other.with("directive").put("type", "Kết luận");
        republished(id, other);
        chunks("?type=Chỉ thị&since=" + since).body("items", hasSize(0)).body("removed.id", contains(id));
    }

    @Test
    void drafts_never_show() {
        String id = Editing.created(decree("Bí mật."));
        chunks("?article=" + id).body("items", hasSize(0));
        chunks("?size=500").body("items.article.id", not(hasItem(id)));
    }

    @Test
    void lines_have_the_same_chunks_and_end_with_the_state_of_the_page() throws IOException {
        String id = Editing.published(decree("Một.\u2028Hai."));
        HttpResponse<String> answer = PlainHttp.send("GET", "/api/v1/chunks.ndjson?article=" + id, "");
        assertEquals("application/x-ndjson", answer.headers().firstValue("Content-Type").orElseThrow().replaceAll(";.*", ""));
        String[] lines = answer.body().split("\n");
        List<JsonNode> items = new ArrayList<>();
        for (String line : lines) {
            items.add(JSON.readTree(line));
        }
        JsonNode page = JSON.readTree(given().get("/api/v1/chunks?article=" + id).asString());
        assertEquals(page.path("items").size() + 1, items.size());
        assertEquals(page.path("items").path(2), items.get(2));
        assertEquals(page.path("since"), items.get(items.size() - 1).at("/page/since"));
    }

    @Test
    void a_page_costs_few_statements_however_many_articles_it_shows() {
        for (int i = 0; i < 6; i++) {
            Editing.published(Editing.directive("Bài " + i, (i + 1) + "-CT/TU"));
        }
        long statements = Statements.during(() -> chunks("?size=100").statusCode(200));
        assertTrue(statements <= 6, statements + " statements");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?size=0", "?size=501", "?cursor=x", "?since=LTE", "?article=x", "?inForceOn=today", "?x=1",
            "?inForceOn=12000-01-01", "?cursor=MQ&since=MQ"})
    void a_wrong_parameter_is_named(String query) {
        chunks(query).statusCode(400).body("errors[0].parameter", not(nullValue()));
    }

    @Test
    void a_place_that_the_log_does_not_have_any_more_has_expired() {
        chunks("?since=" + Cursor.of(Long.MAX_VALUE)).statusCode(410).body("code", equalTo("cursor-expired"));
        chunks("?cursor=" + Cursor.of(5, 7, "00000000-0000-0000-0000-000000000000", -1)).statusCode(400);
        chunks("?cursor=" + Cursor.of(1, "-", "x", -1)).statusCode(400).body("detail", containsString("cursor"));
    }
}
