package vn.loa.media.picture;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

/**
 * Decodes an image. Of one that is far wider than it is shown, every second, third … pixel: readers decode row by row, and keep
 * only those pixels.
 */
final class ImageDecoder {

    /** Each scan of a progressive JPEG goes over all pixels. Ten are usual; one of 50 megapixels may have 16. */
    private static final long MOST_SCANNED_PIXELS = 800_000_000;

    private final byte[] file;
    private final String mediaType;
    private final int width;
    private final int height;
    private final long room;

    /**
     * @param width in pixels, of the file as it lies
     * @param height in pixels, of the file as it lies
     * @param room in bytes, for the decoded image
     */
    ImageDecoder(byte[] file, String mediaType, int width, int height, long room) {
        this.file = file;
        this.mediaType = mediaType;
        this.width = width;
        this.height = height;
        this.room = room;
    }

    /**
     * @param wanted how wide the decoded image shall be at least, unless it needs more memory than there is
     * @return as much as can be read, when the file is broken further down
     * @throws NoRoomForImageException when the image can only be decoded as a whole, and there is too little room for that
     */
    BufferedImage decode(int wanted) throws UnreadableImageException, NoRoomForImageException {
        requireBounded();
        requireRoom();
        ImageReader reader = null;
        try {
            reader = ImageReaders.of(mediaType);
            reader.setInput(new ByteArrayImageInputStream(file), true, true);
            return read(reader, Math.max(1, width / wanted));
        } catch (IOException | RuntimeException e) {
            // Readers throw any exception for files that are broken in ways that nobody thought of.
            throw new UnreadableImageException("cannot be decoded", e);
        } finally {
            if (reader != null) {
                reader.dispose();
            }
        }
    }

    /** What a small file can make expensive. */
    private void requireBounded() throws UnreadableImageException {
        long pixels = (long) width * height;
        if (isJpeg() && JpegSegments.scans(file) * pixels > MOST_SCANNED_PIXELS) {
            throw new UnreadableImageException("too many scans", null);
        }
        if (isWebp() && WebpChunks.pixels(file) > pixels) {
            throw new UnreadableImageException("is larger than what is shown of it", null);
        }
    }

    /** The reader of WebP decodes what is without loss as a whole, with four bytes for each pixel. */
    private void requireRoom() throws NoRoomForImageException {
        if (isWebp() && WebpChunks.isLossless(file) && 4L * width * height > room) {
            throw new NoRoomForImageException();
        }
    }

    private BufferedImage read(ImageReader reader, int everyWanted) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        if (!types.hasNext()) {
            throw new IOException("colours that are not known");
        }
        if ((long) reader.getWidth(0) * reader.getHeight(0) > (long) width * height) {
            throw new IOException("the image is larger than what is shown of it");
        }
        ImageTypeSpecifier type = types.next();
        int every = fitting(everyWanted, bytesOfPixel(reader, type));
        BufferedImage image = type.createBufferedImage(part(reader.getWidth(0), every), part(reader.getHeight(0), every));
        ImageReadParam how = reader.getDefaultReadParam();
        how.setSourceSubsampling(every, every, 0, 0);
        how.setDestination(image);
        ReadRows rows = new ReadRows();
        reader.addIIOReadProgressListener(rows);
        try {
            reader.read(0, how);
        } catch (IOException | RuntimeException e) {
            if (!rows.any()) {
                throw e;
            }
        }
        return isGif() ? onScreen(image, every) : image;
    }

    private int fitting(int everyWanted, long bytesOfPixel) {
        int every = everyWanted;
        while (part(width, every) * (long) part(height, every) * bytesOfPixel > room) {
            every++;
        }
        return every;
    }

    /** A JPEG in the colours of print is read as it is and converted into a second image; a GIF is drawn on a second one. */
    private long bytesOfPixel(ImageReader reader, ImageTypeSpecifier type) throws IOException {
        int bytes = (type.getColorModel().getPixelSize() + 7) / 8;
        if (isJpeg()) {
            ImageTypeSpecifier raw = reader.getRawImageType(0);
            return raw == null || raw.getNumBands() == 4 ? bytes + 4 : bytes;
        }
        return isGif() ? bytes + 4 : bytes;
    }

    /** The image of a GIF may fill only a part of what is shown; the rest is transparent. */
    private BufferedImage onScreen(BufferedImage image, int every) {
        BufferedImage screen = new BufferedImage(part(width, every), part(height, every), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = screen.createGraphics();
        graphics.drawImage(image, GifBlocks.left(file) / every, GifBlocks.top(file) / every, null);
        graphics.dispose();
        return screen;
    }

    private boolean isJpeg() {
        return mediaType.equals("image/jpeg");
    }

    private boolean isWebp() {
        return mediaType.equals("image/webp");
    }

    private boolean isGif() {
        return mediaType.equals("image/gif");
    }

    private static int part(int pixels, int every) {
        return (pixels + every - 1) / every;
    }
}
