package vn.loa.media.picture;

import static vn.loa.media.picture.TestImages.bytes;
import static vn.loa.media.picture.TestImages.exif;
import static vn.loa.media.picture.TestImages.join;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;

/** Images in the format WebP, which Java cannot write. */
public final class TestWebp {

    /** Simple, of one symbol, which has eight bits. */
    private static final int SIMPLE_CODE = 0b101;

    private TestWebp() {
    }

    /** A photograph of 800 by 500 pixels, made by a browser. */
    public static byte[] photo() {
        try (InputStream file = TestWebp.class.getResourceAsStream("/pictures/photo.webp")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the extended form, with Exif, XMP, and as many frames, all the same. */
    public static byte[] extended(int orientation, int frames) {
        byte[] simple = photo();
        byte[] image = Arrays.copyOfRange(simple, 12, simple.length);
        int flags = 0x08 | 0x04 | (frames > 1 ? 0x02 : 0);
        byte[] chunks = chunk("VP8X", ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putInt(flags)
                .put(little24(799)).put(little24(499)).array());
        if (frames == 1) {
            chunks = join(chunks, image);
        } else {
            chunks = join(chunks, chunk("ANIM", new byte[6]));
            for (int i = 0; i < frames; i++) {
                chunks = join(chunks, chunk("ANMF", join(new byte[6], little24(799), little24(499), little24(100), new byte[1], image)));
            }
        }
        chunks = join(chunks, chunk("EXIF", exif(orientation)), chunk("XMP ", bytes("<x>GPS</x>")));
        return join(bytes("RIFF"), ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(4 + chunks.length).array(),
                bytes("WEBP"), chunks);
    }

    /** Of one colour, without loss: each channel has one symbol, of which no bit is written (RFC 9649, section 3.7.2.1.1). */
    public static byte[] lossless(int width, int height) {
        BitSet bits = new BitSet();
        int at = 0;
        int[][] fields = {{width - 1, 14}, {height - 1, 14}, {0, 1}, {0, 3}, {0, 1}, {0, 1}, {0, 1},
            {SIMPLE_CODE, 3}, {0x60, 8}, {SIMPLE_CODE, 3}, {0x30, 8}, {SIMPLE_CODE, 3}, {0x90, 8}, {SIMPLE_CODE, 3}, {0xFF, 8},
            {SIMPLE_CODE, 3}, {0, 8}};
        for (int[] field : fields) {
            for (int bit = 0; bit < field[1]; bit++) {
                bits.set(at++, (field[0] >> bit & 1) == 1);
            }
        }
        byte[] image = chunk("VP8L", join(new byte[] {0x2F}, Arrays.copyOf(bits.toByteArray(), 20)));
        return join(bytes("RIFF"), ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(4 + image.length).array(),
                bytes("WEBP"), image);
    }

    private static byte[] chunk(String type, byte[] data) {
        return join(bytes(type), ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(data.length).array(), data,
                new byte[data.length % 2]);
    }

    private static byte[] little24(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16)};
    }
}
