package vn.loa.media.picture;

/** Nothing of an image can be read: its file is broken, or takes too long. */
public class UnreadableImageException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableImageException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
