package vn.loa.settings;

/** Loa cannot start with its settings or on this machine. The message is one or two sentences for the operator. */
public class CannotStartException extends RuntimeException {

    public CannotStartException(String message) {
        super(message);
    }

    public CannotStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
