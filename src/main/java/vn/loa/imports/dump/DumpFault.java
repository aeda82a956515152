package vn.loa.imports.dump;

import java.io.IOException;

/** Lines are not what {@link DumpWriter} writes. The message is a sentence. */
public class DumpFault extends IOException {

    public DumpFault(String message) {
        super(message);
    }

    DumpFault(String message, Throwable cause) {
        super(message, cause);
    }
}
