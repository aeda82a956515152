package vn.loa.media;

/** A range of a file's bytes as the body of a response. */
record FileBody(byte[] sha256, ByteRange range) {

    /** The range that remains after this many bytes were sent. */
    FileBody after(int length) {
        return new FileBody(sha256, new ByteRange(range.start() + length, range.length() - length));
    }
}
