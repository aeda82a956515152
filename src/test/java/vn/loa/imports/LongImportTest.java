package vn.loa.imports;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.DecreePrint;
import vn.loa.support.Pages;
import vn.loa.support.Statements;
import vn.loa.text.structure.TextBlocks;

/** A print of five hundred pages is imported with as many statements as one of ten. */
@QuarkusTest
class LongImportTest {
    private static final DecreePrint LONG = DecreePrint.of(7, 1_700_000);
    private static final DecreePrint SHORT = DecreePrint.of(8, 35_000);
    /** Statements for rows that are written in batches. */
    private static final int BATCHES = 40;

    @ParameterizedTest
    @ValueSource(strings = "text/plain")
    void every_section_of_five_hundred_pages_is_stored(String type) {
        assertTrue(LONG.pages() >= 500, "pages: " + LONG.pages());
        JsonPath report = page(LONG, type).queryParam("publish", true).post("/api/v1/imports")
                .then().statusCode(201).extract().jsonPath();
        for (String[] count : new String[][] {{"chapter", "" + LONG.chapters()}, {"article", "" + LONG.articles()},
                {"clause", "" + LONG.clauses()}, {"point", "" + LONG.points()}}) {
            assertEquals(count[1], report.getString("article.sections.count { it.kind == '" + count[0] + "' }"), count[0]);
        }
        assertEquals(0, report.getList("warnings.findAll { it.code == 'section-number-out-of-sequence' }").size());
        given().get("/api/v1/articles/{id}/sections/art_{last}", report.getString("article.id"), LONG.articles())
                .then().statusCode(200).body("heading", equalTo("Quản lý cây xanh"));
    }

    @Test
    void it_costs_hardly_more_statements_than_a_short_one() {
        long few = Statements.during(() -> page(SHORT, "text/plain").post("/api/v1/imports").then().statusCode(201));
        long many = Statements.during(() -> page(LONG, "text/plain").post("/api/v1/imports").then().statusCode(201));
        assertTrue(many <= few + BATCHES, few + " statements for " + SHORT.pages() + " pages, " + many + " for "
                + LONG.pages());
    }

    @Test
    void a_report_of_it_stores_nothing() {
        page(LONG, "text/plain").queryParam("dryRun", true).post("/api/v1/imports").then().statusCode(200)
                .body("warnings.code", contains("print-furniture-left-out", "no-publication-date"));
        Pages.asAdmin().get("/api/v1/drafts").then().body("items", hasSize(0));
    }

    private static RequestSpecification page(DecreePrint print, String type) {
        String body = type.equals("text/plain") ? print.text() : TextBlocks.paragraphs(print.text()).stream()
                .collect(Collectors.joining("</p>\n<p>", "<html><body><h1>Nghị định</h1><div><p>", "</p></div></body></html>"));
        return Pages.page(body.getBytes(StandardCharsets.UTF_8), type + "; charset=utf-8");
    }
}
