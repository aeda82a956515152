package vn.loa.imports.archive;

/** What a file is by its mode on Unix (POSIX, {@code sys/stat.h}). */
final class UnixMode {

    private static final int TYPE = 0xF000;
    private static final int REGULAR = 0x8000;
    private static final int LINK = 0xA000;

    private UnixMode() {
    }

    /** Null when it is a regular file, or the mode does not say. */
    static EntryFault fault(int mode) {
        int type = mode & TYPE;
        return type == 0 || type == REGULAR ? null : type == LINK ? EntryFault.LINK : EntryFault.DEVICE;
    }
}
