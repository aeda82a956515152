package vn.loa.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Entities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Warning;

class BodyHtmlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            chữ                                       | <p#1>chữ</p>
            một<p>hai                                 | <p#1>một</p><p#2>hai</p>
            <b>một<p>hai</b> ba                       | <p#1><b>một</b></p><p#2><b>hai</b> ba</p>
            <h1>một</h1>                              | <h2#1>một</h2>
            <h2><div>một</div><p>hai</p></h2>         | <h2#1>một  hai</h2>
            <section>một</section><nav>hai</nav>      | <p#1>một</p><p#2>hai</p>
            <div>một<br>hai</div>                     | <div><p#1>một<br>hai</p></div>
            <div><div><p> </p></div></div>            | ''
            <p><br></p><p>&nbsp;</p><ul><li></ul><hr> | <hr>
            <ul>một<li>hai<ul><li>ba</ul>bốn</ul>     | <ul><li#1>một</li><li#2>hai<ul><li#3>ba</li></ul><p#4>bốn</p></li></ul>
            <li>một<li>hai                            | <p#1>một</p><p#2>hai</p>
            <table>một<tr><td>hai<th>ba</table>       | <p#1>một</p><table><tbody><tr><td#2>hai</td><th#3>ba</th></tr></tbody></table>
            <figure><img src=/a.png><figcaption>một   | <figure><img src="/a.png"><figcaption#1>một</figcaption></figure>
            <dl><dt>một<dd>hai</dl>                   | <dl><dt#1>một</dt><dd#2>hai</dd></dl>
            <a href=/x><p>một</a>                     | <p#1><a href="/x">một</a></p>
            <a href=/bài?x=(1)&y>một                  | <p#1><a href="/bài?x=%281%29&amp;y">một</a></p>
            <a>một</a> <span class=x>hai</span>       | <p#1>một hai</p>
            <p>e\u200B\u0301 <font>\u0110</font>      | <p#1>é Đ</p>""")
    void broken_or_unusual_markup_is_put_in_order(String input, String html) {
        String text = input.replace("\\u200B", "\u200B").replace("\\u0301", "\u0301").replace("\\u0110", "Đ");
        assertEquals(html.replaceAll("#([0-9])", " id=\"body__p_$1\""), BodyHtml.of(text, "body").html());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\n", "&nbsp;", "\u200B", "<p></p>", "<!-- chữ -->", "<script>chữ</script>"})
    void a_body_that_shows_nothing_is_empty(String input) {
        BodyHtml body = BodyHtml.of(input, "body");
        assertEquals("", body.html());
        assertEquals(List.of(), body.paragraphs());
    }

    @Test
    void what_an_editor_writes_stays_as_it_is() {
        String html = """
                <h2 id="body__p_1">Điều 1</h2>
                <p id="body__p_2" lang="vi">Theo <a href="https://loa.example/a#b" title="x">Nghị quyết</a>, <b>bậc</b></p>
                <ol start="3" type="a">
                <li id="body__p_3">một<ul>
                <li id="body__p_4">hai</li>
                </ul>
                </li>
                </ol>
                <table>
                <caption id="body__p_5">Bảng</caption>
                <thead>
                <tr>
                <th id="body__p_6" scope="col" colspan="2">Cột</th>
                </tr>
                </thead>
                </table>
                <figure><img src="/a.png" alt="Ảnh" width="10" height="10"></figure>
                <pre id="body__p_7">một
                  hai</pre>
                <blockquote><p id="body__p_8">H<sub>2</sub>O</p></blockquote>""";
        BodyHtml body = SafeBody.check(html);
        assertEquals(html, body.html());
        assertEquals(List.of(), body.warnings());
        assertEquals("Theo Nghị quyết, bậc", body.paragraphs().get(1).text());
    }

    @Test
    void what_imports_store_is_not_changed_by_a_byte() {
        List<String> texts = List.of("Căn cứ “Luật” & 'Nghị định' \"30\"", "a < b > c", "Số 22-CT/TU;  ghi",
                "é ß … – ½");
        String html = String.join("\n", IntStream.range(0, texts.size())
                .mapToObj(i -> "<p id=\"preamble__p_" + (i + 1) + "\">" + Entities.escape(texts.get(i)) + "</p>")
                .toList());
        BodyHtml body = BodyHtml.of(html, "preamble");
        assertEquals(html, body.html());
        assertEquals("Số 22-CT/TU; ghi", body.paragraphs().get(2).text());
        assertEquals(List.of(), body.warnings());
    }

    @Test
    void an_address_that_is_there_is_kept_and_new_ones_are_free() {
        BodyHtml body = BodyHtml.of("<p>a<p id=body__p_3>b<p id=preamble__p_1>c<p id=x>d<p id=body__p_3>e"
                + "<p id=body__p_2>f<div id=body__p_1>g</div>", "body");
        assertEquals(List.of("body__p_1", "body__p_3", "preamble__p_1", "body__p_4", "body__p_5", "body__p_2",
                "body__p_6"),
                body.paragraphs().stream().map(p -> p.eId().value()).toList());
        assertEquals(List.of("a", "b", "c", "d", "e", "f", "g"),
                body.paragraphs().stream().map(Paragraph::text).toList());
        assertEquals(List.of("attribute-removed", "attribute-removed", "paragraph-id-changed"),
                body.warnings().stream().map(Warning::code).toList());
    }

    @Test
    void what_was_removed_is_said_once() {
        BodyHtml body = BodyHtml.of("<p onclick=x>a<script>b</script><p onclick=y>c<center>d</center><svg>e</svg>",
                "body");
        assertEquals(List.of("The attribute onclick of p was removed.",
                "The element script and everything in it were removed.",
                "The element center was removed; its text was kept.",
                "The element svg and everything in it were removed."),
                body.warnings().stream().map(Warning::message).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<b>", "<p><b>", "<table>", "<table><tr><td>", "<ul><li>", "<a href=/x>", "<svg>",
            "<font>", "<b title=x>x", "<blockquote>", "<template>", "<!--", "<", "&", "<a ", "x<!-- -->", "</p>",
            "<dd>", "x<br>", "<i></p>", "\u0301", "<p>\n", "<h2><div>", "<pre><div>", "<select>", "<b><a>"})
    void much_of_anything_takes_little_time(String piece) {
        String input = piece.repeat(300_000 / piece.length()) + "chữ";
        assertTimeout(Duration.ofSeconds(10), () -> {
            try {
                String html = BodyHtml.of(input, "body").html();
                assertEquals(html, BodyHtml.of(html, "body").html());
            } catch (IllegalArgumentException e) {
                assertEquals("The body has more than 200000 elements.", e.getMessage());
            }
        });
    }

    @Test
    void markup_that_would_grow_without_end_is_refused() {
        String wrapping = IntStream.range(0, 12).mapToObj(i -> "<span title='" + i + "x".repeat(900) + "'>")
                .reduce("", String::concat);
        assertThrows(IllegalArgumentException.class, () -> BodyHtml.of(wrapping + "<p>x".repeat(12_000), "body"));
        assertThrows(IllegalArgumentException.class, () -> BodyHtml.of(wrapping + "<p>x".repeat(100_000), "body"));
        assertThrows(IllegalArgumentException.class, () -> BodyHtml.of("x".repeat(BodyWriter.MAX_LENGTH + 1), "body"));
        assertThrows(IllegalArgumentException.class, () -> BodyHtml.of("x", "x"));
    }

    @Test
    void deep_nesting_is_flattened_and_said() {
        BodyHtml body = SafeBody.check("<div>".repeat(100) + "chữ");
        assertTrue(body.warnings().get(0).code().equals("nesting-flattened"), () -> body.warnings().toString());
    }
}
