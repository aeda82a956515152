package vn.loa.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.Warning;

/** What an import keeps of a page's markup, what it leaves out, and what it says about that. */
class HtmlKeepsTest {

    private static final String LEAD = "<p>Ngày 14 tháng 5 năm 2031, Ủy ban nhân dân xã Bến Tre ban hành Chỉ thị số 09/CT-UBND về chăm sóc "
            + "cây bóng mát ở các trường học trong năm học mới.</p>";
    private static final String TEXT = "<p>Mùa mưa năm nay đến sớm, các trường học trong xã cần chăm sóc cây bóng mát trước khi vào năm học.</p>";

    private static PortalPage page(String inside) {
        return PortalPageReader.read(HtmlPage.read("<html><body><h1>Chăm sóc cây</h1><div id=tin>" + inside + "</div></body></html>"));
    }

    private static PageArticle article(PortalPage page) {
        return PageArticle.of(page, ZoneId.of("Asia/Ho_Chi_Minh"), Instant.parse("2031-06-01T00:00:00Z"));
    }

    private static Element body(String inside) {
        return Jsoup.parseBodyFragment(article(page(inside)).content().body()).body();
    }

    private static List<Section> sections(String inside) {
        return article(page(LEAD + inside)).content().sections();
    }

    private static List<String> words(Section section) {
        return section.paragraphs().stream().map(Paragraph::text).toList();
    }

    private static List<String> hidden(PortalPage page) {
        return page.leftOut().stream().filter(words -> words.reason() == LeftOut.Reason.HIDDEN).map(LeftOut::text).toList();
    }

    private static List<String> apart(PortalPage page) {
        return page.leftOut().stream().filter(words -> words.reason() == LeftOut.Reason.APART).map(LeftOut::text).toList();
    }

    @Test
    void a_body_keeps_links_pictures_headings_lists_tables_and_quotations() {
        Element body = body(TEXT + "<h3>Cách làm</h3><ol start=3><li>Tưới <b>gốc</b><li>Tỉa cành</ol>"
                + "<p>Xem <a href='/cay.html' onclick='x()'>hướng dẫn</a></p><figure><img src='/sao.jpg' alt='Cây sao'>"
                + "<figcaption>Hàng cây sao</figcaption></figure><table><tr><th>Cây<th>Số<tr><td>Sao<td>12</table>"
                + "<blockquote>Trồng cây nào, sống cây ấy.</blockquote><p>CO<sub>2</sub>, 20 m<sup>2</sup></p>");
        assertEquals("Cách làm", body.selectFirst("h3").text());
        assertEquals("3", body.selectFirst("ol").attr("start"));
        assertEquals(List.of("Tưới gốc", "Tỉa cành"), body.select("ol > li").eachText());
        assertEquals("/cay.html", body.selectFirst("a").attr("href"));
        assertEquals("Cây sao", body.selectFirst("figure > img[src=/sao.jpg]").attr("alt"));
        assertEquals(List.of("Cây Số", "Sao 12"), body.select("table tr").eachText());
        assertEquals(1, body.select("blockquote").size());
        assertEquals("<p>CO<sub>2</sub>, 20 m<sup>2</sup></p>", body.select("p").last().removeAttr("id").outerHtml());
        assertEquals(0, body.select("[onclick]").size());
    }

    @Test
    void title_stamp_byline_and_tags_are_no_part_of_the_body() {
        Element body = body("<h2>Chăm sóc cây</h2><p>Ngày 08:10:12 15-05-2031 - Lượt xem: 31</p><p>Lê Thị Sao</p>" + TEXT
                + "<p>Từ khóa: cây xanh, trường học</p>");
        assertEquals(1, body.select("p").size(), body.html());
        assertEquals("Mùa mưa", body.text().substring(0, 7));
    }

    @Test
    void pictures_and_files_are_listed_with_their_addresses() {
        PageArticle article = article(PortalPageReader.read(HtmlPage.read("<html><head><link rel=canonical href='https://xa.example.vn/tin/7.html'>"
                + "</head><body><h1>Cây</h1><div>" + TEXT + "<p><img src='../anh/sao.jpg' alt='Cây sao'><img src='/dem.gif' width=1 height=1> "
                + "Tải <a href='/tep/ke-hoach.PDF?v=2'>kế hoạch</a>, <a href='/tin/8.html'>tin sau</a></p></div></body></html>")));
        assertEquals(List.of(new FoundFile(FoundFile.Kind.PICTURE, "https://xa.example.vn/anh/sao.jpg", "Cây sao"),
                new FoundFile(FoundFile.Kind.FILE, "https://xa.example.vn/tep/ke-hoach.PDF?v=2", "kế hoạch")), article.files());
        assertTrue(article.content().body().contains("src=\"https://xa.example.vn/anh/sao.jpg\""), article.content().body());
    }

    @Test
    void numbers_of_lists_are_numbers_of_sections() {
        List<Section> sections = sections("<ol><li>Các trường học kiểm tra cây trước ngày 20 tháng 8.<ol type=a><li>Cây lâu năm;</li>"
                + "<li>cây mới trồng.</li></ol></li><li value=2><p>Xã cấp cây giống.</p></li></ol>");
        assertEquals(List.of("sec_1", "sec_1__point_a", "sec_1__point_b", "sec_2"),
                sections.stream().map(section -> section.eId().value()).toList());
        assertEquals(List.of("Xã cấp cây giống."), words(sections.get(3)));
    }

    @Test
    void a_list_without_numbers_gets_none_and_one_with_its_own_gets_no_second() {
        List<String> own = page(LEAD + "<ol style='list-style:none'><li>1. Cây sao</li></ol><ol><li>1. Cây dầu</li></ol>"
                + "<ol reversed><li>Cây me</li><li>Cây sưa</li></ol><ol type=I start=4><li>Cây tràm</li></ol>").paragraphs();
        assertEquals(List.of("1. Cây sao", "1. Cây dầu", "2. Cây me", "1. Cây sưa", "IV. Cây tràm"), own.subList(1, own.size()));
    }

    @Test
    void a_table_of_a_section_keeps_rows_and_cells() {
        Section first = sections("<p>1. Phân công các trường như sau:</p><table border=1><caption>Phân công</caption><tr><td rowspan=2>STT<td>Trường"
                + "<tr><td>Số<br>cây<tr><td>1<td><p>Tiểu học</p><p>Bến Tre</p></table><p>2. Xã kiểm tra.</p>").get(0);
        assertEquals("Phân công\nSTT | Trường\nSố cây\n1 | Tiểu học Bến Tre", words(first).get(1));
        assertEquals(2, first.paragraphs().get(1).table().rows().get(1).get(0).rows());
        assertTrue(first.paragraphs().get(1).table().rows().get(0).get(0).header());
    }

    @Test
    void tables_that_only_set_things_beside_each_other_are_none() {
        PortalPage page = page("<table><tr><td>ỦY BAN NHÂN DÂN<br>XÃ BẾN TRE<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc"
                + "<tr><td>Số: 31/QĐ-UBND<td>Bến Tre, ngày 02 tháng 6 năm 2031</table><p>QUYẾT ĐỊNH</p><p>Về việc trồng cây bóng mát</p>"
                + "<p>Điều 1. Trồng cây bóng mát ở các trường học trong xã theo kế hoạch đã duyệt.</p><p>Điều 2. Quyết định này có hiệu lực từ ngày ký."
                + "</p><table><tr><td>Nơi nhận:<br>- Như Điều 2;<td>TM. ỦY BAN NHÂN DÂN<tr><td>- Lưu: VT.<td>CHỦ TỊCH</table>");
        assertTrue(page.text().tables().isEmpty());
        PageArticle article = article(page);
        assertEquals("31/QĐ-UBND", article.content().directive().view().number());
        assertEquals(List.of("art_1", "art_2"), article.content().sections().stream().map(section -> section.eId().value()).toList());
    }

    @Test
    void raised_figures_are_no_part_of_numbers() {
        PageArticle article = article(page(LEAD + "<p>1. Vườn rộng 10<sup>6</sup> m<sup>2</sup> làm theo khoản 2<sup>1</sup> Điều 9<sup>[2]</sup> "
                + "Nghị định số 45/2030/NĐ-CP.</p><p>2.<sup>3</sup> Xã kiểm tra.</p>"));
        assertEquals(List.of("Vườn rộng 10⁶ m² làm theo khoản 2¹ Điều 9[²] Nghị định số 45/2030/NĐ-CP."), words(article.content().sections().get(0)));
        assertEquals("[Pinpoint[article=9, clause=2, point=null]]", article.content().citations().get(1).pinpoints().toString());
        assertEquals("2", article.content().sections().get(1).number());
        PageArticle plain = article(page(TEXT + "<p>Theo khoản 2<sup>1</sup> Điều 9<sup>2</sup> Nghị định số 45/2030/NĐ-CP.</p>"));
        assertEquals("[Pinpoint[article=9, clause=2, point=null]]", plain.content().citations().get(0).pinpoints().toString());
    }

    @Test
    void raised_figures_behind_a_divisions_number_are_its_notes_mark() {
        PortalPage page = page("<p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Số: 31/QĐ-UBND</p><p>QUYẾT ĐỊNH</p><p>Về việc trồng cây</p>"
                + "<p>Điều 1<sup>4</sup>. Các trường học trồng cây bóng mát trong khuôn viên của trường.</p><p>Điều 2. Xã kiểm tra.</p>");
        assertEquals("1", article(page).content().sections().get(0).number());
    }

    @Test
    void a_line_break_inside_a_sentence_makes_no_paragraph() {
        List<Section> sections = sections("<p>1. Các trường học kiểm<br>tra từng cây.<br>Xã giúp đỡ.</p><p>2. Các ấp<br><br>tưới cây.</p>");
        assertNull(sections.get(0).heading());
        assertEquals(List.of("Các trường học kiểm tra từng cây.", "Xã giúp đỡ."), words(sections.get(0)));
        assertEquals("Các ấp", sections.get(1).heading());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p hidden>%s</p>", "<div style='display: none'><p>%s</p></div>", "<span style='color:red;visibility:hidden'>%s</span>",
        "<p style='mso-hide:all'>%s</p>", "<template><p>%s</p></template>", "<object data='/x.swf'>%s</object>", "<textarea>%s</textarea>",
        "<div aria-hidden='true'>%s</div>", "<dialog>%s</dialog>"})
    void what_readers_do_not_see_is_left_out_and_said(String markup) {
        String words = "Lời chỉ người viết trang thấy được, không dành cho bạn đọc của trang này.";
        PortalPage page = page(LEAD + markup.formatted(words) + "<p>1. Trồng cây.</p><p>2. Tưới cây.</p>");
        assertEquals(List.of(words), hidden(page));
        PageArticle article = article(page);
        assertEquals(List.of(words), article.warnings().stream().filter(warning -> warning.code().equals("hidden-text-left-out"))
                .map(Warning::near).toList());
        assertTrue(article.content().sections().stream().noneMatch(section -> words(section).toString().contains("bạn đọc của trang")));
        assertTrue(!article.content().body().contains("bạn đọc của trang"));
    }

    @Test
    void a_page_that_a_script_shows_is_read() {
        PortalPage page = PortalPageReader.read(HtmlPage.read("<html><body style='visibility:hidden'><h1>Cây</h1><div style='display:none'>"
                + TEXT + "</div></body></html>"));
        assertEquals(1, page.paragraphs().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"binh-luan", "box_ykienbandoc", "tin-lien-quan", "TinKhac", "news-other", "chia-se", "comments", "danhGia", "tag-list"})
    void comments_related_articles_and_share_bars_are_apart(String name) {
        String words = "Bạn đọc ở ấp Ba cho rằng nên trồng thêm cây me chua trước cổng các trường học.";
        PortalPage page = page(LEAD + "<p>1. Trồng cây.</p><p>2. Tưới cây.</p><div class='" + name + "'><p>" + words + "</p></div>");
        assertTrue(apart(page).contains(words), page.leftOut().toString());
        assertEquals(List.of("Tưới cây."), words(article(page).content().sections().get(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Các tin khác", "Tin liên quan:", "Ý kiến bạn đọc (3)", "Bình luận", "Bài viết cùng chuyên mục"})
    void the_text_ends_where_other_articles_or_comments_are_headed(String heading) {
        PortalPage page = page(LEAD + "<p>1. Trồng cây.</p><p>2. Tưới cây.</p><h4>" + heading + "</h4><p>Hội thi vườn trường (02/5/2031)</p>");
        assertEquals(List.of(heading, "Hội thi vườn trường (02/5/2031)"), apart(page));
        assertEquals(3, page.paragraphs().size());
    }

    @Test
    void all_words_of_a_page_are_in_the_article_or_listed() {
        PortalPage page = PortalPageReader.read(HtmlPage.read("<html><head><title>Cây | Xã</title></head><body><nav><a href=/>Trang đầu</a></nav>"
                + "<h1>Cây</h1><div class=share>Gửi bạn</div><div>" + TEXT + "</div><footer>Bản quyền của xã</footer></body></html>"));
        assertEquals(List.of("Trang đầu", "Gửi bạn", "Bản quyền của xã"), apart(page));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "<meta property='og:title' content='Cây'><meta name=author content='Lê Sao'><meta property='article:section' content='Môi trường'>"
            + "<meta property='article:tag' content='cây'><meta property='og:image' content='https://a.example/sao.jpg'>",
        "<script type='application/ld+json'>{\"@graph\": [{\"@type\": \"WebSite\"}, {\"@type\": [\"NewsArticle\"], \"headline\": \"Cây\", "
            + "\"author\": [{\"name\": \"Lê Sao\"}], \"articleSection\": \"Môi trường\", \"keywords\": [\"cây\"], "
            + "\"image\": {\"url\": \"https://a.example/sao.jpg\"}, \"datePublished\": \"2031-05-14T08:00:00+07:00\"}]}</script>"})
    void the_head_of_a_page_says_what_the_article_is(String head) {
        PortalPage page = PortalPageReader.read(HtmlPage.read("<html><head>" + head + "</head><body><div>" + TEXT + "</div></body></html>"));
        assertEquals(List.of("Cây", "Lê Sao", "Môi trường", List.of("cây"), "https://a.example/sao.jpg"),
                List.of(page.title(), page.byline(), page.category(), page.tags(), page.picture()));
    }

    @Test
    void microformats_and_the_way_to_the_page_are_read() {
        PortalPage page = PortalPageReader.read(HtmlPage.read("<html><body><ul class=breadcrumb><li><a href=/>Trang chủ</a><li><a href=/mt>Môi trường</a>"
                + "</ul><article class=h-entry><h1>Cây</h1><span class=p-author>Lê Sao</span><time class=dt-published datetime='2031-05-14T08:00:00+07:00'>"
                + "</time><div>" + TEXT + "</div><a rel=tag href=/t>cây</a></article></body></html>"));
        assertEquals(List.of("Lê Sao", "Môi trường", List.of("cây")), List.of(page.byline(), page.category(), page.tags()));
        assertEquals(8, page.publishedAt().at().getHour());
    }

    @Test
    void links_and_pictures_of_sections_are_said_to_be_lost() {
        List<Warning> warnings = article(page(LEAD + "<p>1. Theo <a href='https://a.example/1.html'>hướng dẫn</a>.</p><p>2. Xem <img src=/h.png>.</p>")).warnings();
        assertTrue(warnings.stream().anyMatch(warning -> warning.code().equals("link-left-out") && warning.message().endsWith("https://a.example/1.html")));
        assertTrue(warnings.stream().anyMatch(warning -> warning.code().equals("picture-left-out") && warning.message().endsWith("/h.png")));
    }

    @Test
    void what_stands_before_sections_keeps_its_links() {
        String body = article(page("<p>Ngày 14 tháng 5 năm 2031, Ủy ban nhân dân xã ban hành <a href='https://a.example/ct.html'>Chỉ thị số 09/CT-UBND</a> về "
                + "chăm sóc cây bóng mát.</p><p>1. Trồng cây.</p><p>2. Tưới cây.</p>")).content().body();
        assertTrue(body.contains("id=\"preamble__p_1\"") && body.contains("<a href=\"https://a.example/ct.html\">Chỉ thị số 09/CT-UBND</a>"), body);
    }
}
