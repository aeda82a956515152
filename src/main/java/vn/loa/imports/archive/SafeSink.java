package vn.loa.imports.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;

/** Judges each entry by its name and its content, and hands on what can be imported. */
final class SafeSink {

    /** In bytes: enough to know a type by, and a page by its first elements behind a comment. */
    private static final int HEAD = 8192;

    private final ArchiveLimits limits;
    private final EntrySink sink;
    /** Eight bytes of the hash of each path: two paths that were alike by chance would only lose one of the two. */
    private final Set<Long> seen = new HashSet<>();

    SafeSink(ArchiveLimits limits, EntrySink sink) {
        this.limits = limits;
        this.sink = sink;
    }

    /**
     * Takes a file.
     *
     * @param name as the archive writes it
     * @param size uncompressed, as announced
     * @param fault by which the archive's own marks rule it out; null for none
     * @param repeatable whether its bytes can be opened again
     */
    void file(String name, long size, EntryFault fault, ArchiveEntry.Whole content, boolean repeatable) throws IOException {
        EntryPath path = EntryPath.of(name);
        EntryFault refused = refusal(path, size, fault, repeatable ? ArchiveLimits.LARGEST_EXPORT : limits.entryBytes());
        if (refused != null) {
            sink.leftOut(path.shown(), refused);
            return;
        }
        try (InputStream bytes = new BufferedInputStream(content.open(), HEAD)) {
            bytes.mark(HEAD);
            byte[] head = bytes.readNBytes(HEAD);
            bytes.reset();
            EntryType type = EntryType.of(path.name(), head);
            if (size > limits.entryBytes() && type.kind() != EntryKind.WORDPRESS) {
                throw new EntryException(EntryFault.TOO_LARGE);
            }
            hand(path.value(), type, bytes, repeatable ? content : () -> new ByteArrayInputStream(bytes.readAllBytes()));
        } catch (EntryException e) {
            sink.leftOut(path.shown(), e.fault());
        }
    }

    private EntryFault refusal(EntryPath path, long size, EntryFault fault, long largest) {
        if (path.value() == null) {
            return EntryFault.UNSAFE_PATH;
        }
        if (path.value().length() > limits.pathLength() || path.depth() > limits.depth()) {
            return EntryFault.PATH_TOO_LONG;
        }
        if (fault != null) {
            return fault;
        }
        if (EntryType.isSystemFile(path.value())) {
            return EntryFault.SYSTEM_FILE;
        }
        if (!seen.add(ByteBuffer.wrap(DigestUtils.sha256(path.value())).getLong())) {
            return EntryFault.DUPLICATE;
        }
        return size > largest ? EntryFault.TOO_LARGE : size == 0 ? EntryFault.EMPTY : null;
    }

    private void hand(String path, EntryType type, InputStream content, ArchiveEntry.Whole whole) throws IOException {
        if (type.kind() == null) {
            sink.leftOut(path, type.fault());
            return;
        }
        MirrorAddress address = MirrorAddress.of(path);
        sink.entry(new ArchiveEntry(path, address.address(), address.others(), type.kind(), content, whole));
    }
}
