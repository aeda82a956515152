package vn.loa.media.picture;

/**
 * GIF (version 89a): a header, and blocks of images and extensions, each followed by sub-blocks of up to 255 bytes. Of the
 * extensions, comments go, and those of applications but the ones that say how often an animation is repeated.
 */
final class GifBlocks {

    private static final int HEADER = 13;
    private static final int IMAGE_DESCRIPTOR = 10;
    private static final int IMAGE = 0x2C;
    private static final int EXTENSION = 0x21;
    private static final int COMMENT = 0xFE;
    private static final int APPLICATION = 0xFF;

    private GifBlocks() {
    }

    static CleanImage clean(byte[] gif) {
        KeptBytes file = new KeptBytes(gif);
        int at = HEADER + colourTable(file, 10);
        file.keep(0, at);
        while (at < file.length()) {
            int end = endOfBlock(file, at);
            if (isKept(file, at)) {
                file.keep(at, end);
            }
            at = end;
        }
        return new CleanImage(file.bytes(), ExifOrientation.UPRIGHT);
    }

    /** Whether the file has a second image. */
    static boolean isAnimated(byte[] gif) {
        KeptBytes file = new KeptBytes(gif);
        int images = 0;
        for (int at = HEADER + colourTable(file, 10); at < file.length() && images < 2; at = endOfBlock(file, at)) {
            images += file.at(at) == IMAGE ? 1 : 0;
        }
        return images > 1;
    }

    /** Where the first image stands in what is shown, in pixels from its left edge. */
    static int left(byte[] gif) {
        return firstImage(gif, 1);
    }

    /** Where the first image stands in what is shown, in pixels from its upper edge. */
    static int top(byte[] gif) {
        return firstImage(gif, 3);
    }

    private static int firstImage(byte[] gif, int offset) {
        KeptBytes file = new KeptBytes(gif);
        int at = HEADER + colourTable(file, 10);
        while (at < file.length() && file.at(at) != IMAGE) {
            at = endOfBlock(file, at);
        }
        return Math.max(0, file.at(at + offset)) | Math.max(0, file.at(at + offset + 1)) << 8;
    }

    private static boolean isKept(KeptBytes file, int at) {
        if (file.at(at) != EXTENSION) {
            return true;
        }
        return file.at(at + 1) != COMMENT
                && (file.at(at + 1) != APPLICATION || file.has(at + 3, "NETSCAPE2.0") || file.has(at + 3, "ANIMEXTS1.0"));
    }

    /** Where the next block begins; the end of the file behind its last block, and when what stands here is no block. */
    private static int endOfBlock(KeptBytes file, int at) {
        return switch (file.at(at)) {
            case IMAGE -> endOfSubBlocks(file, at + IMAGE_DESCRIPTOR + colourTable(file, at + 9) + 1);
            case EXTENSION -> endOfSubBlocks(file, at + 2);
            default -> file.length();
        };
    }

    private static int endOfSubBlocks(KeptBytes file, int at) {
        int next = at;
        while (file.at(next) > 0) {
            next += 1 + file.at(next);
        }
        return Math.min(next + 1, file.length());
    }

    /** The length of the colour table of which the byte at this position says whether there is one, and how long. */
    private static int colourTable(KeptBytes file, int position) {
        int flags = Math.max(0, file.at(position));
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }
}
