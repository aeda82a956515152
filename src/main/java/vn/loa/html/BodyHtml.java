package vn.loa.html;

import java.util.List;
import org.jsoup.Jsoup;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Warning;

/**
 * The HTML of an article's body, safe for any page. It has only elements and attributes of an allow-list
 * ({@link BodyPolicy}), nested so that every parser reads them in the same way ({@link BodyBuilder}). Each block of
 * text has an id ({@link BodyParagraphs}).
 *
 * <p>Markup from the client is never copied. It is parsed as browsers parse it, a new tree is built of the allowed
 * elements, and that tree is written. Safe HTML as input gives the same HTML without warnings.
 *
 * @param html empty when the body shows nothing
 * @param paragraphs in document order, each with its {@code id} in the HTML and its visible words; together they are
 *     all words of the body, in order
 * @param warnings the removed elements and attributes: {@code element-removed}, {@code attribute-removed},
 *     {@code paragraph-id-changed}, {@code nesting-flattened}
 */
public record BodyHtml(String html, List<Paragraph> paragraphs, List<Warning> warnings) {
    public BodyHtml {
        paragraphs = List.copyOf(paragraphs);
        warnings = List.copyOf(warnings);
    }

    /**
     * Makes HTML safe. Takes time linear in its length.
     *
     * @param untrusted HTML as it stands inside {@code <body>}; broken markup is read as browsers read it
     * @param idPrefix {@code body}, or {@code preamble} for the body of an article that carries a directive
     * @throws IllegalArgumentException when the body is too large ({@link BodyWriter#MAX_LENGTH},
     *     {@link BodyBuilder#MAX_ELEMENTS}); the message is for the client
     */
    public static BodyHtml of(String untrusted, String idPrefix) {
        BodyWriter.checkLength(untrusted.length());
        BodyPolicy policy = new BodyPolicy();
        BodyNode body = BodyBuilder.build(Jsoup.parseBodyFragment(withoutEndMarks(untrusted)).body(), policy);
        BodyRuns.tidy(body);
        List<Paragraph> paragraphs = BodyParagraphs.assignIds(body, idPrefix, policy);
        return new BodyHtml(BodyWriter.write(body), paragraphs, policy.warnings());
    }

    /**
     * Replaces U+FFFF, which is no character (Unicode, section 23.7), because jsoup reads it as the end of the text.
     */
    static String withoutEndMarks(String s) {
        return s.replace('\uFFFF', '\uFFFD');
    }
}
