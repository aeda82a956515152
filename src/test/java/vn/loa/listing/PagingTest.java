package vn.loa.listing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.loa.support.ContentStays;
import vn.loa.support.Editing;
import vn.loa.support.FreshStart;
import vn.loa.support.Keys;
import vn.loa.support.OpenApiContract;
import vn.loa.support.Pages;

/** Paging, which is the same in every list. */
@QuarkusTest
@ContentStays
class PagingTest {

    private static final OpenApiContract CONTRACT = OpenApiContract.load();
    private static final byte[] GIF = Base64.getDecoder().decode("R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==");
    private static String decree;
    private static String revised;
    private static String webhook;

    @Inject
    DataSource database;

    /** Each list by its operation, with a filter if it has one. */
    enum Paged {
        listArticles("/articles", "tag=khác"), listTags("/tags", "tag=luật"), listDirectives("/directives", "year=2020"),
        listSections("/articles/{decree}/sections", "level=1"), listCitations("/articles/{decree}/citations", "eId=art_1"),
        listCitedBy("/articles/{decree}/cited-by", null), listSectionCitedBy("/articles/{decree}/sections/art_1/cited-by", null),
        listRevisions("/articles/{revised}/revisions", null), listDrafts("/drafts", "scope=all"), listMedia("/media", null),
        listSchedules("/schedules", "status=pending"), listKeys("/keys", null), listAudit("/audit", "actor=key:admin"),
        listMostRead("/most-read", "days=30"), listCategories("/categories", null),
        listEffects("/articles/{decree}/effects", "kind=repeal"), listRelations("/articles/{decree}/relations", "kind=basis"),
        listWebhooks("/webhooks", null), listWebhookDeliveries("/webhooks/{webhook}/deliveries", null),
        listOldAddresses("/old-addresses", null), listExports("/exports", null), listImportJobs("/import-jobs", null), search("/search?q=ke%20hoach", "kind=article");

        private final String path;
        private final String filter;

        Paged(String path, String filter) {
            this.path = path;
            this.filter = filter;
        }

        private String url(String query) {
            return "/api/v1" + path.replace("{decree}", decree).replace("{revised}", revised).replace("{webhook}", webhook) + (path.contains("?") ? "&" : "?") + query;
        }

        private JsonPath read(String query) {
            return Pages.asAdmin().urlEncodingEnabled(false).get(url(query)).then().statusCode(200).extract().jsonPath();
        }

        private void refuses(String query, String parameter) {
            Pages.asAdmin().get(url(query)).then().statusCode(400).contentType("application/problem+json")
                    .body("code", equalTo("invalid-parameter")).body("errors[0].parameter", equalTo(parameter));
        }
    }

    /** Each list has at least three items. The clock stands still, so that many are of one instant. */
    @BeforeEach
    void content() throws SQLException {
        if (FreshStart.hasContent()) {
            return;
        }
        decree = Editing.published(Editing.object("""
                {"title": "Văn thư", "tags": ["văn thư", "luật", "khác"], "directive": {"type": "Nghị định", "number": "30/2020/NĐ-CP",
                   "issuedOn": "2020-03-05"}, "body": "<p>Căn cứ Luật số 9/2019/QH14;</p><p>Căn cứ Luật số 8/2019/QH14;</p><p>Căn cứ Luật số 7/2019/QH14;</p>",
                 "sections": [{"kind": "article", "number": "1", "paragraphs": [{"text": "Theo Luật số 1/2019/QH14 và Luật số 2/2019/QH14."}]},
                   {"kind": "article", "number": "2", "paragraphs": [{"text": "Theo Luật số 3/2019/QH14."}]},
                   {"kind": "article", "number": "3", "paragraphs": [{"text": "Theo Luật số 4/2019/QH14."}]}]}"""));
        for (int n = 1; n <= 5; n++) {
            Editing.post(Editing.ARTICLES + "/" + decree + "/effects",
                    "{\"kind\": \"repeal\", \"target\": {\"eId\": \"art_1\"}, \"since\": \"2021-01-0" + n + "\"}").then().statusCode(201);
            Editing.post("/api/v1/old-addresses", "{\"items\": [{\"address\": \"http://trang-cu.vn/" + n + "\", \"article\": \"" + decree
                    + "\"}]}").then().statusCode(200);
            Pages.asAdmin().contentType("text/csv").queryParam("contentType", "text/csv").post("/api/v1/import-jobs").then().statusCode(202);
            String plan = Editing.published(Editing.object("""
                    {"title": "Kế hoạch %d", "directive": {"type": "Kế hoạch", "number": "%d/KH-UBND", "issuedOn": "2021-01-01"},
                     "sections": [{"number": "1", "paragraphs": [
                       {"text": "Theo Điều 1 Nghị định số 30/2020/NĐ-CP và Điều 1 Nghị định số 30/2020/NĐ-CP."}]}]}"""
                    .formatted(n, n)));
            given().header("User-Agent", "Firefox").contentType("application/json").body(Map.of("articleId", plan))
                    .post("/api/v1/hits").then().statusCode(204);
            String draft = Editing.created(Editing.news("Bản thảo " + n));
            Pages.asAdmin().header("If-Match", "*").contentType("application/json")
                    .body(Map.of("articleId", draft, "action", "publish", "at", "2030-01-01T00:00:00Z"))
                    .post("/api/v1/schedules").then().statusCode(201);
            Pages.asAdmin().contentType("image/gif").body(GIF).queryParam("fileName", n + ".gif").post("/api/v1/media")
                    .then().statusCode(201);
            Keys.make("key " + n, "editor");
            Editing.post("/api/v1/exports", "{\"kind\": \"uploaded\"}").then().statusCode(202);
            Pages.asAdmin().contentType("application/json").body(Map.of("title", "Chuyên mục " + n)).post("/api/v1/categories")
                    .then().statusCode(201);
        }
        for (int n = 1; n <= 5; n++) {
            webhook = Editing.post("/api/v1/webhooks", "{\"name\": \"Trang " + n + "\", \"url\": \"https://www.example.vn/\"}").then()
                    .statusCode(201).extract().path("id");
        }
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("insert into webhook_delivery (webhook_id, message_id, event_type, tried_at, tries, millis) "
                    + "select '" + webhook + "', 'msg_' || n, 'test', '2026-07-15T05:00:00Z', n, 1 from generate_series(1, 5) n");
        }
        revised = Editing.published(Editing.news("Tin"));
        for (int n = 0; n < 4; n++) {
            Editing.retitled(revised, "Tin " + n);
            Editing.publish(revised).then().statusCode(200);
        }
    }

    @Test
    void every_list_with_pages_takes_all_four_parameters() {
        Set<String> paged = new TreeSet<>();
        CONTRACT.operations().forEach(operation -> {
            Map<String, JsonNode> parameters = StreamSupport.stream(operation.definition().path("parameters").spliterator(), false)
                    .map(CONTRACT::resolve).collect(Collectors.toMap(each -> each.path("name").asText(), each -> each, (a, b) -> a,
                            LinkedHashMap::new));
            String id = operation.definition().path("operationId").asText();
            if (parameters.containsKey("page")) {
                assertTrue(parameters.keySet().containsAll(Set.of("page", "size", "cursor", "count")), id);
                paged.add(id);
            }
        });
        assertEquals(StreamSupport.stream(List.of(Paged.values()).spliterator(), false).map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new)), paged);
    }

    @ParameterizedTest
    @EnumSource
    void a_walk_by_cursor_sees_each_item_once_in_the_order_of_the_pages(Paged list) {
        JsonPath whole = list.read("size=100");
        List<Object> all = whole.getList("items");
        assertTrue(all.size() >= 3, list + " has " + all.size());
        for (int size : new int[] {1, 2, all.size() - 1}) {
            List<Object> walked = new ArrayList<>();
            List<Object> paged = new ArrayList<>();
            String cursor = null;
            int number = 0;
            do {
                JsonPath page = list.read("size=" + size + (cursor == null ? "" : "&cursor=" + cursor));
                assertEquals(cursor == null ? 1 : null, page.get("page.number"));
                assertEquals(all.size(), page.getInt("page.totalItems"));
                walked.addAll(page.getList("items"));
                paged.addAll(list.read("size=" + size + "&page=" + ++number).getList("items"));
                cursor = page.getString("page.nextCursor");
            } while (cursor != null);
            assertEquals(all, walked);
            assertEquals(all, paged);
        }
        assertNull(whole.get("page.nextCursor"));
        assertEquals(List.of(), list.read("size=100&page=2").getList("items"));
    }

    @ParameterizedTest
    @EnumSource
    void totals_are_left_out_when_nothing_is_counted(Paged list) {
        JsonPath counted = list.read("size=2&count=exact");
        assertEquals(counted.getMap("$"), list.read("size=2").getMap("$"));
        JsonPath first = list.read("size=2&count=none");
        assertEquals(counted.getList("items"), first.getList("items"));
        String cursor = first.getString("page.nextCursor");
        assertEquals(counted.getString("page.nextCursor"), cursor);
        for (String query : List.of("size=2&count=none", "page=2&size=2&count=none", "page=9&count=none",
                "count=none&cursor=" + cursor)) {
            Pages.asAdmin().urlEncodingEnabled(false).get(list.url(query)).then().statusCode(200)
                    .body("page.totalItems", nullValue()).body("page.totalPages", nullValue());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_bad_value_is_refused(Paged list) {
        list.refuses("page=0", "page");
        list.refuses("page=10001", "page");
        list.refuses("size=0", "size");
        list.refuses("size=101", "size");
        list.refuses("count=some", "count");
        list.refuses("cursor=x", "cursor");
        list.refuses("cursor=" + "\0x\n1".repeat(3).replace("\0", "%00").replace("\n", "%0A"), "cursor");
        String cursor = list.read("size=1").getString("page.nextCursor");
        list.refuses("page=1&cursor=" + cursor, "cursor");
        list.refuses("cursor=" + cursor.substring(2), "cursor");
        String[] values = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n", -1);
        for (int i = 0; i < values.length; i++) {
            // Relations are in the order of their kinds, which is a text.
            boolean anyText = list == Paged.listTags && i == values.length - 1 || list == Paged.listRelations && i == values.length - 2;
            if (!anyText) {
                list.refuses("cursor=" + changed(values, i, "not that"), "cursor");
            }
        }
        list.refuses("cursor=" + changed(values, 0, values[0] + "\n" + values[0]), "cursor");
    }

    /** The cursor with another value in this place. */
    private static String changed(String[] values, int place, String other) {
        String[] changed = values.clone();
        changed[place] = other;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(String.join("\n", changed).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource
    void a_cursor_of_another_list_or_with_another_filter_is_refused(Paged list) {
        String cursor = list.read("size=1").getString("page.nextCursor");
        for (Paged other : Paged.values()) {
            if (other != list) {
                other.refuses("cursor=" + cursor, "cursor");
            }
        }
        if (list.filter != null) {
            list.refuses(list.filter + "&cursor=" + cursor, "cursor");
        }
    }
}
