package vn.loa.imports.archive.wordpress;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports of WordPress become articles. */
class WordPressExportTest {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8" ?>
            <!-- This is a WordPress eXtended RSS file -->
            <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
              xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
            <title>Trang cũ</title><link>https://trangcu.example</link><wp:wxr_version>1.2</wp:wxr_version>
            <wp:author><wp:author_id>2</wp:author_id><wp:author_login><![CDATA[an]]></wp:author_login>
              <wp:author_display_name><![CDATA[Lâm Ngọc Hân]]></wp:author_display_name></wp:author>
            <wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>tin-tuc</wp:category_nicename><wp:category_parent></wp:category_parent>
              <wp:cat_name><![CDATA[Tin tức]]></wp:cat_name></wp:category>
            <wp:category><wp:category_nicename>van-thu</wp:category_nicename><wp:category_parent>tin-tuc</wp:category_parent>
              <wp:cat_name><![CDATA[Văn thư/Lưu trữ]]></wp:cat_name></wp:category>
            """;
    private static final String TAIL = "</channel></rss>";

    private final List<WordPressArticle> articles = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    private WordPressExportTest read(String export) throws ExportFault, IOException {
        WordPressExport.read(() -> new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)), new WordPressSink() {
            @Override
            public void article(WordPressArticle article) {
                articles.add(article);
            }

            @Override
            public void leftOut(String source, String code, String words) {
                leftOut.add(source + " " + code);
            }
        });
        return this;
    }

    private ObjectNode only() {
        assertEquals(1, articles.size());
        return articles.get(0).json();
    }

    private static String post(String status, String members, String content) {
        return "<item><title>Siết kỷ cương &amp; văn thư</title><link>https://trangcu.example/tin/siet-ky-cuong/</link>"
                + "<dc:creator><![CDATA[an]]></dc:creator><guid isPermaLink=\"false\">https://trangcu.example/?p=7</guid>"
                + "<description></description><content:encoded><![CDATA[" + content + "]]></content:encoded>"
                + "<wp:post_id>7</wp:post_id><wp:post_type>post</wp:post_type><wp:status>" + status + "</wp:status>" + members + "</item>";
    }

    private static String attachment(int id, String file, String parent) {
        return "<item><title>" + file + "</title><wp:post_id>" + id + "</wp:post_id><wp:post_parent>" + parent + "</wp:post_parent>"
                + "<wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>"
                + "<wp:attachment_url>https://trangcu.example/wp-content/uploads/" + file + "</wp:attachment_url>"
                + "<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value><![CDATA[Ảnh " + id
                + "]]></wp:meta_value></wp:postmeta></item>";
    }

    private static String body(String content) throws Exception {
        return new WordPressExportTest().read(HEAD + attachment(8, "8.jpg", "7") + attachment(9, "9.jpg", "0") + post("publish", "", content) + TAIL)
                .only().path("body").textValue();
    }

    @Test
    void a_post_has_all_that_the_export_says_of_it() throws Exception {
        ObjectNode json = read(HEAD + post("publish", """
                <pubDate>Thu, 18 Apr 2024 03:15:30 +0000</pubDate>
                <excerpt:encoded><![CDATA[Tóm <b>tắt</b>]]></excerpt:encoded>
                <wp:post_name>siet-ky-cuong</wp:post_name><wp:post_date>2024-04-18 10:15:30</wp:post_date>
                <wp:post_date_gmt>2024-04-18 03:15:30</wp:post_date_gmt><wp:post_modified_gmt>2024-05-01 00:00:00</wp:post_modified_gmt>
                <category domain="category" nicename="tin-tuc"><![CDATA[Tin tức]]></category>
                <category domain="category" nicename="van-thu"><![CDATA[Văn thư/Lưu trữ]]></category>
                <category domain="post_tag" nicename="so-hoa"><![CDATA[số hóa]]></category>
                <category domain="post_format" nicename="post-format-video"><![CDATA[Video]]></category>
                <wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value><![CDATA[8]]></wp:meta_value></wp:postmeta>
                <wp:postmeta><wp:meta_key>post_views_count</wp:meta_key><wp:meta_value>512</wp:meta_value></wp:postmeta>
                <wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>siet</wp:meta_value></wp:postmeta>
                <wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_content>Hay!</wp:comment_content></wp:comment>
                """, "Một.\n\nHai.") + attachment(8, "8.jpg", "0") + TAIL).only();
        assertEquals("post-7", json.path("source").textValue());
        assertEquals("https://trangcu.example/tin/siet-ky-cuong/", json.path("address").textValue());
        assertEquals("Siết kỷ cương & văn thư", json.path("title").textValue());
        assertEquals("siet-ky-cuong", json.path("slug").textValue());
        assertEquals("Tóm tắt", json.path("summary").textValue());
        assertEquals("Lâm Ngọc Hân", json.path("byline").textValue());
        assertEquals("<p>Một.</p><p>Hai.</p>", json.path("body").textValue());
        assertEquals("Tin tức/Văn thư - Lưu trữ", json.path("category").textValue());
        assertEquals("[\"Tin tức\",\"số hóa\"]", json.path("tags").toString());
        assertEquals("{\"source\":\"https://trangcu.example/wp-content/uploads/8.jpg\",\"alternativeText\":\"Ảnh 8\"}", json.path("picture").toString());
        assertEquals("2024-04-18T03:15:30Z", json.path("firstPublishedAt").textValue());
        assertEquals("2024-05-01T00:00:00Z", json.path("publicUpdatedAt").textValue());
        assertEquals(512, json.path("views").longValue());
        assertEquals("[\"https://trangcu.example/?p=7\",\"https://trangcu.example/tin/siet/\"]", json.path("oldAddresses").toString());
        assertTrue(articles.get(0).published());
    }

    @ParameterizedTest
    @CsvSource({"draft", "private", "pending", "future"})
    void what_the_public_could_not_read_is_not_published(String status) throws Exception {
        ObjectNode json = read(HEAD + post(status, "<wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>", "Một.") + TAIL).only();
        assertFalse(articles.get(0).published());
        assertTrue(json.path("address").isMissingNode());
        assertTrue(json.path("firstPublishedAt").isMissingNode());
    }

    @Test
    void a_post_with_a_password_is_no_public_one_and_trash_is_left_out() throws Exception {
        read(HEAD + post("publish", "<wp:post_password>bí mật</wp:post_password>", "Một.") + post("trash", "", "Hai.") + post("publish", "", "  ") + TAIL);
        assertFalse(articles.get(0).published());
        assertEquals(List.of("post-7 removed-before", "post-7 empty"), leftOut);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Một\\nhai\\n\\n\\nba | <p>Một<br>hai</p><p>ba</p>",
        "Một <b>hai</b> ba\\n\\n<h2>Đầu</h2>\\nbốn | <p>Một <b>hai</b> ba</p><h2>Đầu</h2><p>bốn</p>",
        "<!-- wp:paragraph -->\\n<p>Một</p>\\n<!-- /wp:paragraph --> | <p>Một</p>",
        "<p>Một\\nhai</p> | <p>Một<br>hai</p>",
        "<ul>\\n<li>a</li>\\n</ul>\\nb | <ul>\\n<li>a</li>\\n</ul><p>b</p>",
        "<blockquote>Một\\n\\nhai</blockquote> | <blockquote><p>Một</p><p>hai</p></blockquote>",
        "<pre>a\\n\\nb</pre> | <pre>a\\n\\nb</pre>",
        "a&nbsp;\\n\\n&nbsp;\\n\\nb | <p>a&nbsp;</p><p>b</p>",
        "a<!--more-->b | <p>ab</p>"})
    void paragraphs_are_made_as_wordpress_makes_them(String content, String html) throws Exception {
        assertEquals(html.replace("\\n", "\n"), body(content.replace("\\n", "\n")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a[caption id=\"x\" width=\"300\"]<img src=\"1.jpg\"> Chú thích[/caption]b | <p>a</p><figure><img src=\"1.jpg\"><figcaption>Chú thích</figcaption></figure><p>b</p>",
        "[caption]<a href=\"1.jpg\"><img src=\"1.jpg\"></a>[/caption] | <figure><a href=\"1.jpg\"><img src=\"1.jpg\"></a></figure>",
        "[gallery ids=\"9,404\"] | <figure><img src=\"https://trangcu.example/wp-content/uploads/9.jpg\" alt=\"Ảnh 9\"></figure>",
        "[gallery] | <figure><img src=\"https://trangcu.example/wp-content/uploads/8.jpg\" alt=\"Ảnh 8\"></figure>",
        "[embed]https://video.example/1[/embed] | <p><a href=\"https://video.example/1\">https://video.example/1</a></p>",
        "[pdf-embedder url=\"https://trangcu.example/kh.pdf\" title=\"Kế hoạch\"] | <p><a href=\"https://trangcu.example/kh.pdf\">Kế hoạch</a></p>",
        "[vc_row][vc_column width=”1/2”]Chữ[/vc_column][/vc_row] | <p>Chữ</p>",
        "[contact-form-7 id=\"5\"]Chữ | <p>Chữ</p>",
        "Văn bản [sic] số [1] và [[vc_row]] | <p>Văn bản [sic] số [1] và [[vc_row]]</p>"})
    void shortcodes_become_what_they_show(String content, String html) throws Exception {
        assertEquals(html, body(content));
    }

    @Test
    void shortcodes_that_are_left_out_are_told() throws Exception {
        read(HEAD + post("publish", "", "Chữ [contact-form-7 id=\"5\"][gallery ids=\"404\"][hoi]đáp[/hoi]") + TAIL);
        assertEquals(List.of("contact-form-7", "gallery", "hoi"), articles.get(0).lost());
    }

    @Test
    void entities_are_neither_expanded_nor_fetched() {
        String laughs = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
                + "<rss><channel><item><title>&b;&f;</title></item></channel></rss>";
        assertThat(assertThrows(ExportFault.class, () -> read(laughs)).getMessage(), containsString("document type"));
        assertThrows(ExportFault.class, () -> read(HEAD + "<item><title>&lol;</title></item>" + TAIL + TAIL));
    }

    @Test
    void a_broken_export_is_told_with_its_line() {
        assertThat(assertThrows(ExportFault.class, () -> read(HEAD + post("publish", "", "Một.") + "<item><oops")).getMessage(),
                containsString("beyond line 1"));
        assertThrows(ExportFault.class, () -> read(""));
        assertThat(assertThrows(ExportFault.class, () -> read("<html></html>")).getMessage(), containsString("no export of WordPress"));
    }

    @Test
    void control_characters_are_no_failure() throws Exception {
        assertEquals("<p>a b</p>", body("a\u000Bb"));
    }

    @Test
    void a_text_without_end_is_not_read_into_memory() {
        byte[] start = (HEAD + "<item><content:encoded><![CDATA[").getBytes(StandardCharsets.UTF_8);
        InputStream endless = new InputStream() {
            private long at;

            @Override
            public int read() {
                return at < start.length ? start[(int) at++] : 'x';
            }
        };
        ExportFault fault = assertThrows(ExportFault.class, () -> WordPressExport.read(() -> endless, null));
        assertThat(fault.getMessage(), containsString("characters"));
        String member = "<wp:postmeta><wp:meta_key>a</wp:meta_key><wp:meta_value>" + "x".repeat(1 << 20) + "</wp:meta_value></wp:postmeta>";
        assertThrows(ExportFault.class, () -> read(HEAD + "<item>" + member.repeat(17) + "</item>" + TAIL));
    }

    @Test
    void many_shortcodes_and_circles_of_categories_take_no_time() throws Exception {
        assertEquals("x", body("[a b=c]".repeat(100_000) + "x").replaceAll("</?p>", ""));
        assertEquals("[".repeat(50_000), body("[".repeat(50_000)).replaceAll("</?p>", ""));
        ObjectNode json = read(HEAD.replace("<wp:category_parent></wp:category_parent>", "<wp:category_parent>van-thu</wp:category_parent>")
                + post("publish", "<category domain=\"category\" nicename=\"tin-tuc\">Tin tức</category>", "Một.") + TAIL).only();
        assertEquals("Văn thư - Lưu trữ/Tin tức", json.path("category").textValue());
    }
}
