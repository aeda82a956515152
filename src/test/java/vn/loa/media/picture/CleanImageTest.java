package vn.loa.media.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an image says besides the image is removed without decoding it. */
class CleanImageTest {

    private static final BufferedImage IMAGE = TestImages.quarters(64, 32, BufferedImage.TYPE_INT_RGB);

    private static CleanImage clean(byte[] file, String type) {
        return CleanImage.of(file.clone(), "image/" + type);
    }

    private static boolean contains(byte[] file, String words) {
        return new String(file, StandardCharsets.ISO_8859_1).contains(words);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void of_a_photograph_only_the_image_stays_and_how_it_is_turned(int orientation) {
        byte[] file = TestImages.withPlace(TestImages.jpeg(IMAGE), orientation);
        assertTrue(Metadata.of(file).containsAll(List.of("place", "xmp", "comment", "maker")), Metadata.of(file).toString());
        CleanImage clean = clean(file, "jpeg");
        assertEquals(List.of(), Metadata.of(clean.bytes()));
        assertEquals(orientation, clean.orientation());
        assertEquals(orientation, Metadata.orientation(clean.bytes()));
        assertEquals(orientation >= 5, clean.isTurned());
        assertFalse(contains(clean.bytes(), "GPS") || contains(clean.bytes(), "Hanoi") || contains(clean.bytes(), "21.0287"));
        assertArrayEquals(clean.bytes(), clean(clean.bytes(), "jpeg").bytes());
    }

    @Test
    void a_file_that_says_nothing_stays_as_it_is() {
        for (byte[] jpeg : List.of(TestImages.jpeg(IMAGE), TestImages.progressiveJpeg(IMAGE), TestImages.cmykJpeg(30, 20))) {
            assertArrayEquals(jpeg, clean(jpeg, "jpeg").bytes());
        }
        byte[] png = TestImages.png(TestImages.palette(30, 20));
        assertArrayEquals(png, clean(png, "png").bytes());
        for (byte[] gif : List.of(TestImages.gif(IMAGE), TestImages.animatedGif(30, 20))) {
            assertArrayEquals(gif, clean(gif, "gif").bytes());
        }
        assertArrayEquals(TestWebp.photo(), clean(TestWebp.photo(), "webp").bytes());
        byte[] pdf = "%PDF-1.7 Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
        assertArrayEquals(pdf, CleanImage.of(pdf.clone(), "application/pdf").bytes());
    }

    @Test
    void texts_and_exif_leave_a_png() {
        byte[] plain = TestImages.png(IMAGE);
        byte[] file = TestImages.withPngChunk(TestImages.withPngChunk(TestImages.withPngChunk(plain, "tEXt",
                TestImages.bytes("Location\0Hanoi")), "eXIf", TestImages.exif(6)), "prVt", TestImages.bytes("GPS"));
        assertTrue(Metadata.of(file).containsAll(List.of("place", "comment")));
        CleanImage clean = clean(file, "png");
        assertEquals(List.of(), Metadata.of(clean.bytes()));
        assertEquals(6, clean.orientation());
        assertEquals(6, Metadata.orientation(clean.bytes()));
        assertFalse(contains(clean.bytes(), "Hanoi") || contains(clean.bytes(), "GPS"));
        assertArrayEquals(plain, clean(TestImages.join(TestImages.withPngChunk(plain, "eXIf", TestImages.exif(1)),
                TestImages.bytes("trailer")), "png").bytes());
    }

    @Test
    void exif_and_xmp_leave_a_webp() {
        CleanImage turned = clean(TestWebp.extended(8, 1), "webp");
        assertEquals(List.of(), Metadata.of(turned.bytes()));
        assertEquals(8, turned.orientation());
        assertEquals(8, Metadata.orientation(turned.bytes()));
        CleanImage upright = clean(TestWebp.extended(1, 1), "webp");
        assertFalse(contains(upright.bytes(), "EXIF") || contains(upright.bytes(), "XMP"));
        assertEquals(0, upright.bytes()[20] & 0x0C);
        assertEquals(upright.bytes().length - 8, (upright.bytes()[4] & 0xFF) | (upright.bytes()[5] & 0xFF) << 8 | upright.bytes()[6] << 16);
        CleanImage animated = clean(TestWebp.extended(1, 3), "webp");
        assertTrue(contains(animated.bytes(), "ANMF"));
        assertFalse(contains(animated.bytes(), "GPS"));
    }

    @Test
    void comments_and_xmp_leave_a_gif_and_its_animation_stays() {
        byte[] animated = TestImages.animatedGif(30, 20);
        byte[] file = TestImages.withGifMetadata(animated);
        assertTrue(contains(file, "Hanoi") && contains(file, "GPS"));
        assertArrayEquals(animated, clean(file, "gif").bytes());
    }

    @Test
    void a_file_cut_anywhere_or_changed_anywhere_is_cleaned_as_far_as_it_goes() {
        Random random = new Random(1);
        byte[][] files = {TestImages.withPlace(TestImages.jpeg(IMAGE), 6),
                TestImages.withPngChunk(TestImages.png(IMAGE), "eXIf", TestImages.exif(6)), TestWebp.extended(6, 2),
                TestImages.withGifMetadata(TestImages.animatedGif(30, 20))};
        String[] types = {"jpeg", "png", "webp", "gif"};
        for (int i = 0; i < files.length; i++) {
            for (int n = 0; n < 3000; n++) {
                byte[] file = n % 2 == 0 ? Arrays.copyOf(files[i], 30 + random.nextInt(files[i].length - 30)) : files[i].clone();
                for (int change = 0; change < n % 4; change++) {
                    file[12 + random.nextInt(Math.min(file.length, 400) - 12)] = (byte) random.nextInt();
                }
                int length = file.length;
                assertTrue(CleanImage.of(file, "image/" + types[i]).bytes().length <= length);
                GifBlocks.isAnimated(file);
                JpegSegments.scans(file);
            }
        }
    }
}
