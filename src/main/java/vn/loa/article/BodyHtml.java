package vn.loa.article;

import java.util.List;
import org.jsoup.Jsoup;
import vn.loa.text.Paragraph;
import vn.loa.text.Warning;

/**
 * HTML of an article's body, safe to put into any page: only elements and attributes of an allow-list
 * ({@link BodyPolicy}), in an order that every parser reads in the same way ({@link BodyBuilder}), with every block of
 * text addressable ({@link BodyParagraphs}).
 *
 * <p>Nothing of the sender's markup is passed on. It is parsed as a browser parses it, a new tree is built of what is
 * allowed, and the tree is written down: made safe a second time, it is the same, without warnings.
 *
 * @param html empty when nothing is to be seen
 * @param paragraphs in document order, each with its {@code id} in the HTML and its visible words; together they are
 *     all words of the body, in their order
 * @param warnings what was removed: {@code element-removed}, {@code attribute-removed}, {@code paragraph-id-changed},
 *     {@code nesting-flattened}
 */
public record BodyHtml(String html, List<Paragraph> paragraphs, List<Warning> warnings) {
    public BodyHtml {
        paragraphs = List.copyOf(paragraphs);
        warnings = List.copyOf(warnings);
    }

    /**
     * Makes HTML safe. Takes time linear in its length.
     *
     * @param untrusted HTML as it stands inside {@code <body>}; broken markup is read as browsers do
     * @param idPrefix {@code body}, or {@code preamble} for what stands before a directive's sections
     * @throws IllegalArgumentException when the body is too large ({@link BodyWriter#MAX_LENGTH},
     *     {@link BodyBuilder#MAX_ELEMENTS}); the message is for the sender
     */
    public static BodyHtml of(String untrusted, String idPrefix) {
        BodyWriter.checkLength(untrusted.length());
        BodyPolicy policy = new BodyPolicy();
        BodyNode body = BodyBuilder.build(Jsoup.parseBodyFragment(withoutEndMarks(untrusted)).body(), policy);
        BodyRuns.tidy(body);
        List<Paragraph> paragraphs = BodyParagraphs.address(body, idPrefix, policy);
        return new BodyHtml(BodyWriter.write(body), paragraphs, policy.warnings());
    }

    /** U+FFFF is no character (Unicode, section 23.7), and jsoup takes it for the end of the text. */
    static String withoutEndMarks(String s) {
        return s.replace('\uFFFF', '\uFFFD');
    }
}
