package vn.loa.media.picture;

/**
 * An image in one of its widths, as a file with nothing in it but the image.
 *
 * @param width that was asked for; the image may be narrower, and is never wider
 */
public record ScaledImage(int width, String mediaType, byte[] bytes) {
}
