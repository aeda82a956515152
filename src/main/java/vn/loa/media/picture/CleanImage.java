package vn.loa.media.picture;

/**
 * An image file without what it says beside the image: where, when, by whom and with what it was made. A photograph of a mobile
 * phone names the place to a few metres. Colour profiles stay, and how the image is to be turned. Nothing is decoded, so the
 * image loses nothing.
 *
 * @param bytes the file, which may have been changed in place
 * @param orientation from 1 to 8 (Exif 2.3, section 4.6.4, tag 0x0112); 1 when the image lies as it is shown
 */
public record CleanImage(byte[] bytes, int orientation) {

    /**
     * @param file is changed; a file that ends too early, or is no image, keeps what it has
     * @param mediaType of the file
     */
    public static CleanImage of(byte[] file, String mediaType) {
        return switch (mediaType) {
            case "image/jpeg" -> JpegSegments.clean(file);
            case "image/png" -> PngChunks.clean(file);
            case "image/webp" -> WebpChunks.clean(file);
            case "image/gif" -> GifBlocks.clean(file);
            default -> new CleanImage(file, ExifOrientation.UPRIGHT);
        };
    }

    /** Whether the file has a second image. Only the lengths of its blocks are read. */
    public static boolean isAnimatedGif(byte[] gif) {
        return GifBlocks.isAnimated(gif);
    }

    /** Whether the image is shown lying on its side: its width and height are exchanged. */
    public boolean isTurned() {
        return ExifOrientation.isTurned(orientation);
    }
}
