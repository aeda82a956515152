package vn.loa.imports.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes a zip byte by byte, so that a test can lie in any field. */
final class ZipFileBuilder {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int entries;

    /** An entry; the setters return it. */
    static final class Entry {

        byte[] name;
        byte[] localName;
        byte[] content;
        byte[] extra = new byte[0];
        int flags;
        int method;
        int mode;
        int offset = -1;
        int size = -1;
        int packed = -1;

        static Entry of(String name, String content) {
            return of(name.getBytes(StandardCharsets.UTF_8), content.getBytes(StandardCharsets.UTF_8));
        }

        static Entry of(byte[] name, byte[] content) {
            Entry entry = new Entry();
            entry.name = name;
            entry.localName = name;
            entry.content = content;
            return entry;
        }

        Entry flags(int value) {
            flags = value;
            return this;
        }

        Entry mode(int value) {
            mode = value;
            return this;
        }

        Entry method(int value) {
            method = value;
            return this;
        }

        Entry size(int value) {
            size = value;
            return this;
        }

        Entry packed(int value) {
            packed = value;
            return this;
        }

        Entry offset(int value) {
            offset = value;
            return this;
        }

        Entry extra(byte[] value) {
            extra = value;
            return this;
        }

        Entry localName(String value) {
            localName = value.getBytes(StandardCharsets.UTF_8);
            return this;
        }
    }

    static byte[] zip(Entry... entries) {
        ZipFileBuilder zip = new ZipFileBuilder();
        for (Entry entry : entries) {
            zip.add(entry);
        }
        return zip.bytes();
    }

    ZipFileBuilder add(Entry entry) {
        int offset = entry.offset >= 0 ? entry.offset : body.size();
        byte[] packed = entry.method == 8 ? deflated(entry.content) : entry.content;
        CRC32 crc = new CRC32();
        crc.update(entry.content);
        int size = entry.size >= 0 ? entry.size : entry.content.length;
        int packedSize = entry.packed >= 0 ? entry.packed : packed.length;
        if (entry.offset < 0) {
            put(body, 30, buffer -> buffer.putInt(0x04034b50).putShort((short) 20).putShort((short) entry.flags)
                    .putShort((short) entry.method).putInt(0).putInt((int) crc.getValue()).putInt(packedSize).putInt(size)
                    .putShort((short) entry.localName.length).putShort((short) 0));
            body.writeBytes(entry.localName);
            body.writeBytes(packed);
        }
        put(directory, 46, buffer -> buffer.putInt(0x02014b50).putShort((short) (3 << 8 | 20)).putShort((short) 20)
                .putShort((short) entry.flags).putShort((short) entry.method).putInt(0).putInt((int) crc.getValue())
                .putInt(packedSize).putInt(size).putShort((short) entry.name.length).putShort((short) entry.extra.length)
                .putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(entry.mode << 16).putInt(offset));
        directory.writeBytes(entry.name);
        directory.writeBytes(entry.extra);
        entries++;
        return this;
    }

    /** Bytes between entries. */
    ZipFileBuilder raw(byte[] bytes) {
        body.writeBytes(bytes);
        return this;
    }

    byte[] bytes() {
        return bytes(entries);
    }

    byte[] bytes(int announced) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(body.toByteArray());
        all.writeBytes(directory.toByteArray());
        put(all, 22, buffer -> buffer.putInt(0x06054b50).putInt(0).putShort((short) announced).putShort((short) announced)
                .putInt(directory.size()).putInt(body.size()).putShort((short) 0));
        return all.toByteArray();
    }

    static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static void put(ByteArrayOutputStream out, int length, java.util.function.Consumer<ByteBuffer> fields) {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        fields.accept(buffer);
        out.writeBytes(buffer.array());
    }
}
