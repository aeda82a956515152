package vn.loa.imports.job;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** A portal as {@code wget -r -p} saves it: pages in five layouts with their pictures and files. The words are made up. */
final class SavedPortal {

    static final String HOST = "trangcu.example";
    static final int LAYOUTS = 5;

    private static final List<String> SUBJECTS = List.of("Ra quân dọn kênh", "Tập huấn chuyển đổi số", "Khám bệnh cho người cao tuổi",
            "Hội thi lịch sử địa phương", "Trồng cây đầu xuân", "Lớp học xóa mù chữ");
    private static final List<String> PLACES = List.of("phường Bến Nghé", "xã Tân Phú", "thị trấn Củ Chi", "phường An Lạc", "xã Bình Hưng");

    /**
     * A page.
     *
     * @param path in the archive
     * @param address where it stood
     * @param pictures that it shows
     * @param files to which it links
     * @param links to other pages
     */
    record SavedPage(String path, String address, String title, int pictures, int files, int links) {
    }

    private final List<SavedPage> pages = new ArrayList<>();
    private final Map<String, byte[]> contents = new LinkedHashMap<>();

    SavedPortal(int each) {
        for (int i = 0; i < each; i++) {
            text(i);
            semantic(i, each);
            tables(i, each);
            wordPress(i, each);
            liferay(i, each);
        }
        add("robots.txt", "User-agent: *");
        add("css/site.css?v=3", "body { color: black }");
        add("js/site.js", "document.write('<p>');");
    }

    List<SavedPage> pages() {
        return pages;
    }

    /** Pictures and PDFs, which differ from each other. */
    long files() {
        return contents.keySet().stream().filter(path -> path.contains(".png") || path.endsWith(".pdf")).count();
    }

    byte[] zip() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    void write(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
            Path file = folder.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue());
        }
    }

    private void add(String path, String content) {
        contents.put(HOST + "/" + path, content.getBytes(StandardCharsets.UTF_8));
    }

    private void page(String path, String address, String title, int pictures, int files, int links, String content) {
        pages.add(new SavedPage(HOST + "/" + path, "https://" + HOST + address, title, pictures, files, links));
        add(path, content);
    }

    private static String title(int layout, int i) {
        return SUBJECTS.get(i % SUBJECTS.size()) + " tại " + PLACES.get(layout) + (i < SUBJECTS.size() ? "" : " đợt " + (i / SUBJECTS.size() + 1));
    }

    private static List<String> paragraphs(int layout, int i) {
        String where = PLACES.get(layout);
        return List.of("Sáng ngày " + (i + 3) + ", hơn " + (40 + 7 * i) + " đoàn viên, hội viên và bà con ở " + where
                + " cùng tham gia hoạt động do Ủy ban nhân dân địa phương phát động, trong không khí vui tươi và khẩn trương.",
                "Theo ban tổ chức, đây là năm thứ " + (i + 2) + " hoạt động được duy trì, với sự góp sức của nhiều gia đình và các em học sinh ở " + where + ".",
                "Kết thúc buổi sáng, mọi người cùng nhau dọn dẹp và hẹn gặp lại vào tháng sau, với mong muốn có thêm nhiều người tham gia.");
    }

    private static String stamp(int layout, int i) {
        return String.format("%02d:%02d:00 %02d-%02d-2023", 8 + layout, 10 + i, 3 + i, 2 + layout);
    }

    private void text(int i) {
        String title = title(0, i);
        page("tin-van-ban/tin-" + i + ".txt", "/tin-van-ban/tin-" + i + ".txt", title, 0, 0, 0, title + "\n\nNgày " + stamp(0, i)
                + " - Lượt xem: " + (50 + i) + "\n\n" + String.join("\n\n", paragraphs(0, i)) + "\n");
    }

    private void semantic(int i, int each) {
        String title = title(1, i);
        List<String> words = paragraphs(1, i);
        page("tin/bai-" + i + ".html", "/tin/bai-" + i + ".html", title, 1, 1, 2, """
                <!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>%1$s</title><link rel="stylesheet" href="../css/site.css?v=3"></head>
                <body><header><nav><a href="/">Trang chủ</a></nav></header><main><article><h1>%1$s</h1>
                <time datetime="2023-03-%2$02dT08:00:00+07:00">%2$d/3/2023</time>
                <p>%3$s</p><figure><img src="../anh/hinh-%4$d.png" alt="Hình %4$d"><figcaption>Quang cảnh</figcaption></figure>
                <p>%5$s Xem <a href="../xem.aspx?l=vi&amp;id=%6$d#dau">tin liên quan</a> và <a href="https://www.trangcu.example/2023/bai-viet-%6$d/">bài trước</a>.</p>
                <p>%7$s Chi tiết ở <a href="../tep/ke-hoach-%4$d.pdf">kế hoạch</a>.</p></article></main></body></html>
                """.formatted(title, i + 3, words.get(0), i, words.get(1), (i + 1) % each, words.get(2)));
        picture("anh/hinh-" + i + ".png", 1, i);
        document("tep/ke-hoach-" + i + ".pdf", "Ke hoach " + i);
    }

    private void tables(int i, int each) {
        String title = title(2, i);
        List<String> words = paragraphs(2, i);
        page("xem.aspx?id=" + i + "&l=vi", "/xem.aspx?id=" + i + "&l=vi", title, 1, 1, 1, """
                <html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>%1$s</title></head><body>
                <form id="aspnetForm"><table width="100%%"><tr><td><table><tr><td><a href="/default.aspx">Trang chủ</a></td></tr></table></td></tr><tr><td>
                <table id="noidung"><tr><td><span class="tieude">%1$s</span></td></tr><tr><td>Ngày %2$s</td></tr>
                <tr><td><p>%3$s</p><p><img src="\\Hinh Anh\\Lễ hội %4$d.png" alt="Lễ hội"></p><p>%5$s Xem <a href="/web/guest/-/tin-%6$d">tin khác</a>.</p>
                <p>%7$s Tải về <a href="/Tep/Bao%%20cao%%20%4$d.pdf">báo cáo</a>.</p></td></tr></table></td></tr></table></form></body></html>
                """.formatted(title, stamp(2, i), words.get(0), i, words.get(1), (i + 1) % each, words.get(2)));
        picture("Hinh Anh/Lễ hội " + i + ".png", 2, i);
        document("Tep/Bao cao " + i + ".pdf", "Bao cao " + i);
    }

    private void wordPress(int i, int each) {
        String title = title(3, i);
        List<String> words = paragraphs(3, i);
        page("2023/bai-viet-" + i + "/index.html", "/2023/bai-viet-" + i + "/", title, 2, 0, 1, """
                <!DOCTYPE html><html lang="vi"><head><meta charset="UTF-8"><title>%1$s - Trang cũ</title>
                <link rel="canonical" href="https://trangcu.example/2023/bai-viet-%2$d/"><meta property="og:title" content="%1$s">
                <meta property="article:published_time" content="2023-05-%3$02dT02:00:00+00:00"></head>
                <body class="single"><div id="page"><article class="post"><h1 class="entry-title">%1$s</h1><div class="entry-content"><p>%4$s</p>
                <figure><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="https://www.trangcu.example/wp-content/uploads/a-%2$d.png" alt="A"></figure>
                <p>%5$s</p><p><img src="/wp-content/uploads/b-%2$d-300x200.png" srcset="/wp-content/uploads/b-%2$d-300x200.png 300w, /wp-content/uploads/b-%2$d.png 1024w" alt="B"></p>
                <p>%6$s Xem <a href="//trangcu.example/tin/bai-%7$d.html">tin này</a>.</p></div></article></div></body></html>
                """.formatted(title, i, i + 3, words.get(0), words.get(1), words.get(2), (i + 1) % each));
        picture("wp-content/uploads/a-" + i + ".png", 3, i);
        picture("wp-content/uploads/b-" + i + ".png", 4, i);
    }

    /** A fragment with decomposed letters and no-break spaces, as Liferay's editor leaves them. */
    private void liferay(int i, int each) {
        String title = title(4, i);
        List<String> words = paragraphs(4, i);
        String html = """
                <div class="journal-content-article"><h1>%1$s</h1><p>Ngày %2$s</p><p>%3$s</p>
                <p><img alt="Quang cảnh" src="/documents/20142/anh-%4$d.png?t=16%4$d" style="width: 600px"></p>
                <p>%5$s</p><p>%6$s Văn bản: <a href="/documents/20142/van-ban-%4$d.pdf" target="_blank">tải về</a>, <a href="/tin-van-ban/tin-%7$d.txt">tin khác</a>.</p></div>
                """.formatted(title, stamp(4, i), words.get(0).replace(" ", "&nbsp;"), i, words.get(1), words.get(2), (i + 1) % each);
        page("web/guest/-/tin-" + i, "/web/guest/-/tin-" + i, title, 1, 1, 1, Normalizer.normalize(html, Normalizer.Form.NFD));
        picture("documents/20142/anh-" + i + ".png?t=16" + i, 5, i);
        document("documents/20142/van-ban-" + i + ".pdf", "Van ban " + i);
    }

    private void picture(String path, int kind, int i) {
        BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(40 * kind, 20 * (i % 12), 90));
        pen.fillRect(0, 0, 400, 300);
        pen.setColor(Color.WHITE);
        pen.fillOval(10 * i % 300, 20 * kind, 80, 80);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        contents.put(HOST + "/" + path, out.toByteArray());
    }

    private void document(String path, String words) {
        String text = "BT /F 16 Tf 72 760 Td (" + words + ") Tj ET";
        add(path, """
                %%PDF-1.4
                1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
                2 0 obj <</Type /Pages /Count 1 /Kids [3 0 R]>> endobj
                3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>> endobj
                4 0 obj <</Length %d>> stream
                %s
                endstream endobj
                5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj
                trailer <</Root 1 0 R>>
                startxref
                0
                %%%%EOF
                """.formatted(text.length(), text));
    }
}
