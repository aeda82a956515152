package vn.loa.imports.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links between the pages and files of an archive. */
class LinkRewriterTest {

    /** The page that links, as wget saves it. */
    private static final String PAGE = "trangcu.example/tin/bai-1.html";

    private static Optional<String> lookUp(PageLink link, String... paths) {
        Map<String, String> entries = new HashMap<>();
        for (String path : paths) {
            MirrorAddress address = MirrorAddress.of(path);
            new ArchiveEntry(path, address.address(), address.others(), EntryKind.PAGE, null, null).keys()
                    .forEach(key -> entries.putIfAbsent(key, path));
        }
        return link.keys().stream().map(entries::get).filter(found -> found != null).findFirst();
    }

    private static String found(String page, String written, String... paths) {
        MirrorAddress address = MirrorAddress.of(page);
        return lookUp(LinkRewriter.of("<p>", page, address.address()).link(written), paths).orElse(null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // As they stood on the site.
        "bai-2.html | trangcu.example/tin/bai-2.html",
        "./bai-2.html#phan-2 | trangcu.example/tin/bai-2.html",
        "../anh/co.png | trangcu.example/anh/co.png",
        "/anh/co.png | trangcu.example/anh/co.png",
        "//www.trangcu.example/anh/co.png | trangcu.example/anh/co.png",
        "http://trangcu.example/anh/co.png | trangcu.example/anh/co.png",
        "HTTPS://WWW.TrangCu.example:443/anh/co.png | trangcu.example/anh/co.png",
        "/anh/l%C3%A1%20c%E1%BB%9D.png | trangcu.example/anh/lá cờ.png",
        "/anh/lá cờ.png | trangcu.example/anh/lá cờ.png",
        "\\anh\\co.png | trangcu.example/anh/co.png",
        "/anh/co.png?v=2 | trangcu.example/anh/co.png",
        "/anh/co.png?v=2 | trangcu.example/anh/co.png?v=2",
        "/anh/co.png | trangcu.example/anh/co.png@v=2",
        "/ANH/Co.PNG | trangcu.example/anh/co.png",
        "/chi-tiet?id=12&l=vi | trangcu.example/chi-tiet?id=12&l=vi",
        "/chi-tiet?l=vi&id=12 | trangcu.example/chi-tiet?id=12&l=vi",
        "/chi-tiet?id=12&l=vi | trangcu.example/chi-tiet@id=12&l=vi",
        "/chi-tiet?id=12&l=vi | trangcu.example/chi-tiet?id=12&l=vi.html",
        "/chi-tiet.aspx?id=12 | trangcu.example/chi-tiet.aspx@id=12.html",
        "/chi-tiet.aspx | trangcu.example/chi-tiet.aspx.html",
        "/tin/van-thu | trangcu.example/tin/van-thu.html",
        "/tin/van-thu/ | trangcu.example/tin/van-thu/index.html",
        "/tin/van-thu | trangcu.example/tin/van-thu/index.html",
        "/ | trangcu.example/index.html",
        "https://trangcu.example | trangcu.example/index.html",
        // As wget --convert-links leaves them.
        "chi-tiet%3Fid=12&l=vi.html | trangcu.example/tin/chi-tiet?id=12&l=vi.html",
        "chi-tiet@id=12.html | trangcu.example/tin/chi-tiet@id=12.html",
        "../../khac.example/anh.png | khac.example/anh.png",
        "van-thu/index.html#x | trangcu.example/tin/van-thu/index.html",
        "100%25.html | trangcu.example/tin/100%.html",
        "a+b.html | trangcu.example/tin/a+b.html"})
    void a_link_finds_what_it_leads_to(String written, String path) {
        assertEquals(path, found(PAGE, written, PAGE, "trangcu.example/khac.html", path));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/chi-tiet?id=13 | trangcu.example/chi-tiet?id=12", "https://khac.example/anh/co.png | trangcu.example/anh/co.png",
        "/tin/bai | trangcu.example/tin/bai-1.html"})
    void another_address_does_not(String written, String path) {
        assertEquals(null, found(PAGE, written, path));
    }

    @Test
    void in_a_folder_without_hosts_the_root_may_be_any_folder_above() {
        assertEquals("web/anh/co.png", found("web/tin/1.html", "/anh/co.png", "web/anh/co.png"));
        assertEquals("tin/co.png", found("tin/1.html", "co.png", "tin/co.png"));
        assertEquals("Tin_files/co.png", found("Tin.html", "Tin_files/co.png", "Tin_files/co.png"));
        assertEquals("anh/co.png", found("tin/1.html", "../../../anh/co.png", "anh/co.png"));
    }

    @Test
    void a_page_that_says_where_it_stands_is_found_by_that() {
        LinkRewriter page = LinkRewriter.of("<link rel=canonical href='https://trangcu.example/tin/1'><a href='/anh/a.png'>", "luu/1.html", null);
        assertEquals("https://trangcu.example/tin/1", page.address());
        assertEquals(List.of("a:trangcu.example/tin/1"), page.keys());
        assertEquals("https://trangcu.example/anh/a.png", page.links().get(0).address());
        assertEquals(Optional.of("luu/anh/a.png"), lookUp(page.links().get(0), "luu/anh/a.png"));
        LinkRewriter based = LinkRewriter.of("<base href='/kho/'><a href=b.html>", PAGE, "https://trangcu.example/tin/bai-1.html");
        assertEquals("https://trangcu.example/kho/b.html", based.links().get(0).address());
        assertEquals(Optional.of("trangcu.example/kho/b.html"), lookUp(based.links().get(0), "trangcu.example/kho/b.html", "trangcu.example/tin/b.html"));
    }

    private static String rewritten(String html) {
        String address = MirrorAddress.of(PAGE).address();
        String page = LinkRewriter.of(html, PAGE, address).rewritten(link -> lookUp(link, "trangcu.example/anh/co.png", "trangcu.example/tep/kh.pdf",
                "trangcu.example/tin/bai-2.html").map(path -> "https://loa.example/" + path.substring(path.lastIndexOf('/') + 1)));
        return page.substring(page.indexOf("<body>") + 6, page.indexOf("</body>"));
    }

    @Test
    void known_links_are_replaced_and_others_become_absolute() {
        assertEquals("<a href=\"https://loa.example/bai-2.html#dieu-3\">a</a><a href=\"https://trangcu.example/tin/khac.html#x\">b</a>"
                + "<a href=\"#dau\">c</a><a href=\"mailto:a@b.example\">d</a><a href=\"javascript:void(0)\">e</a><a name=\"x\">f</a>",
                rewritten("<a href='bai-2.html#dieu-3'>a</a><a href='khac.html#x'>b</a><a href='#dau'>c</a><a href='mailto:a@b.example'>d</a>"
                        + "<a href='javascript:void(0)'>e</a><a name=x>f</a>"));
        assertEquals("<a href=\"https://ngoai.example/a%20b?x=1&amp;y=2\">a</a>", rewritten("<a href=' https://ngoai.example/a b?x=1&y=2\n'>a</a>"));
    }

    @Test
    void a_picture_is_taken_from_wherever_the_page_names_it() {
        String known = "<img src=\"https://loa.example/co.png\">";
        assertEquals(known, rewritten("<img src='/anh/co.png'>"));
        assertEquals(known, rewritten("<img src='data:image/gif;base64,R0lGODlhAQ==' data-src='../anh/co.png'>"));
        assertEquals(known, rewritten("<img src='/anh/co-300.png' srcset='/anh/co-300.png 300w, /anh/co.png 1024w'>"));
        assertEquals("<picture><source srcset=\"/anh/co.png 2x\">" + known + "</picture>",
                rewritten("<picture><source srcset='/anh/co.png 2x'><img src='/anh/khac.png'></picture>"));
        assertEquals("<img src=\"https://trangcu.example/anh/khac.png\">", rewritten("<img src='/anh/khac.png' srcset='/anh/khac2.png 2x'>"));
        assertEquals("<img src=\"data:image/gif;base64,R0lGODlhAQ==\">", rewritten("<img src='data:image/gif;base64,R0lGODlhAQ=='>"));
    }

    @Test
    void a_known_file_in_a_frame_becomes_a_link() {
        assertEquals("<p><a href=\"https://loa.example/kh.pdf\">kh.pdf</a></p>", rewritten("<iframe src='/tep/kh.pdf'></iframe>"));
        assertEquals("<p><a href=\"https://loa.example/kh.pdf\">Kế hoạch</a></p>", rewritten("<embed src='/tep/kh.pdf' title='Kế hoạch'>"));
        assertTrue(rewritten("<iframe src='https://video.example/1'></iframe>").contains("<iframe"));
    }

    @Test
    void odd_addresses_are_no_failure() {
        for (String odd : List.of("", " ", "%", "%zz", "http://", "http:///x", "//", "?", "?a=%", "http://[::1]:99999/", "a b c", "\u0000", "::",
                "http://a..b/", "../".repeat(5000), "x".repeat(100_000), "http://trangcu.example/%ff%fe", "mailto:", "\uD800", "http://user:p@trangcu.example/")) {
            assertNotNull(rewritten("<a href='" + odd + "'>a</a><img src='" + odd + "' srcset='" + odd + "'>"));
        }
    }
}
