package vn.loa.article.edit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.directive.TextSize;
import vn.loa.directive.edit.SectionTree;
import vn.loa.html.BodyHtml;
import vn.loa.problem.FieldErrors;
import vn.loa.text.citation.CitationFinder;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Warning;

/**
 * What is stored of a text, and answered, is a small multiple of the text that an editor sent, whatever that is made of. The
 * memory for all of it is reserved by that size.
 */
class HostileSizeTest {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final int LENGTH = 200_000;
    /** A text of any length may have 2,000 citations; each is in an answer twice. */
    private static final int SHORT_TEXT = 2_000 * 1_200;

    private static void assertSmallMultiple(int most, int more, ObjectNode sent) throws JsonProcessingException {
        ContentRequest request = JSON.treeToValue(sent, ContentRequest.class);
        FieldErrors errors = new FieldErrors();
        BodyHtml html = BodyHtml.of(request.body() == null ? "" : request.body(), "body");
        SectionTree tree = SectionTree.of(request.sections(), Set.of(), errors);
        errors.throwIfAny();
        List<Paragraph> paragraphs = new ArrayList<>(html.paragraphs());
        tree.sections().forEach(section -> paragraphs.addAll(section.paragraphs()));
        long stored = TextSize.of(html.html(), tree.sections(), CitationFinder.citations(paragraphs, null)).all()
                + html.warnings().stream().mapToInt(HostileSizeTest::length).sum();
        long bytes = sent.toString().getBytes(StandardCharsets.UTF_8).length;
        assertTrue(stored <= most * bytes + more, () -> stored + " bytes of " + bytes + ": " + (double) stored / bytes);
    }

    private static int length(Warning warning) {
        return warning.message().length() + (warning.near() == null ? 0 : warning.near().length());
    }

    private static ObjectNode sections(int count, int paragraphs, String text) {
        ObjectNode content = JSON.createObjectNode().put("title", "a");
        ArrayNode sections = content.putArray("sections");
        for (int i = 1; i <= count; i++) {
            ArrayNode of = sections.addObject().put("number", String.valueOf(i)).putArray("paragraphs");
            for (int p = 0; p < paragraphs; p++) {
                of.addObject().put("text", text);
            }
        }
        return content;
    }

    @ParameterizedTest
    @ValueSource(strings = {"theo Chỉ thị số 19-CT/TU về việc a ", "1-CT/TU ", "số 1-CT/TU về “ ", "Luật A năm 2013, ",
        "Nghị định số 1/2020/NĐ-CP ngày 1/2/2020 quy định a ",
        "điểm a đến y khoản 1 đến 60 Điều 1 Nghị định số 1/2020/NĐ-CP "})
    void many_citations(String piece) throws JsonProcessingException {
        assertSmallMultiple(40, SHORT_TEXT, sections(1, LENGTH / 3000, piece.repeat(3000 / piece.length())));
        assertSmallMultiple(40, SHORT_TEXT, sections(1, LENGTH / piece.length() / 20, piece));
        assertSmallMultiple(40, SHORT_TEXT, JSON.createObjectNode().put("title", "a")
                .put("body", ("<p>" + piece).repeat(LENGTH / piece.length() / 20)));
    }

    @Test
    void many_sections_and_paragraphs() throws JsonProcessingException {
        assertSmallMultiple(12, 0, sections(10_000, 0, ""));
        assertSmallMultiple(12, 0, sections(10, 2_000, "a"));
        ObjectNode deep = JSON.createObjectNode().put("title", "a");
        ArrayNode sections = deep.putArray("sections");
        for (int i = 1; i <= 2_000; i++) {
            sections.addObject().put("number", String.valueOf(i)).put("level", Math.min(i, 8));
        }
        assertSmallMultiple(12, 0, deep);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p>", "<div>", "<b><i><u><s>a<p>b", "<blockquote>", "<ul><li>a", "<script>x</script>a",
        "<a href=javascript:x>a</a>", "<p style=color:red onclick=x>a", "<table><tr><td>a", "&amp;", "<p>a<b>", "“"})
    void deep_html_and_many_warnings(String piece) throws JsonProcessingException {
        assertSmallMultiple(5, 0, JSON.createObjectNode().put("title", "a").put("body", piece.repeat(20_000 / piece.length())));
    }
}
