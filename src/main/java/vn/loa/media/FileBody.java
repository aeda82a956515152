package vn.loa.media;

/** A part of a content, as the body of an answer. */
record FileBody(byte[] sha256, ByteRange range) {

    /** What remains when so many bytes of it are sent. */
    FileBody after(int length) {
        return new FileBody(sha256, new ByteRange(range.start() + length, range.length() - length));
    }
}
