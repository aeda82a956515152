package vn.loa.media;

/**
 * Where the contents of files are kept, each once, under its SHA-256. An object store can take the place of the
 * database: callers see to it that nobody puts and deletes the same content at once, put before they refer to it, and
 * delete last, when nothing refers to it any more.
 */
interface MediaStore {

    /** Keeps a content. One that is here already stays as it is. */
    void put(byte[] sha256, byte[] content);

    /**
     * A part of a content, read without the rest of it, in a transaction of its own where there is none.
     *
     * @param offset of the first byte, from 0
     * @param length at most this many bytes; fewer where the content ends before
     * @return empty when there is no such content
     */
    byte[] read(byte[] sha256, long offset, int length);

    /** Forgets a content. */
    void delete(byte[] sha256);
}
