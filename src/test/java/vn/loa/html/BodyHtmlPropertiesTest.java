package vn.loa.html;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The checks of {@link SafeBody} hold for the body made of any string, HTML or not. */
class BodyHtmlPropertiesTest {
    private static final String[] NAMES = {"p", "br", "h1", "h2", "h3", "ul", "ol", "li", "blockquote", "pre", "code",
            "b", "i", "em", "strong", "a", "img", "figure", "figcaption", "table", "caption", "colgroup", "col",
            "thead", "tbody", "tfoot", "tr", "td", "th", "hr", "span", "div", "q", "dl", "dt", "dd", "ins", "del",
            "font", "center", "section", "form", "button", "select", "option", "textarea", "noscript", "math", "mi",
            "mtext", "mglyph", "svg", "title", "foreignobject", "template", "script", "style", "iframe", "object",
            "body", "html", "head", "frameset", "xmp", "plaintext", "listing", "nobr", "marquee", "ruby", "rt",
            "address", "summary", "details", "input", "x-y"};
    private static final String[] PIECES = {"chữ", "Luật số 1", " ", "\n", "\r\n", "\t", "&amp;", "&lt;", "&#60;",
            "&nbsp;", "&#x338;", "\u0338", "\u0301", "e", "\u00A0", "\u200B", "\u0000", "\uD800", "&quot;", "\"", "'",
            "`", "<", ">", "&", "]]>", "<![CDATA[", "<!--", "-->", "--!>", "<!doctype html>", "<?x?>", "</",
            "<p id=a id=b>", "<p id=body__p_1>", "<p id=body__p_2>", "<li id=body__p_3>", "<td id=preamble__p_1>",
            "<p id=body__p_1__p_2>", "<a href=javascript:x>", "<a href='/x?a=(1)&b=à'>", "<a href=\"https://e.vn/\">",
            "<img src=/a.png alt='ảnh'>", "<img src=x onerror=x>", "<span lang=vi>", "<span style=x>",
            "<b title='\">'>", "<p title=`>", "<b/>", "<p/>", "<table><tr><td>", "<table>x", "<ul><ul>", "<b><p>",
            "<p><b>", "</b></p>", "</table>", "</ul>", "<svg><p>", "<math><mi><b>", "<table><a href=/1><td><a href=/2>",
            "<form><p><form>", "<ol start=3 type=a>", "<pre>\n\n"};

    @Provide
    Arbitrary<String> markup() {
        Arbitrary<String> name = Arbitraries.of(NAMES);
        Arbitrary<String> piece = Arbitraries.frequencyOf(Tuple.of(5, name.map(n -> "<" + n + ">")),
                Tuple.of(3, name.map(n -> "</" + n + ">")), Tuple.of(6, Arbitraries.of(PIECES)),
                Tuple.of(1, Arbitraries.strings().all().ofMaxLength(3)));
        return piece.list().ofMaxSize(40).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> wellFormed() {
        Arbitrary<String> leaf =
                Arbitraries.of("chữ", " ", "\n", "<br>", "<hr>", "<img src=/a.png>", "Điều 1", "\u200B");
        Arbitrary<String> name = Arbitraries.of(NAMES);
        return Arbitraries.recursive(() -> leaf, inner -> name.flatMap(n -> inner.list().ofMaxSize(4)
                .map(parts -> "<" + n + ">" + String.join("", parts) + "</" + n + ">")), 0, 6);
    }

    @Property(tries = 3000, seed = "20220713")
    void broken_markup_becomes_a_safe_body_with_the_same_words(@ForAll("markup") String input) {
        SafeBody.check(input);
    }

    @Property(tries = 2000, seed = "20220713")
    void nested_markup_becomes_a_safe_body_with_the_same_words(@ForAll("wellFormed") String input) {
        SafeBody.check(input);
    }
}
