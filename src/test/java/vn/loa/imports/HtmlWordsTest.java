package vn.loa.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.nodes.Entities;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.problem.ProblemException;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.print.DroppedLine;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.TextBlocks;

/** No word is lost between HTML and sections, whatever the markup, and reading always ends. */
class HtmlWordsTest {
    private static final String FIRST = "Ngày 12 tháng 4 năm 2031, Ủy ban nhân dân xã Cây ban hành Quyết định số "
            + "12/QĐ-UBND về trồng cây ở các tuyến đường của xã.";
    private static final String LAST = "Các ấp báo cáo kết quả trồng cây cho xã trước ngày mười lăm hằng tháng.";
    private static final String[] PIECES = {"Điều 1. ", "Điều 2. ", "Chương I", "Mục 1", "1. ", "2. ", "3. ", "a) ", "b) ",
            "đ) ", "- ", "“", "”", "\"", "“Điều 9. ", "”.", "Cây xanh ", "cây to, ", "22-CT/TU ", "\u00A0", "\u200B", "\t",
            "  ", "\n", "Ð", "&lt;p&gt;", "<", "&", "TM. XÃ", "Phụ lục", "./.", "5 < 7 ", "_______"};

    @Provide
    Arbitrary<List<String>> paragraphs() {
        return Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(8).map(parts -> String.join("", parts))
                .list().ofMaxSize(12);
    }

    /** A paragraph, already escaped, in the markup that pages may have. */
    @Provide
    Arbitrary<String> markup() {
        return Arbitraries.of("<p>%s</p>", "<div>%s</div>", "<div><div><span>%s</span></div></div>", "%s<br>",
                "<p><b>%s</b></p>", "<table><tr><td>%s</td></tr></table>", "<ul><li>%s</li></ul>", "<blockquote>%s</blockquote>",
                "<h3>%s</h3>", "<p style='x'><font>%s</font><p>", "<center>%s", "<o:p>%s</o:p><br/>", "<p><i>%s</p></i>");
    }

    @Property(tries = 200, seed = "20220713")
    void every_word_of_an_article_comes_through(@ForAll("paragraphs") List<String> paragraphs,
            @ForAll("markup") String markup) {
        String page = "<html><body><h1>Trồng cây</h1><div class=content><p>" + FIRST + "</p>\n"
                + paragraphs.stream().map(paragraph -> markup.replace("%s", Entities.escape(paragraph)))
                        .collect(Collectors.joining("\n"))
                + "\n<p>" + LAST + "</p></div></body></html>";
        PortalPage read = read(page);
        String dropped = read.dropped().stream().map(DroppedLine::text).collect(Collectors.joining());
        String kept = letters(String.join("", read.paragraphs()));
        String all = letters(FIRST + String.join("", paragraphs) + LAST);
        // Rules are the only pieces that are not text.
        assertEquals(all.replace("_", ""), kept.replace("_", ""), page);
        assertEquals(all.length(), kept.length() + letters(dropped).length(), page);
        assertEquals(kept,
                letters(words(DirectiveText.parse(read.paragraphs()))), page);
    }

    /** A print inside a pre element is read like the same print as plain text. */
    @Property(tries = 50, seed = "20220713")
    void preformatted_text_keeps_its_lines(@ForAll("paragraphs") List<String> paragraphs) {
        String print = FIRST + "\n\n" + String.join("\n", paragraphs).replace("\u200B", "") + "\n" + LAST;
        PortalPage read = read("<html><body><h1>Trồng cây</h1><pre>" + Entities.escape(print) + "</pre></body></html>");
        String dropped = TextBlocks.read(print).dropped().stream().map(DroppedLine::text).collect(Collectors.joining());
        assertEquals(letters(print).length(),
                letters(String.join("", read.paragraphs())).length() + letters(dropped).length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<p>", "<a href=x>", "<b>", "<table><tr><td>", "</p>", "<br>", "<pre>\n", "&amp;", "&#x1;",
            "<!--", "<a href=x>a</a> ", "<p>Điều 1. a", "<p>“Điều 1. a", "<p>1. a”.", "<p>số 1-CT/TU về “", "<p>a) a<p>b) b",
            "<p>điểm a khoản 1 Điều 2 ", "<script>", "<li><ul>", "<font><p>", "<p>Ngày 1/2/2030, A ban hành Luật số 1/2030/QH1 "})
    void nothing_hangs_on_a_page_of(String piece) {
        String page = "<h1>Trồng cây</h1><p>" + FIRST + "</p>" + piece.repeat(90_000 / Math.max(1, piece.split("<").length - 1));
        assertTimeout(Duration.ofSeconds(30), () -> {
            try {
                PageArticle.of(read(page), ZoneId.of("Asia/Ho_Chi_Minh"), Instant.EPOCH);
            } catch (ProblemException refused) {
                // Refused for too many elements or paragraphs, which is a valid result.
                return;
            }
        });
    }

    private static PortalPage read(String html) {
        return PageBody.read(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8");
    }

    private static String words(DirectiveText text) {
        StringBuilder words = new StringBuilder();
        text.preamble().forEach(paragraph -> words.append(paragraph.text()));
        text.sections().forEach(section -> append(section, words));
        text.closing().forEach(paragraph -> words.append(paragraph.text()));
        text.annexes().forEach(section -> append(section, words));
        return words.toString();
    }

    private static void append(Section section, StringBuilder words) {
        words.append(section.marker()).append(section.heading() == null ? "" : section.heading());
        section.paragraphs().forEach(paragraph -> words.append(paragraph.text()));
    }

    private static String letters(String text) {
        return VietnameseText.normalise(text).replaceAll("[ \n\t]", "");
    }
}
