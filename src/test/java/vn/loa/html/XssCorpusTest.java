package vn.loa.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.loa.support.XssVectors;
import vn.loa.text.structure.Warning;

/** Known attacks become harmless: alone, inside other markup, and all of them at once. */
public class XssCorpusTest {

    @ParameterizedTest
    @MethodSource("vectors")
    void nothing_executable_comes_out(String vector) {
        for (String around : List.of("%s", "<p>chữ %s chữ</p>", "<table><tr><td>%s</td></tr></table>", "<ul>%s</ul>",
                "<table>%s</table>", "<p title=\"%s\">chữ</p>", "<a href=\"%s\">chữ</a>", "<a href='%s'>chữ</a>",
                "<img src=%s>", "<b>%s", "<svg>%s", "<math><mi>%s", "<select>%s", "<template>%s",
                "<noscript>%s</noscript>", "<pre>%s</pre>", "<h2>%s</h2>", "<style>%s</style>", "<!--%s-->", "<%s>", "</%s>")) {
            SafeBody.check(around.replace("%s", vector));
        }
    }

    @Test
    void nothing_executable_comes_out_of_all_of_them_together() {
        SafeBody.check(String.join("\n", vectors().toList()));
        SafeBody.check(String.join("", vectors().toList()));
    }

    @Test
    void the_corpus_is_large_enough_to_mean_something() {
        assertTrue(vectors().count() >= 80);
        assertEquals(vectors().count(), vectors().distinct().count());
    }

    @Test
    void what_was_removed_is_named_and_never_repeated() {
        List<Warning> warnings = vectors().flatMap(vector -> BodyHtml.of(vector, "body").warnings().stream()).toList();
        assertTrue(warnings.size() > 100);
        assertTrue(warnings.stream().noneMatch(warning -> warning.message().matches(".*[<>=\"'&].*")));
        BodyHtml many = BodyHtml.of("<p a b c d e f g h i j k l m n o p q r s t u v w x y z>chữ", "body");
        assertEquals(21, many.warnings().size());
    }

    public static Stream<String> vectors() {
        return XssVectors.all();
    }
}
