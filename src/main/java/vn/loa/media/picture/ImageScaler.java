package vn.loa.media.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** Makes an image in several widths. It is decoded once, which takes most of the time. */
public final class ImageScaler {

    /** In bytes, for a decoded image: a fifth of the heap, 100 MB of 512. */
    public static final long ROOM = Runtime.getRuntime().maxMemory() / 5;

    private final byte[] file;
    private final String mediaType;
    private final int width;
    private final int height;
    private final long room;
    private final int orientation;

    /**
     * @param file without metadata: see {@link CleanImage}
     * @param width in pixels, as the image is shown
     * @param height in pixels, as the image is shown
     * @param room in bytes, for the decoded image; usually {@link #ROOM}
     */
    public ImageScaler(byte[] file, String mediaType, int width, int height, long room) {
        this.file = file;
        this.mediaType = mediaType;
        this.width = width;
        this.height = height;
        this.room = room;
        this.orientation = CleanImage.of(file, mediaType).orientation();
    }

    /**
     * @param widths in pixels, the narrowest first; in one that is wider than the image, the image keeps its own width
     * @throws UnreadableImageException when nothing of the image can be read
     * @throws NoRoomForImageException when the image needs more room
     */
    public List<ScaledImage> scale(List<Integer> widths) throws UnreadableImageException, NoRoomForImageException {
        BufferedImage widest = upright(Math.min(widths.get(widths.size() - 1), width));
        List<ScaledImage> scaled = new ArrayList<>();
        for (int each : widths) {
            int scaledWidth = Math.min(each, width);
            scaled.add(ImageEncoder.encode(scaledWidth == widest.getWidth() ? widest
                    : resize(widest, scaledWidth, heightAt(scaledWidth)), each, isWithoutLoss()));
        }
        return scaled;
    }

    /** The image as it is shown, in this width; with transparency only when it has transparent parts. */
    private BufferedImage upright(int shownWidth) throws UnreadableImageException, NoRoomForImageException {
        int shownHeight = heightAt(shownWidth);
        boolean turned = ExifOrientation.isTurned(orientation);
        BufferedImage decoded = new ImageDecoder(file, mediaType, turned ? height : width, turned ? width : height, room)
                .decode(turned ? shownHeight : shownWidth);
        BufferedImage lying = turned ? resize(decoded, shownHeight, shownWidth) : resize(decoded, shownWidth, shownHeight);
        BufferedImage upright = ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(orientation)).apply(lying);
        return upright.getColorModel().hasAlpha() && isOpaque(upright) ? withoutAlpha(upright) : upright;
    }

    private boolean isWithoutLoss() {
        return mediaType.equals("image/png") || mediaType.equals("image/gif");
    }

    private int heightAt(int shownWidth) {
        return Math.max(1, (int) Math.round((double) height * shownWidth / width));
    }

    private static BufferedImage resize(BufferedImage image, int width, int height) {
        try {
            return Thumbnails.of(image).forceSize(width, height).imageType(image.getColorModel().hasAlpha()
                    ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB).asBufferedImage();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOpaque(BufferedImage image) {
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int pixel : row) {
                if (pixel >>> 24 != 0xFF) {
                    return false;
                }
            }
        }
        return true;
    }

    private static BufferedImage withoutAlpha(BufferedImage image) {
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = opaque.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return opaque;
    }
}
