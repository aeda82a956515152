package vn.loa.settings;

/** Loa cannot start as it is set up or where it is. The message is one sentence or two for whoever starts it. */
public class CannotStartException extends RuntimeException {

    public CannotStartException(String message) {
        super(message);
    }

    public CannotStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
