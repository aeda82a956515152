package vn.loa.imports.archive;

/** A whole archive is not read, or not to its end. What was read before has been handed over. */
public final class ArchiveFault extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** It is neither a zip nor a tar. */
        OTHER_FORMAT("The file is not a zip, tar or tar.gz archive"),
        /** Its end is missing. */
        TRUNCATED("The archive is not whole"),
        /** Its structure contradicts itself. */
        DAMAGED("The archive is damaged"),
        /** It is one of several volumes. */
        SPLIT("The archive is one part of several"),
        /** Two entries share bytes, which only bombs do. */
        OVERLAPPING("Entries of the archive overlap"),
        TOO_MANY_ENTRIES("The archive has too many entries"),
        TOO_LARGE("The archive unpacks to too much"),
        /** A few bytes would become very many. */
        BOMB("The archive is a bomb");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    private final Reason reason;

    ArchiveFault(Reason reason, String detail) {
        super(reason.words + (detail == null ? "." : ": " + detail + "."));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
