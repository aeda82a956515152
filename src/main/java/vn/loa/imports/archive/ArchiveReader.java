package vn.loa.imports.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a zip, tar or tar.gz, whatever its name. Memory is bounded by one entry, the names' hashes and 16 bytes for each entry.
 */
public final class ArchiveReader {

    private static final int TAR_BLOCK = 512;
    private static final String ZIP_ENTRY = "PK\u0003\u0004";
    private static final String GZIP = "\u001f\u008b";
    private static final Map<String, String> NOT_READ = new LinkedHashMap<>();

    static {
        NOT_READ.put("BZh", "it is packed with bzip2");
        NOT_READ.put("\u00fd7zXZ", "it is packed with xz");
        NOT_READ.put("\u0028\u00b5\u002f\u00fd", "it is packed with zstd");
        NOT_READ.put("7z\u00bc\u00af", "it is a 7z archive");
        NOT_READ.put("Rar!", "it is a rar archive");
    }

    private ArchiveReader() {
    }

    /**
     * Hands over all entries.
     *
     * @throws ArchiveFault when the archive is refused; entries before the fault may have been handed over
     * @throws IOException what the channel or the sink throws
     */
    public static void read(SeekableByteChannel archive, ArchiveLimits limits, EntrySink each) throws ArchiveFault, IOException {
        try {
            readAny(archive, limits, each);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void readAny(SeekableByteChannel archive, ArchiveLimits limits, EntrySink each) throws ArchiveFault, IOException {
        byte[] head = ChannelSlice.read(archive, 0, TAR_BLOCK);
        String start = new String(head, StandardCharsets.ISO_8859_1);
        SafeSink sink = new SafeSink(limits, each);
        if (start.startsWith(GZIP)) {
            TarEntries.readGzip(archive, limits, sink);
        } else if (TarEntries.isTar(head)) {
            TarEntries.read(archive, limits, sink);
        } else if (start.startsWith(ZIP_ENTRY) || ZipEnd.find(archive) != null) {
            ZipEntries.read(archive, limits, sink);
        } else {
            throw new ArchiveFault(ArchiveFault.Reason.OTHER_FORMAT, NOT_READ.entrySet().stream()
                    .filter(format -> start.startsWith(format.getKey())).map(Map.Entry::getValue).findFirst().orElse(null));
        }
    }

    /**
     * The media type of an archive, by its first bytes.
     *
     * @return null when they are no archive's
     */
    public static String mediaType(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, TAR_BLOCK), StandardCharsets.ISO_8859_1);
        if (start.startsWith(GZIP)) {
            return "application/gzip";
        }
        if (start.startsWith(ZIP_ENTRY) || start.startsWith("PK\u0005\u0006")) {
            return "application/zip";
        }
        return head.length >= TAR_BLOCK && TarEntries.isTar(Arrays.copyOf(head, TAR_BLOCK)) ? "application/x-tar" : null;
    }
}
