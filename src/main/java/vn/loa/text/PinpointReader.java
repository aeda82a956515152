package vn.loa.text;

import java.util.List;

/** Reads the parts of documents that a line names before the documents. */
final class PinpointReader {
    private PinpointReader() {}

    static PinpointReader of(String text) {
        return new PinpointReader();
    }

    /** The parts that are named directly before this offset, in order. */
    List<Pinpoint> before(int offset) {
        return List.of();
    }
}
