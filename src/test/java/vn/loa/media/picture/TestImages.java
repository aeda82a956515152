package vn.loa.media.picture;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Images of every kind, made here, always with the same bytes. */
public final class TestImages {

    /** The four quarters of {@link #quarters}, in rows. */
    static final Color[] QUARTERS = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};

    private TestImages() {
    }

    /** As many details as a photograph of a street. */
    public static BufferedImage photo(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(0x3B6EA5), width, height, new Color(0xE0B070)));
        graphics.fillRect(0, 0, width, height);
        Random random = new Random(22);
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.6f));
        for (int i = 0; i < 1500; i++) {
            graphics.setColor(new Color(random.nextInt(0x1000000)));
            int size = 4 + random.nextInt(Math.max(1, width / 20));
            graphics.fillOval(random.nextInt(width), random.nextInt(height), size, size / 2 + 1);
        }
        graphics.dispose();
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int grain = random.nextInt(24) - 12;
                row[x] = grained(row[x] >> 16, grain) << 16 | grained(row[x] >> 8, grain) << 8 | grained(row[x], grain);
            }
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        return image;
    }

    private static int grained(int channel, int grain) {
        return Math.max(0, Math.min(255, (channel & 0xFF) + grain));
    }

    /** Four quarters of {@link #QUARTERS}. */
    static BufferedImage quarters(int width, int height, int type) {
        return quarters(new BufferedImage(width, height, type));
    }

    static BufferedImage quarters(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        for (int i = 0; i < 4; i++) {
            graphics.setColor(QUARTERS[i]);
            graphics.fillRect(i % 2 * image.getWidth() / 2, i / 2 * image.getHeight() / 2, image.getWidth() / 2, image.getHeight() / 2);
        }
        graphics.dispose();
        return image;
    }

    /** A palette of sixteen colours, of which one is transparent and fills the image's left half. */
    static BufferedImage palette(int width, int height) {
        byte[] levels = new byte[16];
        for (int i = 0; i < 16; i++) {
            levels[i] = (byte) (i * 17);
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(4, 16, levels, levels, levels, 0));
        for (int y = 0; y < height; y++) {
            for (int x = width / 2; x < width; x++) {
                image.getRaster().setSample(x, y, 0, 15);
            }
        }
        return image;
    }

    /** Red, in the colours of print, inverted, as Adobe's programs write them. */
    static byte[] cmykJpeg(int width, int height) {
        WritableRaster raster = Raster.createInterleavedRaster(java.awt.image.DataBuffer.TYPE_BYTE, width, height, 4, null);
        int[] red = {255, 0, 0, 255};
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                raster.setPixel(x, y, red);
            }
        }
        return inserted(write("jpeg", new IIOImage(raster, null, null), false), 2,
                segment(0xEE, TestImages.bytes("Adobe\0\u0064\0\0\0\0\0")));
    }

    public static byte[] jpeg(BufferedImage image) {
        return write("jpeg", new IIOImage(image, null, null), false);
    }

    static byte[] progressiveJpeg(BufferedImage image) {
        return write("jpeg", new IIOImage(image, null, null), true);
    }

    public static byte[] png(BufferedImage image) {
        return write("png", new IIOImage(image, null, null), false);
    }

    static byte[] gif(BufferedImage image) {
        return write("gif", new IIOImage(image, null, null), false);
    }

    private static byte[] write(String format, IIOImage image, boolean progressive) {
        // Java's own writers: another library's may have been registered first.
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
        ImageWriter writer = writers.next();
        while (!writer.getClass().getName().startsWith("com.sun.")) {
            writer = writers.next();
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (progressive) {
                how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.setOutput(out);
            writer.write(null, image, how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    public static byte[] animatedGif(int width, int height) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < 2; i++) {
                writer.writeToSequence(new IIOImage(quarters(width, height, BufferedImage.TYPE_INT_RGB), null, null), null);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** A comment, and XMP as an application's extension, before the first image. */
    static byte[] withGifMetadata(byte[] gif) {
        int colours = (gif[10] & 0x80) == 0 ? 0 : 3 << (gif[10] & 7) + 1;
        return inserted(gif, 13 + colours, join(bytes("\u0021\u00fe\u0005Hanoi\u0000"),
                bytes("\u0021\u00ff\u000bXMP DataXMP\u0008GPS 21.0\u0000")));
    }

    /** Another type of chunk before the image data. */
    public static byte[] withPngChunk(byte[] png, String type, byte[] data) {
        byte[] typed = join(bytes(type), data);
        CRC32 checksum = new CRC32();
        checksum.update(typed);
        return inserted(png, 8 + 25, join(ByteBuffer.allocate(4).putInt(data.length).array(), typed,
                ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array()));
    }

    /** A small file that says it has so many pixels. */
    public static byte[] pngOf(int width, int height) {
        byte[] png = png(new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY));
        byte[] header = Arrays.copyOfRange(png, 12, 29);
        ByteBuffer.wrap(header).putInt(4, width).putInt(8, height);
        CRC32 checksum = new CRC32();
        checksum.update(header);
        ByteBuffer.wrap(png).put(12, header).putInt(29, (int) checksum.getValue());
        return png;
    }

    /** Exif with the maker of the camera, the orientation, and a place near Hoàn Kiếm lake; XMP; a comment; and a trailer. */
    public static byte[] withPlace(byte[] jpeg, int orientation) {
        byte[] exif = join(bytes("Exif\0\0"), exif(orientation));
        byte[] xmp = bytes("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
                + "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description xmlns:exif='http://ns.adobe.com/exif/1.0/' "
                + "exif:GPSLatitude='21,1.72N'/></rdf:RDF></x:xmpmeta>");
        byte[] marked = inserted(jpeg, 2, join(segment(0xE1, exif), segment(0xE1, xmp), segment(0xED, bytes("Photoshop 3.0\0Hanoi")),
                segment(0xFE, bytes("21.0287 N"))));
        return join(marked, exif);
    }

    private static byte[] segment(int marker, byte[] data) {
        return join(ByteBuffer.allocate(4).put((byte) 0xFF).put((byte) marker).putShort((short) (data.length + 2)).array(), data);
    }

    /** TIFF in the byte order of Intel. */
    static byte[] exif(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(bytes("II")).putShort((short) 42).putInt(8).putShort((short) 3);
        entry(tiff, 0x010F, 2, 4, ByteBuffer.wrap(bytes("Loa\0")).order(ByteOrder.LITTLE_ENDIAN).getInt());
        entry(tiff, 0x0112, 3, 1, orientation);
        entry(tiff, 0x8825, 4, 1, 50);
        tiff.putInt(0).position(50);
        tiff.putShort((short) 4);
        entry(tiff, 1, 2, 2, 'N');
        entry(tiff, 2, 5, 3, 104);
        entry(tiff, 3, 2, 2, 'E');
        entry(tiff, 4, 5, 3, 128);
        tiff.putInt(0).position(104);
        for (int number : new int[] {21, 1, 1, 1, 43, 1, 105, 1, 51, 1, 8, 1}) {
            tiff.putInt(number);
        }
        return Arrays.copyOf(tiff.array(), 152);
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    public static BufferedImage read(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] inserted(byte[] file, int at, byte[] part) {
        return join(Arrays.copyOf(file, at), part, Arrays.copyOfRange(file, at, file.length));
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }
}
