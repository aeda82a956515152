package vn.loa.article.read;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.support.Editing;
import vn.loa.support.Statements;

@QuarkusTest
class TagListTest {

    private static final String TAGS = "/api/v1/tags";

    @BeforeEach
    void tagged_articles() {
        published("Một", "đất", "luật");
        published("Hai", "luật", "dân sự");
        String withdrawn = published("Ba", "luật", "ảnh");
        Editing.withdraw(withdrawn, "Sai.").then().statusCode(200);
        Editing.remove(published("Bốn", "bỏ"), "Nhầm.").then().statusCode(200);
        Editing.created(Editing.object("{\"title\": \"Nháp\", \"tags\": [\"nháp\"], \"body\": \"<p>Nội dung.</p>\"}"));
    }

    private static String published(String title, String... tags) {
        var article = Editing.news(title);
        List.of(tags).forEach(article.putArray("tags")::add);
        return Editing.published(article);
    }

    @Test
    void tags_of_public_articles_come_with_how_many_have_them() {
        given().get(TAGS).then().statusCode(200)
                .body("items.tag", contains("luật", "ảnh", "dân sự", "đất")).body("items.articles", contains(3, 1, 1, 1))
                .body("page.totalItems", equalTo(4));
        given().queryParam("tag", "luật").get("/api/v1/articles").then().body("page.totalItems", equalTo(3));
    }

    @Test
    void spellings_of_a_tag_are_one_which_is_shown_as_most_articles_have_it() {
        published("Năm", "Luật", "LUẬT", "đat");
        published("Sáu", "Đất");
        String third = published("Bảy", "Đất");
        given().get(TAGS).then().statusCode(200)
                .body("items.tag", contains("Đất", "luật", "ảnh", "dân sự")).body("items.articles", contains(4, 4, 1, 1));
        for (String spelling : List.of("dat", "Đất", "ĐẤT")) {
            given().queryParam("tag", spelling).get("/api/v1/articles").then().body("page.totalItems", equalTo(4))
                    .body("items.size()", equalTo(4));
            given().queryParam("tag", spelling).get(TAGS).then().body("items.tag", contains("Đất"));
        }
        given().queryParam("tag[ne]", "dat").get(TAGS).then().body("items.tag", contains("luật", "ảnh", "dân sự"));
        Editing.remove(third, "Nhầm.").then().statusCode(200);
        given().queryParam("tag", "dat").get(TAGS).then().body("items.tag", contains("Đất")).body("items.articles", contains(3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sort          | -tag     | luật,đất,dân sự,ảnh
            articles[gte] | 2        | luật
            tag           | đất,luật | luật,đất
            articles      | 1,2      | ảnh,dân sự,đất""")
    void tags_are_filtered_and_sorted(String name, String value, String tags) {
        given().queryParam(name, value).get(TAGS).then().statusCode(200).body("items.tag", contains((Object[]) tags.split(",")));
    }

    @Test
    void tags_are_walked_by_cursor_and_cost_two_statements() {
        String cursor = given().queryParam("size", 2).get(TAGS).path("page.nextCursor");
        given().queryParam("size", 2).queryParam("cursor", cursor).get(TAGS).then().body("items.tag", contains("dân sự", "đất"));
        assertEquals(1, Statements.during(() -> given().get(TAGS).then().statusCode(200)));
        assertEquals(1, Statements.during(() -> given().queryParam("count", "none").queryParam("fields", "tag").get(TAGS)
                .then().statusCode(200).body("items[0].keySet()", contains("tag"))));
        given().queryParam("page", 9).get(TAGS).then().statusCode(200).body("items", empty());
    }
}
