package vn.loa.listing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.ContentStays;
import vn.loa.support.Editing;
import vn.loa.support.FreshStart;
import vn.loa.support.OpenApiContract;
import vn.loa.support.PlainHttp;

/** A list answers any request with a page, or with a problem that names the fault. */
@QuarkusTest
@ContentStays
class ListFuzzTest {

    private static final List<String> VALUES = List.of("luật", "a,b", "2022-01-01", "0001-01-01", "9999-12-31", "2022-02-30",
            "2022-01-01T00:00:00Z", "0001-01-01T00:00:01Z", "-1", "0", "1", "2", "9223372036854775807", "99999999999999999999",
            "title", "-title", "-firstPublishedAt,title", "issuedOn,-title", "-level", "position", "tag,-articles", "none",
            "exact", "sections,citations", "tags,changeHistory", "title,body", "eId", "directive,cites", "published",
            "withdrawn,published", "section", "article,clause", "'", "\"", "\\", "%", "_", ":f0", "?1", "{x}", "$1", "🙂",
            "e\u0301", "\uFFFF", "\u0001", "--", ";", "()", "null", " ", ",", "[]", "sec_1", "22-CT/TU", "chi thi", "& | !");

    private static final List<String> UNKNOWN = List.of("colour", "tag[near]", "[gte]", "tag[", "at]");

    private static String article;

    @BeforeEach
    void some_articles() {
        if (FreshStart.hasContent()) {
            return;
        }
        article = Editing.published(Editing.directive("Chỉ thị", "5-CT/TU"));
        Editing.published(Editing.news("Tin"));
        Editing.published(Editing.news("Tin").put("summary", "Tóm tắt."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/articles", "/api/v1/directives", "/api/v1/tags", "/api/v1/articles/{article}/sections"})
    void no_combination_of_parameters_fails(String path) {
        List<String> names = new ArrayList<>(UNKNOWN);
        OpenApiContract contract = OpenApiContract.load();
        contract.document().path("paths").path(path).path("get").path("parameters")
                .forEach((JsonNode given) -> {
                    JsonNode parameter = contract.resolve(given);
                    if (parameter.path("in").asText().equals("query")) {
                        names.add(parameter.path("name").asText());
                    }
                });
        Random random = new Random(path.hashCode());
        int answered = 0;
        for (int i = 0; i < 400; i++) {
            StringBuilder query = new StringBuilder();
            for (int n = random.nextInt(4); n >= 0; n--) {
                String name = names.get(random.nextInt(30) == 0 ? random.nextInt(UNKNOWN.size())
                        : UNKNOWN.size() + random.nextInt(names.size() - UNKNOWN.size()));
                String value = VALUES.get(random.nextInt(VALUES.size()));
                query.append(encoded(name)).append('=').append(encoded(value)).append('&');
            }
            HttpResponse<String> answer = PlainHttp.send("GET", path.replace("{article}", article) + "?" + query, "");
            assertTrue(answer.statusCode() == 200 || answer.statusCode() == 400, query + " " + answer.body());
            answered += answer.statusCode() == 200 ? 1 : 0;
        }
        assertTrue(answered > 5, "only " + answered + " were good");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/articles", "/api/v1/directives", "/api/v1/tags", "/api/v1/articles/{article}/sections"})
    void no_forged_cursor_fails(String path) {
        String list = path.replace("{article}", article);
        String sort = path.endsWith("articles") || path.endsWith("directives") ? "-issuedOn" : path.endsWith("tags") ? "-articles" : "level";
        String genuine = given().queryParam("size", 1).queryParam("sort", sort).get(list).path("page.nextCursor");
        String head = genuine == null ? "x" : new String(Base64.getUrlDecoder().decode(genuine), StandardCharsets.UTF_8).split("\n")[0];
        Random random = new Random(path.hashCode());
        for (int i = 0; i < 200; i++) {
            StringBuilder forged = new StringBuilder(head);
            for (int n = random.nextInt(5); n >= 0; n--) {
                forged.append('\n').append(random.nextInt(3) == 0 ? "\0" : VALUES.get(random.nextInt(VALUES.size())));
            }
            String cursor = Base64.getUrlEncoder().encodeToString(forged.toString().getBytes(StandardCharsets.UTF_8));
            HttpResponse<String> answer = PlainHttp.send("GET", list + "?sort=" + sort + "&cursor=" + encoded(cursor), "");
            assertTrue(answer.statusCode() == 200 || answer.statusCode() == 400, forged + " " + answer.body());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
