package vn.loa.media;

/**
 * Stores the bytes of files, each content once, under its SHA-256. An object store could replace the database. Callers
 * ensure that the same content is not put and deleted at the same time, that it is put before a file refers to it, and
 * that it is deleted after the last file.
 */
interface MediaStore {

    /** Stores a content. Does nothing when it is stored already. */
    void put(byte[] sha256, byte[] content);

    /**
     * Reads a range of a content, without reading the rest; in a transaction of its own when there is none.
     *
     * @param offset of the first byte, from 0
     * @param length the most bytes to read; the result is shorter when the content ends before
     * @return empty when the content does not exist
     */
    byte[] read(byte[] sha256, long offset, int length);

    /** Deletes a content. */
    void delete(byte[] sha256);
}
