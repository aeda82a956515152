package vn.loa.imports;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Pages;

/** Each page of {@code src/test/resources/pages} is read as a careful person read it ({@code *.expected.json}). */
@QuarkusTest
class PageReadingTest {

    private static final Pattern PARAGRAPH = Pattern.compile("<p id=\"([a-z]+)__p_\\d+\">");

    @ParameterizedTest
    @ValueSource(strings = {"canonical.txt", "no-counters.txt", "no-directive.txt", "decomposed.txt", "other-dates.txt",
            "wrapped.txt", "lead-in-bold.txt", "quoted-amendment.txt", "aspnet.html", "modern.html", "byline-last.html"})
    void a_page_is_read_as_a_person_reads_it(String name) throws IOException {
        assertRead(Pages.fixture(name), Pages.expected(name.replaceAll("\\.\\w+$", "")));
    }

    /** A page of a real portal, which is not part of this repository: {@code -Dcorpus=<folder>}. */
    @Test
    void the_real_page_is_read_as_a_person_reads_it() throws IOException {
        Path corpus = Path.of(System.getProperty("corpus", "no-corpus"));
        assumeTrue(Files.exists(corpus.resolve("portal-page.txt")), "no corpus here");
        assertRead(Pages.page(Files.readAllBytes(corpus.resolve("portal-page.txt")), "text/plain"),
                new ObjectMapper().readTree(corpus.resolve("portal-page.expected.json").toFile()));
    }

    private static void assertRead(RequestSpecification page, JsonNode expected) throws IOException {
        String answer = page.queryParam("dryRun", true).post("/api/v1/imports").then().statusCode(200)
                .extract().asString();
        JsonNode read = new ObjectMapper().readTree(answer);
        assertAll(
                () -> assertHead(expected, read),
                () -> assertText(expected, read),
                () -> assertEquals(expectedCitations(expected), citations(read), "citations"),
                () -> assertPlaces(expected, read),
                () -> assertEquals(selfReferences(expected), foundSelfReferences(read), "self references"));
    }

    private static void assertHead(JsonNode expected, JsonNode read) {
        JsonNode article = expected.path("article");
        JsonNode directive = expected.path("directive");
        assertAll(
                () -> assertEquals(text(article, "site"), text(read.path("found"), "site"), "site"),
                () -> assertEquals(text(article, "title"), text(read.path("article"), "title"), "title"),
                () -> assertEquals(text(article, "author"), text(read.path("article"), "byline"), "byline"),
                () -> assertEquals(OffsetDateTime.parse(text(article, "published")).toInstant().toString(),
                        text(read.path("article"), "firstPublishedAt"), "publication stamp"),
                () -> assertEquals(number(article, "views"), number(read.path("found"), "views"), "views"),
                () -> assertEquals(expected.path("visitors").toString(), orNull(read.path("found").path("visitors")), "visitors"),
                () -> {
                    if (directive.isObject()) {
                        assertEquals(List.of(text(directive, "type"), text(directive, "number"), text(directive, "issuer"),
                                        text(directive, "date"), text(directive, "title")),
                                values(read.path("article").path("directive"), "type", "number", "issuer", "issuedOn", "title"),
                                "directive");
                    }
                });
    }

    private static void assertText(JsonNode expected, JsonNode read) {
        List<String> sections = new ArrayList<>();
        expected.path("sections").forEach(s -> sections.add(text(s, "num") + ": " + s.path("paragraphs").asInt()));
        List<String> found = new ArrayList<>();
        read.path("article").path("sections").forEach(s -> found.add(text(s, "number") + ": " + s.path("paragraphs").size()));
        assertEquals(sections, found, "sections and their paragraphs");

        List<String> around = PARAGRAPH.matcher(text(read.path("article"), "body")).results()
                .map((MatchResult match) -> match.group(1)).toList();
        boolean carries = expected.has("preamble_paragraphs");
        int count = expected.path(carries ? "preamble_paragraphs" : "body_paragraphs").asInt();
        assertEquals(Collections.nCopies(count, carries ? "preamble" : "body"), around, "paragraphs of the body");
    }

    /** The citations in the form of the expected files: paragraph, role, type, number, date, issuer, title. */
    private static List<String> expectedCitations(JsonNode expected) {
        List<String> citations = new ArrayList<>();
        expected.path("citations").forEach(c -> citations.add(String.join(" | ",
                place(c), c.path("role").asText("reference"), text(c, "type"), text(c, "number"),
                text(c, "date"), text(c, "issuer"), text(c, "title"))));
        return citations;
    }

    private static String place(JsonNode citation) {
        String in = text(citation, "in");
        return in.matches("\\d.*") ? "sec_" + in : in;
    }

    /** Compares the paragraph of a citation if the expected file has it, and the number as the page writes it. */
    private static void assertPlaces(JsonNode expected, JsonNode read) {
        for (int i = 0; i < expected.path("citations").size(); i++) {
            JsonNode wanted = expected.path("citations").path(i);
            JsonNode found = read.path("article").path("citations").path(i);
            if (wanted.has("paragraph")) {
                assertEquals(place(wanted) + "__p_" + wanted.path("paragraph").asInt(), text(found, "paragraphEId"));
            }
            if (wanted.path("raw").isTextual()) {
                assertTrue(text(found, "raw").contains(text(wanted, "raw")), text(found, "raw"));
            }
        }
    }

    private static List<String> citations(JsonNode read) {
        List<String> citations = new ArrayList<>();
        read.path("article").path("citations").forEach(c -> citations.add(String.join(" | ",
                text(c, "paragraphEId").replaceAll("__p_\\d+$", ""), text(c, "role"), text(c, "type"), text(c, "number"),
                text(c, "issuedOn"), text(c, "issuer"), text(c, "title"))));
        return citations;
    }

    private static List<String> selfReferences(JsonNode expected) {
        List<String> references = new ArrayList<>();
        expected.path("self_references").forEach(r -> references.add(place(r) + " " + text(r, "raw")));
        return references;
    }

    private static List<String> foundSelfReferences(JsonNode read) {
        List<String> references = new ArrayList<>();
        read.path("found").path("selfReferences").forEach(r ->
                references.add(text(r, "paragraphEId").replaceAll("__p_\\d+$", "") + " " + text(r, "raw")));
        return references;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).isTextual() ? node.path(name).asText() : "–";
    }

    private static Long number(JsonNode node, String name) {
        return node.path(name).isNumber() ? node.path(name).asLong() : null;
    }

    private static String orNull(JsonNode node) {
        return node.isMissingNode() ? "null" : node.toString();
    }

    private static List<String> values(JsonNode node, String... names) {
        return Arrays.stream(names).map(name -> text(node, name)).toList();
    }
}
