package vn.loa.article;

import java.util.ArrayList;
import java.util.List;

/** The widths in which images are served, and the largest image of which they are made. */
public final class PictureWidths {

    /** In pixels, the smallest first. */
    public static final List<Integer> ALL = List.of(320, 640, 1280, 1920);

    /** An image with more pixels is neither scaled nor the picture of an article: 50 megapixels. */
    public static final long MOST_PIXELS = 50_000_000;

    private PictureWidths() {
    }

    /** Those that differ for an image of this width: each narrower one, and one in which it keeps its own width. */
    public static List<Integer> of(int width) {
        List<Integer> widths = new ArrayList<>();
        for (int each : ALL) {
            widths.add(each);
            if (each >= width) {
                break;
            }
        }
        return widths;
    }

    public static boolean isTooLarge(int width, int height) {
        return (long) width * height > MOST_PIXELS;
    }
}
