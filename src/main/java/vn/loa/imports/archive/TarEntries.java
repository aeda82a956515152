package vn.loa.imports.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads a tar, packed with gzip or not. */
final class TarEntries {

    private static final int BUFFER = 65_536;
    private static final int BLOCK = 512;
    private static final int CHECKSUM = 148;
    private static final int CHECKSUM_LENGTH = 8;

    private final TarStream bytes;
    private final TarArchiveInputStream tar;
    private final ArchiveLimits limits;
    private final long archiveBytes;

    private TarEntries(InputStream unpacked, ArchiveLimits limits, long archiveBytes) {
        this.bytes = new TarStream(unpacked);
        // One byte is one character: EntryNames finds the encoding.
        this.tar = new TarArchiveInputStream(bytes, BLOCK, BLOCK, StandardCharsets.ISO_8859_1.name(), false);
        this.limits = limits;
        this.archiveBytes = archiveBytes;
    }

    /** By the sum of its first header, which every tar has (POSIX, pax, "ustar Interchange Format"). */
    static boolean isTar(byte[] head) {
        if (head.length < BLOCK || head[0] == 0) {
            return false;
        }
        long announced = 0;
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            boolean inSum = i >= CHECKSUM && i < CHECKSUM + CHECKSUM_LENGTH;
            sum += inSum ? ' ' : head[i] & 0xFF;
            if (inSum && head[i] >= '0' && head[i] <= '7') {
                announced = announced * 8 + head[i] - '0';
            }
        }
        return sum == announced;
    }

    static void read(SeekableByteChannel archive, ArchiveLimits limits, SafeSink sink) throws ArchiveFault, IOException {
        InputStream all = new BufferedInputStream(new ChannelSlice(archive, 0, archive.size()), BUFFER);
        new TarEntries(all, limits, archive.size()).each(sink);
    }

    static void readGzip(SeekableByteChannel archive, ArchiveLimits limits, SafeSink sink) throws ArchiveFault, IOException {
        InputStream packed = new ChannelSlice(archive, 0, archive.size());
        InputStream unpacked = new BufferedInputStream(gunzip(packed), BUFFER);
        unpacked.mark(BLOCK);
        byte[] head;
        try {
            head = unpacked.readNBytes(BLOCK);
        } catch (IOException e) {
            throw fault(e);
        }
        unpacked.reset();
        if (!isTar(head)) {
            throw new ArchiveFault(ArchiveFault.Reason.OTHER_FORMAT, "it is packed with gzip, and no tar is in it");
        }
        new TarEntries(unpacked, limits, archive.size()).each(sink);
    }

    private static InputStream gunzip(InputStream packed) throws ArchiveFault {
        try {
            return new GZIPInputStream(packed, BUFFER);
        } catch (IOException e) {
            throw fault(e);
        }
    }

    private void each(SafeSink sink) throws ArchiveFault, IOException {
        long count = 0;
        long announced = 0;
        for (TarArchiveEntry entry = next(); entry != null; entry = next()) {
            limits.checkEntries(++count);
            announced += entry.isSparse() ? entry.getRealSize() : entry.getSize();
            limits.check(announced, archiveBytes);
            limits.check(bytes.count(), archiveBytes);
            Content content = new Content(tar);
            try {
                if (!entry.isDirectory()) {
                    sink.file(name(entry), entry.getSize(), entryFault(entry), () -> content, false);
                }
                content.transferTo(OutputStream.nullOutputStream());
            } catch (CutOff e) {
                throw fault(e.getCause());
            }
        }
        if (!bytes.endsAsTarsDo()) {
            throw new ArchiveFault(ArchiveFault.Reason.TRUNCATED, "the empty blocks at its end are missing");
        }
    }

    private TarArchiveEntry next() throws ArchiveFault {
        bytes.readHeader();
        try {
            TarArchiveEntry entry = tar.getNextEntry();
            bytes.readContent();
            return entry;
        } catch (IOException | IllegalArgumentException e) {
            // What the channel throws is unchecked: see ChannelSlice.
            throw fault(e);
        }
    }

    private static ArchiveFault fault(Throwable e) {
        boolean cutOff = e instanceof EOFException || String.valueOf(e.getMessage()).startsWith("Truncated");
        return new ArchiveFault(cutOff ? ArchiveFault.Reason.TRUNCATED : ArchiveFault.Reason.DAMAGED, null);
    }

    private static String name(TarArchiveEntry entry) {
        String name = entry.getName();
        // Names of the pax format are Unicode already.
        return name.chars().anyMatch(c -> c > 0xFF) ? name : EntryNames.decode(name.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static EntryFault entryFault(TarArchiveEntry entry) {
        if (entry.isSymbolicLink() || entry.isLink()) {
            return EntryFault.LINK;
        }
        if (entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO()) {
            return EntryFault.DEVICE;
        }
        return entry.isSparse() ? EntryFault.UNKNOWN_METHOD : null;
    }

    /** The archive ends, or cannot be read, inside an entry. */
    private static final class CutOff extends IOException {

        private static final long serialVersionUID = 1L;

        CutOff(IOException cause) {
            super(cause);
        }
    }

    /** The bytes of the present entry. */
    private static final class Content extends FilterInputStream {

        Content(InputStream tar) {
            super(tar);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            try {
                return super.read(target, from, length);
            } catch (IOException e) {
                throw new CutOff(e);
            }
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        /** The next entry stands in the same stream. */
        @Override
        public void close() {
        }
    }
}
