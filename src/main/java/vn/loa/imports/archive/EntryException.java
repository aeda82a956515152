package vn.loa.imports.archive;

import java.io.IOException;

/** An entry turns out to be unreadable while it is read. */
final class EntryException extends IOException {

    private static final long serialVersionUID = 1L;

    private final EntryFault fault;

    EntryException(EntryFault fault) {
        super(fault.words());
        this.fault = fault;
    }

    EntryFault fault() {
        return fault;
    }
}
