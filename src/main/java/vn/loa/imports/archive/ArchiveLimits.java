package vn.loa.imports.archive;

/**
 * What an archive may hold at most. Beyond the limits of one entry, the entry is left out; beyond those of the whole, the
 * archive is refused.
 *
 * @param entries of the archive, folders among them
 * @param entryBytes uncompressed bytes of one entry
 * @param totalBytes uncompressed bytes of all entries
 * @param ratio uncompressed bytes for each byte of the archive, once they are more than 16 MB; deflate reaches 1,032, pages some 10
 * @param depth folders above an entry
 * @param pathLength characters of a path
 */
public record ArchiveLimits(int entries, long entryBytes, long totalBytes, int ratio, int depth, int pathLength) {

    public static final ArchiveLimits DEFAULT = new ArchiveLimits(1_000_000, 32L << 20, 64L << 30, 200, 40, 1_000);

    /** In bytes: an export of WordPress in a zip is read piece by piece, so that it may be larger than other entries. */
    static final long LARGEST_EXPORT = 1L << 30;

    /** In bytes: a small archive of blank pictures is no bomb. */
    private static final long ALWAYS_ALLOWED = 16L << 20;

    /**
     * Checks what has been read, or is announced.
     *
     * @param archiveBytes from which it was unpacked
     * @throws ArchiveFault when it is more than allowed
     */
    void check(long unpacked, long archiveBytes) throws ArchiveFault {
        if (unpacked < 0 || unpacked > totalBytes) {
            throw new ArchiveFault(ArchiveFault.Reason.TOO_LARGE, "at most " + totalBytes + " bytes are unpacked");
        }
        if (unpacked > ALWAYS_ALLOWED && unpacked / ratio > archiveBytes) {
            throw new ArchiveFault(ArchiveFault.Reason.BOMB, "it would unpack to more than " + ratio + " times its size");
        }
    }

    void checkEntries(long count) throws ArchiveFault {
        if (count > entries) {
            throw new ArchiveFault(ArchiveFault.Reason.TOO_MANY_ENTRIES, "at most " + entries + " entries are read");
        }
    }
}
