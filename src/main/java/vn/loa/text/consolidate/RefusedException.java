package vn.loa.text.consolidate;

/** Ends the attempt to apply one instruction, before anything is changed. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal reason;

    RefusedException(Refusal reason) {
        super(reason.meaning(), null, false, false);
        this.reason = reason;
    }

    Refusal reason() {
        return reason;
    }
}
