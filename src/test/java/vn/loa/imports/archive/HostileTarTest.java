package vn.loa.imports.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;

/** Tars that are broken, or made to break what reads them. */
class HostileTarTest {

    private static final String PAGE = "<!DOCTYPE html><title>Tin</title><p>Nội dung</p>";
    private static final ArchiveLimits SMALL = new ArchiveLimits(100, 1 << 20, 40 << 20, 200, 5, 500);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8");

    HostileTarTest() {
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
    }

    private HostileTarTest with(String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
        return this;
    }

    private HostileTarTest page(String name) throws IOException {
        return with(name, PAGE.getBytes(StandardCharsets.UTF_8));
    }

    private HostileTarTest special(String name, byte type, String target) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, type);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
        return this;
    }

    private byte[] bytes() throws IOException {
        tar.close();
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    @Test
    void pages_come_in_their_order_packed_or_not() throws Exception {
        byte[] tar = page("tin/một.html").page("a.html").page("x".repeat(180) + ".html").bytes();
        for (byte[] archive : List.of(tar, gzip(tar))) {
            Entries entries = Entries.of(archive);
            assertEquals(List.of("tin/một.html", "a.html", "x".repeat(180) + ".html"), List.copyOf(entries.contents.keySet()));
            assertEquals(PAGE, new String(entries.contents.get("a.html"), StandardCharsets.UTF_8));
        }
    }

    @Test
    void names_of_the_pax_format_are_unicode() throws Exception {
        tar.setAddPaxHeadersForNonAsciiNames(true);
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        assertEquals(Set.of("quyết định é.html", "é.html"), Entries.of(page("quyết định é.html").page("é.html").bytes()).contents.keySet());
    }

    @Test
    void links_devices_and_paths_that_lead_out_are_left_out() throws Exception {
        Entries entries = Entries.of(page("../a.html").special("l", TarConstants.LF_SYMLINK, "/etc/passwd")
                .special("h", TarConstants.LF_LINK, "ok.html").special("c", TarConstants.LF_CHR, "")
                .special("f", TarConstants.LF_FIFO, "").special("d/", TarConstants.LF_DIR, "").page("ok.html").bytes());
        assertEquals(List.of("../a.html UNSAFE_PATH", "l LINK", "h LINK", "c DEVICE", "f DEVICE"), entries.leftOut);
        assertEquals(Set.of("ok.html"), entries.contents.keySet());
    }

    @Test
    void a_bomb_is_refused_when_its_size_is_seen() throws Exception {
        byte[] zeros = new byte[18 << 20];
        assertEquals(ArchiveFault.Reason.BOMB, Entries.fault(gzip(with("zeros", zeros).bytes()), SMALL));
        HostileTarTest many = new HostileTarTest();
        for (int i = 0; i < 101; i++) {
            many.with("e" + i, new byte[0]);
        }
        assertEquals(ArchiveFault.Reason.TOO_MANY_ENTRIES, Entries.fault(many.bytes(), SMALL));
    }

    @Test
    void a_size_beyond_all_limits_is_refused_at_once() throws Exception {
        byte[] huge = page("a.html").bytes();
        System.arraycopy("77777777777\0".getBytes(StandardCharsets.US_ASCII), 0, huge, 124, 12);
        sum(huge);
        assertEquals(ArchiveFault.Reason.TOO_LARGE, Entries.fault(huge, SMALL));
    }

    @Test
    void a_name_of_many_megabytes_is_not_read() throws Exception {
        TarArchiveEntry name = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
        name.setSize(2 << 20);
        tar.putArchiveEntry(name);
        tar.write("x".repeat(2 << 20).getBytes(StandardCharsets.US_ASCII));
        tar.closeArchiveEntry();
        assertEquals(ArchiveFault.Reason.DAMAGED, Entries.fault(page("a.html").bytes()));
    }

    private static void sum(byte[] header) {
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += header[i] & 0xFF;
        }
        System.arraycopy(String.format("%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII), 0, header, 148, 8);
    }

    @Test
    void cut_off_anywhere_it_is_refused() throws Exception {
        byte[] tar = page("a.html").page("b.html").bytes();
        for (int length = 512; length < 2048; length += 64) {
            assertEquals(ArchiveFault.Reason.TRUNCATED, Entries.fault(Arrays.copyOf(tar, length)), "at " + length);
        }
        byte[] packed = gzip(tar);
        for (int length = 11; length < packed.length - 8; length += 5) {
            assertEquals(ArchiveFault.Reason.TRUNCATED, Entries.fault(Arrays.copyOf(packed, length)), "at " + length);
        }
    }

    @Test
    void any_single_byte_may_be_wrong() throws Exception {
        byte[] tar = page("a.html").page("b.html").bytes();
        byte[] packed = gzip(tar);
        for (byte[] archive : List.of(tar, packed)) {
            for (int i = 0; i < Math.min(archive.length, 2048); i++) {
                byte[] copy = archive.clone();
                copy[i] ^= 0x55;
                try {
                    Entries.of(copy);
                } catch (ArchiveFault e) {
                    assertEquals(e.getMessage(), e.getMessage().strip());
                }
            }
        }
    }

    @Test
    void gzip_without_a_tar_is_told() throws Exception {
        assertEquals(ArchiveFault.Reason.OTHER_FORMAT, Entries.fault(gzip(PAGE.getBytes(StandardCharsets.UTF_8))));
        assertEquals(Map.of(), Entries.of(page("a.html").bytes()).faults());
    }
}
