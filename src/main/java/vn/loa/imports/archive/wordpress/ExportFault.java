package vn.loa.imports.archive.wordpress;

/** An export is not read to its end. The message is a sentence. */
public final class ExportFault extends Exception {

    private static final long serialVersionUID = 1L;

    ExportFault(String message, Throwable cause) {
        super(message, cause);
    }
}
