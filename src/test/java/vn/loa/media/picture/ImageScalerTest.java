package vn.loa.media.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.Transparency;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of image is scaled, turned as it is shown, and is a file with nothing but the image. */
class ImageScalerTest {

    private static final List<Integer> WIDTHS = List.of(320, 640, 1280, 1920);

    private static List<ScaledImage> scale(byte[] file, String type, int width, int height) throws UnreadableImageException, NoRoomForImageException {
        return new ImageScaler(CleanImage.of(file, "image/" + type).bytes(), "image/" + type, width, height, ImageScaler.ROOM)
                .scale(WIDTHS.subList(0, Math.min(4, (int) WIDTHS.stream().filter(each -> each < width).count() + 1)));
    }

    private static BufferedImage scaledOnce(byte[] file, String type, int width, int height) throws UnreadableImageException, NoRoomForImageException {
        return TestImages.read(scale(file, type, width, height).get(0).bytes());
    }

    private static void assertColour(Color expected, BufferedImage image, double x, double y) {
        Color found = new Color(image.getRGB((int) (image.getWidth() * x), (int) (image.getHeight() * y)));
        int distance = Math.abs(expected.getRed() - found.getRed()) + Math.abs(expected.getGreen() - found.getGreen())
                + Math.abs(expected.getBlue() - found.getBlue());
        assertTrue(distance < 40, expected + " is " + found);
    }

    private static void assertQuarters(BufferedImage image, int... colours) {
        for (int i = 0; i < 4; i++) {
            assertColour(TestImages.QUARTERS[colours[i]], image, 0.25 + i % 2 * 0.5, 0.25 + i / 2 * 0.5);
        }
    }

    @Test
    void a_photograph_of_4000_pixels_has_at_most_60_kb_at_640() throws UnreadableImageException, NoRoomForImageException {
        byte[] file = TestImages.withPlace(TestImages.jpeg(TestImages.photo(4000, 3000)), 1);
        List<ScaledImage> scaled = scale(file, "jpeg", 4000, 3000);
        assertEquals(WIDTHS, scaled.stream().map(ScaledImage::width).toList());
        for (ScaledImage each : scaled) {
            BufferedImage image = TestImages.read(each.bytes());
            assertEquals(each.width(), image.getWidth());
            assertEquals(each.width() * 3 / 4, image.getHeight());
            assertEquals("image/jpeg", each.mediaType());
            assertEquals(List.of(), Metadata.of(each.bytes()));
        }
        assertTrue(scaled.get(1).bytes().length <= 60_000, scaled.get(1).bytes().length + " bytes");
        assertTrue(scaled.get(1).bytes().length > 20_000, scaled.get(1).bytes().length + " bytes");
    }

    @ParameterizedTest
    @CsvSource({"1,0,1,2,3", "2,1,0,3,2", "3,3,2,1,0", "4,2,3,0,1", "5,0,2,1,3", "6,2,0,3,1", "7,3,1,2,0", "8,1,3,0,2"})
    void an_image_is_turned_as_it_is_shown(int orientation, int first, int second, int third, int fourth) throws UnreadableImageException, NoRoomForImageException {
        byte[] file = TestImages.withPlace(TestImages.jpeg(TestImages.quarters(1200, 800, BufferedImage.TYPE_INT_RGB)), orientation);
        boolean turned = orientation >= 5;
        BufferedImage image = scaledOnce(file, "jpeg", turned ? 800 : 1200, turned ? 1200 : 800);
        assertEquals(320, image.getWidth());
        assertEquals(turned ? 480 : 213, image.getHeight());
        assertQuarters(image, first, second, third, fourth);
        // No edge is left over from turning.
        assertColour(TestImages.QUARTERS[first], image, 0, 0);
        assertColour(TestImages.QUARTERS[fourth], image, 0.999, 0.999);
    }

    @Test
    void every_kind_of_image_is_read() throws UnreadableImageException, NoRoomForImageException {
        BufferedImage rgb = TestImages.quarters(900, 600, BufferedImage.TYPE_INT_RGB);
        assertQuarters(scaledOnce(TestImages.progressiveJpeg(rgb), "jpeg", 900, 600), 0, 1, 2, 3);
        assertQuarters(scaledOnce(TestImages.png(rgb), "png", 900, 600), 0, 1, 2, 3);
        assertQuarters(scaledOnce(TestImages.gif(rgb), "gif", 900, 600), 0, 1, 2, 3);
        assertQuarters(scaledOnce(TestImages.png(deep(900, 600)), "png", 900, 600), 0, 1, 2, 3);
        assertColour(Color.RED, scaledOnce(TestImages.cmykJpeg(900, 600), "jpeg", 900, 600), 0.5, 0.5);
        BufferedImage grey = TestImages.quarters(900, 600, BufferedImage.TYPE_BYTE_GRAY);
        assertColour(Color.WHITE, scaledOnce(TestImages.jpeg(grey), "jpeg", 900, 600), 0.75, 0.75);
        BufferedImage deepGrey = TestImages.quarters(900, 600, BufferedImage.TYPE_USHORT_GRAY);
        assertColour(Color.WHITE, scaledOnce(TestImages.png(deepGrey), "png", 900, 600), 0.75, 0.75);
        assertEquals(320, scaledOnce(TestWebp.photo(), "webp", 800, 500).getWidth());
        assertEquals(200, scaledOnce(TestWebp.photo(), "webp", 800, 500).getHeight());
        assertEquals(512, scaledOnce(TestWebp.extended(6, 1), "webp", 500, 800).getHeight());
    }

    /** Sixteen bits a colour. */
    private static BufferedImage deep(int width, int height) {
        ComponentColorModel model = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false,
                Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        return TestImages.quarters(new BufferedImage(model, model.createCompatibleWritableRaster(width, height), false, null));
    }

    @Test
    void transparent_parts_stay_transparent() throws UnreadableImageException, NoRoomForImageException {
        ScaledImage scaled = scale(TestImages.png(TestImages.palette(900, 600)), "png", 900, 600).get(0);
        assertEquals("image/png", scaled.mediaType());
        BufferedImage image = TestImages.read(scaled.bytes());
        assertEquals(0, image.getRGB(40, 100) >>> 24);
        assertEquals(0xFFFFFFFF, image.getRGB(280, 100));
    }

    @Test
    void a_drawing_stays_a_png_and_a_photograph_in_a_png_becomes_a_jpeg() throws UnreadableImageException, NoRoomForImageException {
        byte[] drawing = TestImages.png(TestImages.quarters(900, 600, BufferedImage.TYPE_INT_ARGB));
        assertTrue(scale(drawing, "png", 900, 600).stream().allMatch(each -> each.mediaType().equals("image/png")));
        byte[] photo = TestImages.png(TestImages.photo(900, 600));
        assertTrue(scale(photo, "png", 900, 600).stream().allMatch(each -> each.mediaType().equals("image/jpeg")));
    }

    @Test
    void an_image_is_never_made_wider() throws UnreadableImageException, NoRoomForImageException {
        List<ScaledImage> scaled = scale(TestImages.jpeg(TestImages.photo(500, 300)), "jpeg", 500, 300);
        assertEquals(List.of(320, 640), scaled.stream().map(ScaledImage::width).toList());
        assertEquals(500, TestImages.read(scaled.get(1).bytes()).getWidth());
        assertEquals(1, TestImages.read(scale(TestImages.png(TestImages.photo(1, 1)), "png", 1, 1).get(0).bytes()).getWidth());
        assertEquals(1, TestImages.read(scale(TestImages.png(TestImages.photo(4000, 2)), "png", 4000, 2).get(0).bytes()).getHeight());
    }

    @Test
    void a_part_of_a_broken_image_is_better_than_nothing() throws UnreadableImageException, NoRoomForImageException {
        byte[] jpeg = TestImages.jpeg(TestImages.quarters(900, 600, BufferedImage.TYPE_INT_RGB));
        BufferedImage half = scaledOnce(Arrays.copyOf(jpeg, jpeg.length / 2), "jpeg", 900, 600);
        assertColour(Color.RED, half, 0.25, 0.1);
        byte[] gif = TestImages.gif(TestImages.photo(900, 600));
        assertEquals(213, scaledOnce(Arrays.copyOf(gif, gif.length / 2), "gif", 900, 600).getHeight());
    }

    @Test
    void an_image_of_which_nothing_can_be_read_is_refused() {
        byte[] png = TestImages.pngOf(900, 600);
        // The first byte of the compressed data, which says how it is compressed.
        png[41] = 0;
        assertThrows(UnreadableImageException.class, () -> scale(png, "png", 900, 600));
        byte[] jpeg = TestImages.jpeg(TestImages.photo(900, 600));
        assertThrows(UnreadableImageException.class, () -> scale(Arrays.copyOf(jpeg, 100), "jpeg", 900, 600));
    }

    @Test
    void an_image_of_too_many_scans_is_refused() {
        byte[] jpeg = TestImages.progressiveJpeg(TestImages.quarters(16, 16, BufferedImage.TYPE_INT_RGB));
        int scans = JpegSegments.scans(jpeg);
        assertTrue(scans > 5 && scans < 20, scans + " scans");
        assertThrows(UnreadableImageException.class, () -> new ImageDecoder(jpeg, "image/jpeg", 10_000, 15_000, ImageScaler.ROOM).decode(1920));
    }

    @Test
    void an_image_that_is_larger_than_its_file_says_is_refused() {
        byte[] gif = TestImages.gif(TestImages.quarters(900, 600, BufferedImage.TYPE_INT_RGB));
        gif[6] = 10;
        gif[7] = 0;
        assertThrows(UnreadableImageException.class, () -> scale(gif, "gif", 10, 600));
        byte[] webp = TestWebp.extended(1, 1);
        webp[24] = 10;
        webp[25] = 0;
        assertThrows(UnreadableImageException.class, () -> scale(webp, "webp", 11, 500));
    }

    @Test
    void an_image_that_is_decoded_as_a_whole_needs_room_and_is_not_called_broken() throws UnreadableImageException, NoRoomForImageException {
        byte[] webp = TestWebp.lossless(900, 600);
        assertThrows(NoRoomForImageException.class,
                () -> new ImageScaler(webp, "image/webp", 900, 600, 4 * 900 * 600 - 1).scale(List.of(320)));
        BufferedImage image = TestImages.read(new ImageScaler(webp, "image/webp", 900, 600, 4 * 900 * 600).scale(List.of(320)).get(0).bytes());
        assertEquals(213, image.getHeight());
        assertColour(new Color(0x30, 0x60, 0x90), image, 0.5, 0.5);
    }

    @Test
    void fifty_megapixels_fit_into_memory() throws UnreadableImageException, NoRoomForImageException {
        byte[] png = TestImages.png(new BufferedImage(8600, 5800, BufferedImage.TYPE_BYTE_BINARY));
        assertEquals(1920, TestImages.read(scale(png, "png", 8600, 5800).get(3).bytes()).getWidth());
    }
}
