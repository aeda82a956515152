package vn.loa.article;

/**
 * What an article has to know of a file to make it its picture.
 *
 * @param size in bytes
 * @param width in pixels, as the image is shown; null for a file that is no image
 * @param height in pixels, as the image is shown; null for a file that is no image
 * @param animated whether it has several frames
 */
public record PictureFile(String mediaType, long size, Integer width, Integer height, boolean animated) {

    public boolean isImage() {
        return width != null;
    }
}
