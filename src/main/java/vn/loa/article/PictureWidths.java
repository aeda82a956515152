package vn.loa.article;

import java.util.ArrayList;
import java.util.List;

/** The widths in which images are served, and the largest image of which they are made. */
public final class PictureWidths {

    /** In pixels, the narrowest first. */
    public static final List<Integer> ALL = List.of(320, 640, 1280, 1920);

    private static final long MOST_PIXELS = 50_000_000;
    private static final int LONGEST_SIDE = 20_000;
    /** Of an image that is served. Only images more than twice as high as wide have as many. */
    private static final long MOST_SERVED_PIXELS = 8_000_000;

    private PictureWidths() {
    }

    /**
     * Those that differ for an image of this size: each narrower one, and one in which the image keeps its own width. Of a very
     * high image, not the widest.
     */
    public static List<Integer> of(int width, int height) {
        List<Integer> widths = new ArrayList<>();
        for (int each : ALL) {
            long served = Math.min(each, width);
            if (!widths.isEmpty() && served * served * height / width > MOST_SERVED_PIXELS) {
                break;
            }
            widths.add(each);
            if (each >= width) {
                break;
            }
        }
        return widths;
    }

    /** Whether an image is too large to be scaled, or to be the picture of an article. */
    public static boolean isTooLarge(int width, int height) {
        return (long) width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE;
    }

    /** Says of an image that it is too large. */
    public static String tooLarge(int width, int height) {
        return "has " + width + " times " + height + " pixels; at most " + MOST_PIXELS + " are possible, and " + LONGEST_SIDE
                + " on one side";
    }
}
