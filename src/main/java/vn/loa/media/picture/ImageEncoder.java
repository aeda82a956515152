package vn.loa.media.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes images for the web: JPEG, or PNG for an image with transparent parts, and for a drawing, which JPEG would blur and a PNG
 * writes in few bytes.
 */
final class ImageEncoder {

    static final String JPEG = "image/jpeg";
    static final String PNG = "image/png";

    /** In bytes, for an image 640 pixels wide: half a second at 1 Mbit/s. */
    private static final double ROOM = 60_000;
    private static final double ROOM_WIDTH = 640;
    /** The first is hard to tell from the original. The others are for images with so many details that they would be too large. */
    private static final float[] QUALITIES = {0.82f, 0.7f, 0.6f, 0.5f, 0.4f, 0.3f};

    private ImageEncoder() {
    }

    /**
     * @param width that was asked for
     * @param mayBeDrawing whether the image was kept in a form for drawings, without loss
     */
    static ScaledImage encode(BufferedImage image, int width, boolean mayBeDrawing) {
        if (image.getColorModel().hasAlpha()) {
            return new ScaledImage(width, PNG, png(image));
        }
        if (mayBeDrawing) {
            byte[] png = png(image);
            if (png.length <= room(image.getWidth())) {
                return new ScaledImage(width, PNG, png);
            }
        }
        return new ScaledImage(width, JPEG, jpeg(image));
    }

    /** A wider image has more pixels; a narrower one has more details in each. */
    private static double room(int width) {
        double share = width / ROOM_WIDTH;
        return ROOM * Math.max(share, share * share);
    }

    private static byte[] jpeg(BufferedImage image) {
        byte[] file = null;
        for (float quality : QUALITIES) {
            file = write(image, "jpeg", quality);
            if (file.length <= room(image.getWidth())) {
                break;
            }
        }
        return file;
    }

    /** Quality means effort here: a PNG loses nothing. */
    private static byte[] png(BufferedImage image) {
        return write(image, "png", 0);
    }

    private static byte[] write(BufferedImage image, String format, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }
}
