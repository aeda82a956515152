package vn.loa.directive.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.NodeList;
import vn.loa.directive.CitationView;
import vn.loa.directive.DirectiveView;
import vn.loa.html.BodyHtml;
import vn.loa.support.XssVectors;

/** Known attacks in any text of a directive stay text in every format. */
class RenderingXssTest {

    private static final Set<String> ELEMENTS = Set.of("html", "head", "meta", "title", "body", "article", "header",
            "section", "h1", "h2", "h3", "p", "span", "a");
    private static final Set<String> ATTRIBUTES = Set.of("lang", "charset", "id", "class", "href");
    private static final String LINK = "/api/v1/articles/" + RevisionTexts.CITED + "/directive";
    /** A square or angle bracket that is not escaped by a backslash. */
    private static final Pattern OPEN = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*[<\\[]");

    static Stream<String> vectors() {
        return XssVectors.all();
    }

    private static RevisionText edition(String vector, String body) {
        DirectiveView head = new DirectiveView(vector, vector, vector, null, vector);
        List<CitationView> cited = List.of(
                RevisionTexts.citation("sec_1__p_1", vector, vector, vector, vector, RevisionTexts.CITED));
        return RevisionTexts.of(head, body, List.of(), List.of(
                RevisionTexts.section("sec_1", null, 1, "section", vector, vector, cited, vector, "x " + vector),
                RevisionTexts.section("sec_1__para_1", "sec_1", 2, "clause", vector, null, List.of(), vector)));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void html_has_no_element_and_no_attribute_of_it(String vector) {
        for (Element element : Jsoup.parse(DirectiveHtml.render(edition(vector, ""))).select("html, html *")) {
            assertTrue(ELEMENTS.contains(element.normalName()), element::outerHtml);
            for (Attribute attribute : element.attributes()) {
                assertTrue(ATTRIBUTES.contains(attribute.getKey()), element::outerHtml);
                assertTrue(!attribute.getKey().equals("href") || attribute.getValue().equals(LINK), element::outerHtml);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void the_body_is_as_safe_as_it_was(String vector) {
        String body = BodyHtml.of(vector, "preamble").html();
        String page = DirectiveHtml.render(RevisionTexts.whole(body, List.of(), List.of()));
        Element rendered = Jsoup.parse(page).selectFirst("article > div");
        assertEquals(Jsoup.parseBodyFragment(body).body().html(), rendered == null ? "" : rendered.html());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void markdown_has_no_markup_of_it(String vector) {
        String markdown = DirectiveMarkdown.render(edition(vector, BodyHtml.of(vector, "preamble").html()));
        String unlinked = markdown.replace("](" + LINK + ")", "").replaceFirst("(?<!\\\\)(?:\\\\\\\\)*\\[", "");
        assertFalse(OPEN.matcher(unlinked).find(), markdown);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void akoma_ntoso_has_no_element_of_it(String vector) {
        String xml = DirectiveAkn.render(edition(vector, BodyHtml.of(vector, "preamble").html()));
        NodeList elements = AknSchema.parse(xml).getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            String name = elements.item(i).getNodeName();
            assertFalse(Set.of("script", "img", "a", "svg", "iframe").contains(name), name);
        }
    }
}
