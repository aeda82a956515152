package vn.loa.directive.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import vn.loa.text.fold.RaisedFigures;
import vn.loa.text.fold.VietnameseText;

/** Every rendering of every directive is well-formed and has all words in their order. */
class RenderingPropertiesTest {

    @Provide
    Arbitrary<RevisionText> editions() {
        Arbitrary<String> text = Arbitraries.oneOf(Arbitraries.of(RandomRevisionTexts.WORDS),
                Arbitraries.strings().ofMaxLength(6))
                .list().ofMinSize(1).ofMaxSize(6).map(parts -> VietnameseText.oneLine(String.join(" ", parts)));
        return Combinators.combine(Arbitraries.randomValue(random -> random.nextLong()), text.list().ofSize(40),
                Arbitraries.of(RandomRevisionTexts.BODIES).list().ofMaxSize(4), Arbitraries.integers().between(0, 12),
                Arbitraries.of(true, false))
                .as((seed, texts, bodies, sections, whole) ->
                        RandomRevisionTexts.edition(new Random(seed), texts,
                                whole ? String.join("", bodies) : null, sections));
    }

    @Property(tries = 300, seed = "20220713")
    void html_has_all_words_and_no_id_twice(@ForAll("editions") RevisionText edition) {
        Document page = Jsoup.parse(DirectiveHtml.render(edition));
        assertEquals(RevisionTexts.letters(edition), RevisionTexts.letters(page.body().wholeText()));
        List<String> ids = page.select("[id]").eachAttr("id");
        assertEquals(ids.size(), new HashSet<>(ids).size());
        edition.sections().forEach(section -> assertTrue(ids.contains(section.eId())));
        assertEquals(0, page.select("script, style, [onclick]").size());
    }

    @Property(tries = 300, seed = "20220713")
    void plain_text_has_all_words(@ForAll("editions") RevisionText edition) {
        String text = DirectivePlainText.render(edition).replaceAll("(?m)^- (?=\\S)", "");
        assertEquals(withoutItems(RevisionTexts.letters(edition)), withoutItems(RevisionTexts.letters(text)));
    }

    @Property(tries = 300, seed = "20220713")
    void markdown_has_all_words(@ForAll("editions") RevisionText edition) {
        String text = DirectiveMarkdown.render(edition)
                .replaceAll("(?m)^(#{1,6}|-) ", "").replaceAll("\\\\\n", " ")
                .replaceAll("(?<!\\\\)((?:\\\\\\\\)*)\\[", "$1")
                .replaceAll("(?<!\\\\)((?:\\\\\\\\)*)\\]\\(/api/v1/articles/[0-9a-f-]{36}/directive\\)", "$1")
                .replaceAll("\\\\(\\p{Punct})", "$1");
        assertEquals(withoutItems(RevisionTexts.letters(edition)), withoutItems(RevisionTexts.letters(text)));
    }

    /**
     * Removes hyphens at the start of lines, because a list item's hyphen cannot be distinguished from one of the text.
     * Without the hyphen, a combining mark may follow another letter. A figure that markup raises is a raised one in text.
     */
    private static String withoutItems(String letters) {
        String plain = letters.replace("-", "");
        for (int figure = 0; figure <= 9; figure++) {
            String written = String.valueOf(figure);
            plain = plain.replace(RaisedFigures.raised(written), written).replace(RaisedFigures.lowered(written), written);
        }
        return VietnameseText.normalise(plain);
    }

    @Property(tries = 300, seed = "20220713")
    void akoma_ntoso_is_well_formed_and_has_all_words(@ForAll("editions") RevisionText edition) {
        String expected = RevisionTexts.letters(edition).replace('\uFFFE', '\uFFFD').replace('\uFFFF', '\uFFFD');
        assertEquals(expected, RevisionTexts.letters(AknSchema.parse(DirectiveAkn.render(edition)).getTextContent()));
    }
}
