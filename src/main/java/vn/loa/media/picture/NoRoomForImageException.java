package vn.loa.media.picture;

/** An image needs more memory than this instance has for images. Its file is good: another instance may decode it. */
public class NoRoomForImageException extends Exception {

    private static final long serialVersionUID = 1L;

    NoRoomForImageException() {
        super("needs too much memory");
    }
}
