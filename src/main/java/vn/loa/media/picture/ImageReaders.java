package vn.loa.media.picture;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/** The reader of each type of image. They are made here, because Java looks for libraries' readers in one class loader alone. */
final class ImageReaders {

    static {
        // Otherwise Java asks for a screen where the environment names one.
        System.setProperty("java.awt.headless", "true");
    }

    private ImageReaders() {
    }

    static ImageReader of(String mediaType) throws IOException {
        return switch (mediaType) {
            case "image/jpeg" -> jpeg();
            case "image/webp" -> new WebPImageReaderSpi().createReaderInstance();
            case "image/png", "image/gif" -> ImageIO.getImageReadersByFormatName(mediaType.substring("image/".length())).next();
            default -> throw new IllegalArgumentException(mediaType + " is no image");
        };
    }

    /** It reads with Java's own reader, which it finds when it is registered, and converts colours that that one cannot. */
    private static ImageReader jpeg() throws IOException {
        JPEGImageReaderSpi provider = new JPEGImageReaderSpi();
        provider.onRegistration(IIORegistry.getDefaultInstance(), ImageReaderSpi.class);
        return provider.createReaderInstance();
    }
}
