package vn.loa.imports.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A page or a file of an archive.
 *
 * @param path in NFC, with slashes, without {@code .} and {@code ..}; no other entry of the archive has it
 * @param address where it stood on its site, when its path says so; else null
 * @param otherAddresses where it may have stood, too
 * @param content its bytes, until the sink returns
 * @param whole for an export of WordPress, which is read twice: opens its bytes from their beginning, until the sink returns
 */
public record ArchiveEntry(String path, String address, List<String> otherAddresses, EntryKind kind, InputStream content, Whole whole) {

    /** Opens the bytes of an entry, as often as wanted. Whoever opens them closes them. */
    @FunctionalInterface
    public interface Whole {
        InputStream open() throws IOException;
    }

    /** What links to this entry are found by, the surest first: see {@link LinkKeys}. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>(LinkKeys.ofPath(path));
        if (address != null) {
            keys.addAll(LinkKeys.ofAddress(address));
        }
        otherAddresses.forEach(other -> keys.addAll(LinkKeys.ofAddress(other)));
        return keys.stream().distinct().toList();
    }
}
