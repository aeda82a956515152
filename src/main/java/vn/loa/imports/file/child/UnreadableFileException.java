package vn.loa.imports.file.child;

import vn.loa.imports.file.FileFault;

/** The file is not read, for a reason that its sender should know. */
final class UnreadableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FileFault fault;

    /** @param detail a sentence for people */
    UnreadableFileException(FileFault fault, String detail) {
        super(detail);
        this.fault = fault;
    }

    FileFault fault() {
        return fault;
    }
}
