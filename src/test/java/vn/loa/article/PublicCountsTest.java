package vn.loa.article;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;

/** The stored counts equal the counted ones after articles were published, withdrawn and removed in any order. */
@QuarkusTest
class PublicCountsTest {

    private static final List<String> TAGS = List.of("đất", "luật", "Luật", "thuế", "an toàn", "An Toàn", "AN TOÀN");
    private static final List<String> TYPES = List.of("Chỉ thị", "Quyết định");
    private static final String ROWS_BY_VALUE = "select field || '=' || value, article_id, "
            + "(extract(epoch from first_published_at) * 1000000)::bigint from %s";

    @Inject
    DataSource database;

    @Inject
    PublicCounts counts;

    private final Random random = new Random(20);

    @Test
    void kept_numbers_are_those_that_are_counted() throws SQLException {
        List<String> articles = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
            String article = articles.isEmpty() ? null : articles.get(random.nextInt(articles.size()));
            switch (article == null ? 0 : random.nextInt(6)) {
                case 0, 1 -> articles.add(Editing.published(content()));
                case 2, 3 -> {
                    Editing.put(article, Editing.etag(article), content()).then().statusCode(200);
                    Editing.publish(article).then().statusCode(200);
                }
                // Not possible in every state; then nothing may change.
                case 4 -> Editing.withdraw(article, "Sai sót.");
                default -> {
                    Editing.remove(article, "Trùng lặp.").then().statusCode(200);
                    articles.remove(article);
                }
            }
            if (step % 7 == 0) {
                counts.sumUp();
            }
            assertEquals(numbers("select field, value, count(*) from public_count_entry group by field, value"),
                    numbers("select field, value, sum(change) from public_count where field <> 'inForceOn' group by field, value having sum(change) <> 0"));
            assertEquals(numbers(ROWS_BY_VALUE.formatted("article_filter_entry")), numbers(ROWS_BY_VALUE.formatted("article_filter")));
        }
        assertListsTellThem();
    }

    private ObjectNode content() {
        ObjectNode content = random.nextBoolean() ? Editing.news("Tin") : Editing.directive("Văn bản", "1-CT/TU");
        var tags = content.putArray("tags");
        TAGS.stream().filter(tag -> random.nextBoolean()).forEach(tags::add);
        if (content.has("directive")) {
            ((ObjectNode) content.get("directive")).put("type", TYPES.get(random.nextInt(TYPES.size())));
        }
        return content;
    }

    private Map<String, Long> numbers(String sql) throws SQLException {
        Map<String, Long> numbers = new TreeMap<>();
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                numbers.put(row.getString(1) + "=" + row.getString(2), row.getLong(3));
            }
        }
        return numbers;
    }

    private void assertListsTellThem() {
        List<Map<String, Object>> tags = given().get("/api/v1/tags").then().statusCode(200).extract().jsonPath().getList("items");
        assertTrue(tags.size() > 1, tags.toString());
        tags.forEach(tag -> assertEquals(tag.get("articles"), total(given().queryParam("tag", tag.get("tag")), "articles")));
        for (String list : List.of("articles", "directives")) {
            for (String type : List.of("chi thi", "Quyết định")) {
                total(given().queryParam("type", type), list);
            }
            total(given(), list);
        }
        total(given().queryParam("state", "withdrawn"), "articles");
        total(given().queryParam("state", "withdrawn,published"), "articles");
        total(given().queryParam("type", "chi thi,Quyết định"), "directives");
        total(given().queryParam("type[ne]", "chi thi"), "articles");
    }

    /** The total of a list, after it was compared with the number of items. */
    private static int total(RequestSpecification request, String list) {
        JsonPath page = request.queryParam("size", 100).get("/api/v1/" + list).then().statusCode(200).extract().jsonPath();
        assertEquals(page.getList("items").size(), page.getInt("page.totalItems"));
        return page.getInt("page.totalItems");
    }

    @Test
    void a_far_page_has_the_same_articles_as_a_walk() {
        for (int n = 0; n < 110; n++) {
            Editing.published(Editing.news("Tin " + n % 9));
        }
        for (String sort : List.of("-firstPublishedAt", "title", "-views", "issuedOn")) {
            List<String> walked = given().queryParam("sort", sort).queryParam("size", 100).get("/api/v1/articles").then()
                    .statusCode(200).extract().jsonPath().getList("items.id");
            String next = given().queryParam("sort", sort).queryParam("size", 100).get("/api/v1/articles").jsonPath()
                    .getString("page.nextCursor");
            walked = new ArrayList<>(walked);
            walked.addAll(given().queryParam("sort", sort).queryParam("cursor", next).get("/api/v1/articles").then()
                    .statusCode(200).extract().jsonPath().getList("items.id"));
            assertEquals(110, walked.size());
            for (int page : List.of(1, 20, 21, 22)) {
                List<String> shown = given().queryParam("sort", sort).queryParam("size", 5).queryParam("page", page)
                        .get("/api/v1/articles").then().statusCode(200).extract().jsonPath().getList("items.id");
                assertEquals(walked.subList(5 * page - 5, 5 * page), shown, sort + " " + page);
            }
        }
    }
}
