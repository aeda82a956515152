package vn.loa.imports.archive;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** The bytes of an entry of a zip. Reading fails when they are not as many, or not those, that the directory announces. */
final class ZipContent extends FilterInputStream {

    private final CRC32 crc = new CRC32();
    private final long expectedCrc;
    private final Inflater inflater;
    private long left;

    private ZipContent(InputStream unpacked, ZipHeader header, Inflater inflater) {
        super(unpacked);
        this.inflater = inflater;
        this.expectedCrc = header.crc();
        this.left = header.size();
    }

    static InputStream of(InputStream packed, ZipHeader header) {
        Inflater inflater = new Inflater(true);
        // The inflater asks for one byte behind the end (java.util.zip.Inflater).
        return new ZipContent(header.method() == ZipHeader.STORED ? packed
                : new InflaterInputStream(new SequenceInputStream(packed, new ByteArrayInputStream(new byte[1])), inflater, 8192), header, inflater);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read = unpack(bytes, from, length);
        if (read > left || read < 0 && (left > 0 || crc.getValue() != expectedCrc)) {
            throw new EntryException(EntryFault.DAMAGED);
        }
        if (read > 0) {
            crc.update(bytes, from, read);
            left -= read;
        }
        return read;
    }

    private int unpack(byte[] bytes, int from, int length) throws IOException {
        try {
            return super.read(bytes, from, length);
        } catch (ZipException | EOFException e) {
            throw new EntryException(EntryFault.DAMAGED);
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Gives the inflater's memory back, which is not on the heap. */
    @Override
    public void close() throws IOException {
        super.close();
        inflater.end();
    }
}
