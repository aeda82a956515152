package vn.loa.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.loa.text.citation.CitationFinder;
import vn.loa.text.citation.SubjectFinder;
import vn.loa.text.date.VietnameseDates;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Subject;
import vn.loa.text.structure.TextBlocks;

/**
 * A real portal page against what a reader found in it by hand. The page is not ours to publish: the test runs where
 * the system property corpus names the directory that has portal-page.txt and portal-page.expected.json.
 */
class CorpusPageTest {
    private static List<String> page;
    private static JsonNode expected;
    private static DirectiveText text;
    private static List<Paragraph> paragraphs;

    @BeforeAll
    static void read() throws IOException {
        String corpus = System.getProperty("corpus");
        assumeTrue(corpus != null && Files.isReadable(Path.of(corpus, "portal-page.txt")), "no corpus");
        page = TextBlocks.paragraphs(Files.readString(Path.of(corpus, "portal-page.txt")));
        expected = new ObjectMapper().readTree(Files.readString(Path.of(corpus, "portal-page.expected.json")));
        int byline = page.indexOf(expected.at("/article/author").asText());
        int counters = page.indexOf("Đang online: " + expected.at("/visitors/online").asText());
        text = DirectiveText.parse(page.subList(byline + 1, counters));
        paragraphs = new ArrayList<>(text.preamble());
        text.sections().forEach(section -> paragraphs.addAll(section.paragraphs()));
    }

    @Test
    void the_blocks_are_the_page_s_parts() {
        assertEquals(expected.at("/article/site").asText(), page.get(0).split(" - ")[1]);
        assertEquals(expected.at("/article/title").asText(), page.get(1));
        assertEquals(List.of("Hôm nay: " + expected.at("/visitors/today").asText(),
                "Đã truy cập: " + expected.at("/visitors/total").asText()), page.subList(page.size() - 2, page.size()));
    }

    @Test
    void the_stamp_is_the_time_of_publication() {
        LocalDateTime at = OffsetDateTime.parse(expected.at("/article/published").asText()).toLocalDateTime();
        assertEquals(at, VietnameseDates.findStamp(page.get(2)).orElseThrow().at());
    }

    @Test
    void the_sections_are_the_page_s() {
        assertEquals(expected.get("preamble_paragraphs").asInt(), text.preamble().size());
        List<String> sections = new ArrayList<>();
        expected.get("sections").forEach(s -> sections.add(s.get("num").asText() + ":" + s.get("paragraphs").asInt()));
        assertEquals(sections,
                text.sections().stream().map(s -> s.number() + ":" + s.paragraphs().size()).toList());
        assertEquals(List.of(), text.warnings());
    }

    @Test
    void the_citations_are_exactly_the_page_s() {
        Subject subject = SubjectFinder.find(text.preamble().stream().map(Paragraph::text).toList()).orElseThrow();
        List<String> wanted = new ArrayList<>();
        for (JsonNode c : expected.get("citations")) {
            String role = c.path("role").asText("reference");
            wanted.add(String.join("|", where(c), role, c.get("type").asText(), c.get("number").asText(),
                    c.get("date").asText(), c.get("issuer").asText(), c.path("title").asText("null")));
        }
        List<String> found = CitationFinder.citations(paragraphs, subject).stream()
                .map(c -> String.join("|", place(c.paragraphEId()), c.role().name().toLowerCase(), c.type(),
                        "" + c.number(), "" + c.issuedOn(), "" + c.issuer(), "" + c.title())).toList();
        assertEquals(wanted, found);
    }

    @Test
    void the_self_references_are_exactly_the_page_s() {
        List<String> wanted = new ArrayList<>();
        expected.get("self_references").forEach(r -> wanted.add(where(r) + " " + r.get("raw").asText()));
        assertEquals(wanted, CitationFinder.selfReferences(paragraphs, "Chỉ thị").stream()
                .map(r -> place(r.paragraphEId()) + " " + r.raw()).toList());
    }

    private static String where(JsonNode node) {
        return node.get("in").asText();
    }

    private static String place(EId paragraph) {
        return paragraph.value().replaceAll("__p_\\d+$", "").replace("sec_", "");
    }
}
