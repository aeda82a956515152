package vn.loa.media.picture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How an image is to be turned before it is shown, as Exif says it: the tag 0x0112 of the first directory of a TIFF. */
final class ExifOrientation {

    static final int UPRIGHT = 1;

    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY_BYTES = 12;

    private ExifOrientation() {
    }

    /**
     * @param tiff the Exif data from its byte order mark on
     * @return {@link #UPRIGHT} for data that says nothing of it, or cannot be read
     */
    static int of(byte[] tiff) {
        try {
            ByteBuffer data = ByteBuffer.wrap(tiff);
            data.order(data.getShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            data.position(4);
            int directory = data.getInt();
            data.position(directory);
            int entries = Short.toUnsignedInt(data.getShort());
            for (int i = 0; i < entries; i++) {
                data.position(directory + 2 + i * ENTRY_BYTES);
                if (Short.toUnsignedInt(data.getShort()) == TAG && data.getShort() == SHORT) {
                    data.getInt();
                    int value = Short.toUnsignedInt(data.getShort());
                    return value >= 1 && value <= 8 ? value : UPRIGHT;
                }
            }
            return UPRIGHT;
        } catch (BufferUnderflowException | IllegalArgumentException cannotBeRead) {
            return UPRIGHT;
        }
    }

    /** Exif data with nothing but this. Data that are shorter have no room for anything else. */
    static byte[] tiff(int orientation) {
        return ByteBuffer.allocate(8 + 2 + ENTRY_BYTES + 4)
                .put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8)
                .putShort((short) 1)
                .putShort((short) TAG).putShort((short) SHORT).putInt(1).putShort((short) orientation).putShort((short) 0)
                .putInt(0).array();
    }

    static boolean isTurned(int orientation) {
        return orientation >= 5;
    }
}
