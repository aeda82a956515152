package vn.loa.directive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.html.BodyHtml;

/** A body is cut before the outermost block that closes the directive; nothing is lost or written anew. */
class BodyPartsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
        "<p>mở</p><p id=\"closing__p_1\">ký</p><p>nhận</p>|<p>mở</p>|<p id=\"closing__p_1\">ký</p><p>nhận</p>",
        "<p>mở<br>đầu</p><ul><li>a</li><li id=\"closing__p_1\">ký</li></ul>|<p>mở<br>đầu</p>|<ul><li>a</li><li id=\"closing__p_1\">ký</li></ul>",
        "<table><tbody><tr><td id=\"closing__p_1\">ký</td></tr></tbody></table><hr>||<table><tbody><tr><td id=\"closing__p_1\">ký</td></tr></tbody></table><hr>",
        "<p>id=\"closing__p_1\" là chữ, &lt;p id=&quot;closing__p_1&quot;&gt;</p>|<p>id=\"closing__p_1\" là chữ, &lt;p id=&quot;closing__p_1&quot;&gt;</p>|",
        "||"})
    void a_body_has_two_parts(String body, String before, String after) {
        BodyParts parts = BodyParts.of(body == null ? "" : body);
        assertEquals(before == null ? "" : before, parts.before());
        assertEquals(after == null ? "" : after, parts.after());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "<p title='a > b'>một <b>hai</b></p><blockquote><p>ba</p><p id='closing__p_1'>ký</p></blockquote><p>cuối</p> | <blockquote>",
        "<figure><img src='https://a.vn/a.png' alt='x>y'><figcaption>ảnh</figcaption></figure><p id='closing__p_1'>ký</p> | <p id"})
    void stored_html_is_cut_and_not_changed(String typed, String start) {
        String stored = BodyHtml.of(typed, "preamble").html();
        BodyParts parts = BodyParts.of(stored);
        assertEquals(stored, parts.before() + parts.after());
        assertEquals(start, parts.after().substring(0, start.length()));
    }
}
