package vn.loa.imports.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an entry is, by its content rather than its name. */
class EntryTypeTest {

    private static String type(String name, byte[] content) {
        EntryType type = EntryType.of(name, content);
        return type.kind() == null ? type.fault().name() : type.kind().name();
    }

    private static String type(String name, String content) {
        return type(name, content.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "chi-tiet-tin?id=123&l=vi | <!DOCTYPE html><html> | PAGE",
        "tin.html | \uFEFF  <!-- saved from url=(0014)about:internet --> <HTML> | PAGE",
        "a.php | <?xml version=\"1.0\"?><!DOCTYPE html PUBLIC> | PAGE",
        "a.htm | Không có thẻ nào | PAGE",
        "fragment | Tin <b>mới</b><br/> | PAGE",
        "xem.php?id=1 | Warning: mysql <br> in line 3 <html> | PAGE",
        "bang.csv | a,b,<p>c</p> | OTHER_TYPE",
        "a.css | <html><title>404</title> | PAGE",
        "ghi-chu.txt | Ủy ban nhân dân | TEXT",
        "README | Ủy ban nhân dân | TEXT",
        "style.css?ver=1 | body{} | LAYOUT",
        "app.js@ver=2.js | var a='<p>' | LAYOUT",
        "data.json | {} | OTHER_TYPE",
        "feed | <?xml version='1.0'?><rss version='2.0'><channel> | OTHER_TYPE",
        "logo.svg | <svg xmlns='http://www.w3.org/2000/svg'> | OTHER_TYPE",
        "wp.xml | <?xml version='1.0'?><!-- generator --><rss xmlns:wp='http://wordpress.org/export/1.2/'> | WORDPRESS",
        "tep.html | %PDF-1.4 | DOCUMENT"})
    void text_is_told_apart(String name, String content, String type) {
        assertEquals(type, type(name, content));
    }

    @Test
    void pictures_documents_and_archives_are_known_by_their_first_bytes() {
        assertEquals("PICTURE", type("anh.html", "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals("PICTURE", type("anh", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1}));
        assertEquals("PICTURE", type("anh", "GIF89a"));
        assertEquals("PICTURE", type("anh", "RIFF0000WEBP"));
        assertEquals("DOCUMENT", type("a", "PK\u0003\u0004                          [Content_Types].xml word/document.xml"));
        assertEquals("OTHER_TYPE", type("a.xlsx", "PK\u0003\u0004                          [Content_Types].xml xl/workbook.xml"));
        assertEquals("OTHER_TYPE", type("a.odt", "PK\u0003\u0004" + " ".repeat(26) + "mimetypeapplication/vnd.oasis"));
        assertEquals("NESTED_ARCHIVE", type("a.html", "PK\u0003\u0004                          b.zip"));
        assertEquals("NESTED_ARCHIVE", type("a", new byte[] {0x1f, (byte) 0x8b, 8}));
        assertEquals("DOCUMENT", type("a.doc", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}));
        assertEquals("OTHER_TYPE", type("a.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}));
        assertEquals("LAYOUT", type("a", "wOFF"));
        assertEquals("OTHER_TYPE", type("a.mp4", new byte[] {0, 0, 0, 24, 'f', 't', 'y', 'p'}));
    }

    @Test
    void what_systems_leave_is_known_by_name() {
        for (String path : new String[] {"__MACOSX/._a.html", "a/.DS_Store", "a/Thumbs.db", "host.example/robots.txt", "a/._b.html"}) {
            assertTrue(EntryType.isSystemFile(path), path);
        }
        assertFalse(EntryType.isSystemFile("a/robots.html"));
    }
}
