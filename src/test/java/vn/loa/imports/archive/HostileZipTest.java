package vn.loa.imports.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.loa.imports.archive.ZipFileBuilder.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.imports.archive.ZipFileBuilder.Entry;

/** Zips that are broken, or made to break what reads them. */
class HostileZipTest {

    private static final String PAGE = "<!DOCTYPE html><title>Tin</title><p>Nội dung</p>";
    private static final ArchiveLimits SMALL = new ArchiveLimits(100, 1 << 20, 40 << 20, 200, 5, 100);

    private static Entry page(String name) {
        return Entry.of(name, PAGE);
    }

    @Test
    void pages_come_in_their_order_packed_or_not() throws Exception {
        Entries entries = Entries.of(zip(page("b/1.html"), page("a/2.html").method(8), Entry.of("b/", "")));
        assertEquals(List.of("b/1.html", "a/2.html"), List.copyOf(entries.contents.keySet()));
        assertEquals(PAGE, new String(entries.contents.get("a/2.html"), StandardCharsets.UTF_8));
        assertEquals(List.of(), entries.leftOut);
    }

    @Test
    void a_zip_written_as_a_stream_is_read() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : List.of("một.html", "hai.html")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(PAGE.getBytes(StandardCharsets.UTF_8));
            }
        }
        assertEquals(Set.of("một.html", "hai.html"), Entries.of(out.toByteArray()).contents.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../tin.html", "a/../../tin.html", "/etc/tin.html", "C:\\tin.html", "..\\tin.html", "a\u0000.html",
            "\u202Elmth.nit", "a\nb.html"})
    void a_path_that_leads_out_or_deceives_is_left_out_and_the_rest_is_read(String name) throws Exception {
        Entries entries = Entries.of(zip(page(name), page("tin.html")));
        assertEquals(Map.of("UNSAFE_PATH", 1L), entries.faults());
        assertEquals(Set.of("tin.html"), entries.contents.keySet());
    }

    @Test
    void long_and_deep_paths_are_left_out() throws Exception {
        Entries entries = Entries.of(zip(page("a/b/c/d/e/f/g.html"), page("x".repeat(101) + ".html"), page("a/b/c/d/e/g.html")), SMALL);
        assertEquals(Map.of("PATH_TOO_LONG", 2L), entries.faults());
        assertEquals(Set.of("a/b/c/d/e/g.html"), entries.contents.keySet());
    }

    @Test
    void links_devices_and_encrypted_entries_are_left_out() throws Exception {
        Entries entries = Entries.of(zip(page("l").mode(0xA1FF), page("d").mode(0x2180), page("e").flags(1), page("m").method(14),
                page("ok.html").mode(0x81A4)));
        assertEquals(List.of("l LINK", "d DEVICE", "e ENCRYPTED", "m UNKNOWN_METHOD"), entries.leftOut);
        assertEquals(Set.of("ok.html"), entries.contents.keySet());
    }

    @Test
    void two_names_that_differ_in_case_are_two_pages_and_in_normalisation_one() throws Exception {
        Entries entries = Entries.of(zip(page("Tin.html"), page("tin.html"), page("hòa.html"), page("ho\u0300a.html"), page("./tin.html")));
        assertEquals(List.of("Tin.html", "tin.html", "hòa.html"), List.copyOf(entries.contents.keySet()));
        assertEquals(Map.of("DUPLICATE", 2L), entries.faults());
    }

    @Test
    void names_are_read_in_the_encoding_they_have() throws Exception {
        byte[] viscii = "Đa\u0323i ho\u0323c.html".getBytes(Charset.forName("windows-1258"));
        byte[] german = "M\u00fcller.html".getBytes(Charset.forName("IBM437"));
        byte[] plain = "công văn.html".getBytes(StandardCharsets.UTF_8);
        byte[] raw = "c_ng v_n.html".getBytes(StandardCharsets.US_ASCII);
        Entries entries = Entries.of(zip(Entry.of(viscii, PAGE.getBytes(StandardCharsets.UTF_8)),
                Entry.of(german, PAGE.getBytes(StandardCharsets.UTF_8)), Entry.of(plain, PAGE.getBytes(StandardCharsets.UTF_8)),
                Entry.of(raw, PAGE.getBytes(StandardCharsets.UTF_8)).extra(unicodeName(raw, "tờ trình.html"))));
        assertEquals(List.of("Đại học.html", "M\u00fcller.html", "công văn.html", "tờ trình.html"), List.copyOf(entries.contents.keySet()));
    }

    private static byte[] unicodeName(byte[] raw, String name) {
        CRC32 crc = new CRC32();
        crc.update(raw);
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(9 + utf8.length).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 0x7075)
                .putShort((short) (5 + utf8.length)).put((byte) 1).putInt((int) crc.getValue()).put(utf8).array();
    }

    @Test
    void entries_that_share_bytes_are_a_bomb() throws Exception {
        byte[] kernel = new byte[100_000];
        assertEquals(ArchiveFault.Reason.OVERLAPPING, Entries.fault(zip(Entry.of("a".getBytes(), kernel).method(8),
                Entry.of("b".getBytes(), kernel).method(8).offset(0))));
        // Quoted headers: the first entry's bytes contain the second entry.
        assertEquals(ArchiveFault.Reason.OVERLAPPING, Entries.fault(zip(Entry.of("a", PAGE).packed(500), page("b"))));
    }

    @Test
    void what_would_unpack_to_too_much_is_refused_before_it_is_unpacked() throws Exception {
        byte[] zeros = new byte[1 << 20];
        ZipFileBuilder zip = new ZipFileBuilder();
        for (int i = 0; i < 30; i++) {
            zip.add(Entry.of(("z" + i).getBytes(), zeros).method(8));
        }
        assertEquals(ArchiveFault.Reason.BOMB, Entries.fault(zip.bytes(), SMALL));
        ArchiveLimits any = new ArchiveLimits(100, 1 << 20, 20 << 20, 2000, 5, 100);
        assertEquals(ArchiveFault.Reason.TOO_LARGE, Entries.fault(zip.bytes(), any));
        assertEquals(ArchiveFault.Reason.TOO_MANY_ENTRIES, Entries.fault(zip.bytes(), new ArchiveLimits(29, 1, 1, 1, 5, 100)));
    }

    @Test
    void an_entry_that_lies_about_its_size_or_its_bytes_is_left_out() throws Exception {
        byte[] zeros = new byte[900_000];
        assertEquals(Map.of("DAMAGED", 1L), Entries.of(zip(Entry.of("z.html".getBytes(), zeros).method(8).size(10))).faults());
        assertEquals(Map.of("DAMAGED", 1L), Entries.of(zip(Entry.of("z.html", PAGE).method(8).size(10_000))).faults());
        byte[] wrong = zip(page("a.html"), page("b.html"));
        wrong[40] ^= 1;
        Entries entries = Entries.of(wrong);
        assertEquals(List.of("a.html DAMAGED"), entries.leftOut);
        assertEquals(Set.of("b.html"), entries.contents.keySet());
    }

    @Test
    void a_large_entry_is_left_out_and_an_empty_one_too_but_an_export_may_be_large() throws Exception {
        Entries entries = Entries.of(zip(Entry.of("large".getBytes(), new byte[(1 << 20) + 1]), Entry.of("empty", ""), page("a.html")), SMALL);
        assertEquals(List.of("large TOO_LARGE", "empty EMPTY"), entries.leftOut);
        String export = "<?xml version='1.0'?><rss xmlns:wp='http://wordpress.org/export/1.2/'>" + " ".repeat(1 << 20);
        assertEquals(Set.of("wp.xml"), Entries.of(zip(Entry.of("wp.xml", export)), SMALL).contents.keySet());
        ArchiveReader.read(Entries.inParts(zip(Entry.of("wp.xml", export).method(8)), 1000), SMALL, new EntrySink() {
            @Override
            public void entry(ArchiveEntry entry) throws IOException {
                for (int i = 0; i < 2; i++) {
                    try (InputStream whole = entry.whole().open()) {
                        assertEquals(export.length(), whole.readAllBytes().length);
                    }
                }
            }

            @Override
            public void leftOut(String path, EntryFault why) {
                throw new AssertionError(path);
            }
        });
    }

    @Test
    void a_hundred_thousand_empty_files_are_told_one_by_one_in_little_memory() throws Exception {
        ZipFileBuilder zip = new ZipFileBuilder();
        for (int i = 0; i < 65_600; i++) {
            zip.add(Entry.of("e" + i, ""));
        }
        // More than the record can announce: 65,600 is 64 in its sixteen bits.
        assertEquals(ArchiveFault.Reason.DAMAGED, Entries.fault(zip.bytes()));
        assertEquals(ArchiveFault.Reason.TOO_MANY_ENTRIES, Entries.fault(zip.bytes(), SMALL));
        Entries entries = Entries.of(withZip64("e", 100_000));
        assertEquals(Map.of("EMPTY", 100_000L), entries.faults());
    }

    private static byte[] withZip64(String name, int count) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            zip.setUseZip64(Zip64Mode.Always);
            for (int i = 0; i < count; i++) {
                zip.putArchiveEntry(new ZipArchiveEntry(name + i));
                if (count == 1) {
                    zip.write(PAGE.getBytes(StandardCharsets.UTF_8));
                }
                zip.closeArchiveEntry();
            }
        }
        return out.toByteArray();
    }

    @Test
    void zip64_is_read_with_bytes_in_front_too() throws Exception {
        byte[] zip = withZip64("tin", 1);
        assertEquals(Set.of("tin0"), Entries.of(zip).contents.keySet());
        assertEquals(Set.of("tin0"), Entries.of(behind("#!/bin/sh\nexit\n", zip)).contents.keySet());
    }

    private static byte[] behind(String junk, byte[] zip) {
        byte[] all = Arrays.copyOf(junk.getBytes(StandardCharsets.UTF_8), junk.length() + zip.length);
        System.arraycopy(zip, 0, all, junk.length(), zip.length);
        return all;
    }

    @Test
    void bytes_in_front_are_skipped() throws Exception {
        assertArrayEquals(PAGE.getBytes(StandardCharsets.UTF_8),
                Entries.of(behind("junk ".repeat(500), zip(page("a.html")))).contents.get("a.html"));
    }

    @Test
    void a_directory_that_disagrees_with_the_entries_is_not_believed() throws Exception {
        assertEquals(List.of("shown.html HEADERS_DISAGREE"), Entries.of(zip(page("shown.html").localName("other.html"))).leftOut);
        byte[] moved = zip(page("a.html"), page("b.html"));
        assertEquals(List.of("c.html HEADERS_DISAGREE"), Entries.of(new ZipFileBuilder().add(page("a.html")).raw(new byte[500])
                .add(page("c.html").offset(200)).bytes()).leftOut);
        assertEquals(ArchiveFault.Reason.DAMAGED, Entries.fault(new ZipFileBuilder().add(page("a.html")).bytes(2)));
        assertEquals(2, Entries.of(moved).contents.size());
    }

    @Test
    void cut_off_at_any_byte_it_is_refused_or_contained() throws Exception {
        byte[] zip = zip(page("a.html"), page("b.html").method(8));
        for (int length = 0; length < zip.length; length++) {
            ArchiveFault.Reason reason = Entries.fault(Arrays.copyOf(zip, length));
            assertEquals(length < 4 ? ArchiveFault.Reason.OTHER_FORMAT : ArchiveFault.Reason.TRUNCATED, reason, "at " + length);
        }
        assertEquals(ArchiveFault.Reason.DAMAGED, Entries.fault(Arrays.copyOfRange(zip, 20, zip.length)));
    }

    @Test
    void any_single_byte_may_be_wrong() throws Exception {
        byte[] zip = zip(page("a.html"), page("b.html").method(8), Entry.of("c.html", PAGE).extra(unicodeName(new byte[0], "d")));
        for (int i = 0; i < zip.length; i++) {
            for (int wrong : new int[] {0, 0xFF, zip[i] ^ 0x40}) {
                byte[] copy = zip.clone();
                copy[i] = (byte) wrong;
                try {
                    Entries.of(copy);
                } catch (ArchiveFault e) {
                    assertEquals(e.getMessage(), e.getMessage().strip());
                }
            }
        }
    }

    @Test
    void other_formats_are_named() throws Exception {
        assertEquals(ArchiveFault.Reason.OTHER_FORMAT, Entries.fault("Rar!\u001a\u0007".getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals(ArchiveFault.Reason.OTHER_FORMAT, Entries.fault(PAGE.getBytes(StandardCharsets.UTF_8)));
        assertEquals(ArchiveFault.Reason.OTHER_FORMAT, Entries.fault(new byte[0]));
        assertEquals(ArchiveFault.Reason.SPLIT, Entries.fault(split(zip(page("a.html")))));
    }

    private static byte[] split(byte[] zip) {
        zip[zip.length - 18] = 3;
        return zip;
    }
}
