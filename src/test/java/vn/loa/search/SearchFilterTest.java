package vn.loa.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.support.ContentStays;
import vn.loa.support.Editing;
import vn.loa.support.FreshStart;
import vn.loa.support.Statements;

/** The filters of a search: the same as those of lists. */
@QuarkusTest
@ContentStays
class SearchFilterTest {

    /** Five articles and three sections with the word, and many sections with another. */
    @BeforeEach
    void content() {
        if (FreshStart.hasContent()) {
            return;
        }
        publish("A", "Chỉ thị", "22-CT/TU", "Ban Thường vụ Tỉnh ủy", "2022-07-13", "văn thư");
        publish("B", "Kế hoạch", "86/KH-UBND", "Ủy ban nhân dân tỉnh", "2023-03-14", "Văn Thư", "số hóa");
        publish("C", "Thông tư liên tịch", "01/2024/TTLT", "Bộ Công an, Bộ Quốc phòng", "2024-01-08", "số hóa, lưu trữ");
        Editing.published(Editing.object("{\"title\": \"Rừng D\", \"tags\": [\"lâm nghiệp\"]}"));
        Editing.published(Editing.object("{\"title\": \"Rừng E\"}"));
        ObjectNode many = SearchTest.directive("Biển F", "Báo cáo", "9/BC-UBND", null, "2021-01-01", "Giữ biển.");
        many.putArray("sections");
        for (int i = 1; i <= 320; i++) {
            many.withArray("sections").addObject().put("number", String.valueOf(i)).withArray("paragraphs").addObject()
                    .put("text", "Giữ biển.");
        }
        Editing.published(many);
    }

    private static void publish(String title, String type, String number, String issuer, String issuedOn, String... tags) {
        ObjectNode article = SearchTest.directive("Rừng " + title, type, number, issuer, issuedOn, "Giữ rừng.");
        List.of(tags).forEach(article.putArray("tags")::add);
        Editing.published(article);
    }

    private static ValidatableResponse search(String query) {
        RequestSpecification request = given().queryParam("q", "rung").queryParam("size", 100);
        for (String parameter : query.split("&")) {
            request.queryParam(parameter.split("=")[0], parameter.split("=")[1]);
        }
        return request.get(SearchTest.SEARCH).then().statusCode(200);
    }

    private static String found(ValidatableResponse answer) {
        List<String> kinds = answer.extract().path("items.kind");
        List<String> titles = answer.extract().path("items.article.title");
        TreeSet<String> found = new TreeSet<>();
        for (int i = 0; i < kinds.size(); i++) {
            found.add(titles.get(i).replace("Rừng ", "") + (kinds.get(i).equals("section") ? "1" : ""));
        }
        return String.join(" ", found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tag=van thu                          | A A1 B B1
            tag=VĂN THƯ,số hóa                   | A A1 B B1
            tag=van thu&tag=lam nghiep           | A A1 B B1 D
            tag=lam nghiep,van thu,VAN THU       | A A1 B B1 D
            tag=lam nghiep,không ai dùng         | D
            tag=không ai dùng                    | ''
            tag[ne]=van thu                      | C C1 D E
            tag[ne]=van thu,lâm nghiệp           | C C1 E
            tag[ne]=không ai dùng                | A A1 B B1 C C1 D E
            tag=so hoa&tag[ne]=khác              | B B1
            tag=so hoa\\, luu tru                | C C1
            issuer=bo cong an\\, bo quoc phong,uy ban nhan dan tinh | B B1 C C1
            issuer=bo cong an, bo quoc phong     | ''
            issuer[ne]=Ban Thường vụ Tỉnh uỷ     | B B1 C C1 D E
            type=chi thi,ke hoach                | A A1 B B1
            type[ne]=chi thi,ke hoach            | C C1 D E
            type=chi thi,ke hoach&year=2023,2024 | B B1
            kind=article                         | A B C D E
            kind=section&kind=article            | A A1 B B1 C C1 D E
            kind=section&type=chi thi,ke hoach   | A1 B1
            year=2022,2024,1999                  | A A1 C C1
            year[gte]=2023                       | B B1 C C1
            year[lt]=2023                        | A A1
            year[gte]=2022&year[lt]=2024         | A A1 B B1
            year[gte]=2022&year[lt]=2024&year=2023 | B B1
            year[gte]=2024&year[lt]=2024         | ''
            year[gte]=2025                       | ''
            year[gte]=2020                       | A A1 B B1 C C1
            year[gte]=2020&year[lt]=2030         | A A1 B B1 C C1
            year[gte]=1999&year[lt]=2024         | A A1 B B1
            year[lt]=2030&year[gte]=2021         | A A1 B B1 C C1
            year[lt]=1                           | ''
            tag=!!!                              | ''
            tag[ne]=!!!                          | A A1 B B1 C C1 D E""")
    void filters_find_what_they_say(String query, String expected) {
        assertEquals(expected, found(search(query)));
    }

    @Test
    void what_many_have_is_narrowed_before_it_is_counted() {
        String q = "giu bien";
        for (String query : List.of("type=bao cao", "type=bao cao,chi thi", "type[ne]=chi thi", "type[ne]=chi thi,ke hoach",
                "year=2021,2022", "year[lt]=2022", "issuer[ne]=chinh phu,tinh uy")) {
            given().queryParam("q", q).queryParam(query.split("=")[0], query.split("=")[1]).get(SearchTest.SEARCH).then()
                    .statusCode(200).body("total.value", equalTo(320)).body("facets.type.value", contains("Báo cáo"));
        }
        for (String query : List.of("type=chi thi,ke hoach", "type[ne]=bao cao,chi thi", "kind=article", "year[gte]=2022")) {
            given().queryParam("q", q).queryParam(query.split("=")[0], query.split("=")[1]).get(SearchTest.SEARCH).then()
                    .statusCode(200).body("total.value", equalTo(0));
        }
    }

    @Test
    void a_filter_of_several_values_narrows_in_the_same_statement() {
        assertEquals(1, Statements.during(() -> search("type=chi thi")));
        assertEquals(1, Statements.during(() -> search("type=chi thi,ke hoach&tag[ne]=a,b")));
        assertEquals(2, Statements.during(() -> given().queryParam("q", "giu bien ").queryParam("type", "chi thi,ke hoach")
                .get(SearchTest.SEARCH)), "many have the words, none the types: another spelling is looked for");
        assertEquals(2, Statements.during(() -> search("year[gte]=2023")), "the years that there are come first");
    }

    @Test
    void a_filter_has_at_most_twenty_values_all_have_thirty_and_links_keep_them() {
        search("tag=van thu" + ",x".repeat(19)).header("Link", containsString("tag=van%20thu%2Cx"));
        given().queryParam("q", "rung").queryParam("tag", "van thu" + ",x".repeat(20)).get(SearchTest.SEARCH).then().statusCode(400)
                .body("errors.parameter", contains("tag")).body("errors.code", contains("too-many"));
        search("tag=van thu" + ",x".repeat(19) + "&issuer=y" + ",y".repeat(9));
        given().queryParam("q", "rung").queryParam("tag", "van thu" + ",x".repeat(19)).queryParam("issuer", "y" + ",y".repeat(10))
                .get(SearchTest.SEARCH).then().statusCode(400)
                .body("errors.parameter", contains("issuer")).body("errors.code", contains("too-many"));
    }
}
