package vn.loa.imports.archive;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What comes out of an archive. */
final class Entries implements EntrySink {

    final Map<String, byte[]> contents = new LinkedHashMap<>();
    final Map<String, EntryKind> kinds = new LinkedHashMap<>();
    final Map<String, String> addresses = new LinkedHashMap<>();
    final List<String> leftOut = new ArrayList<>();

    static Entries of(byte[] archive) throws ArchiveFault, IOException {
        return of(archive, ArchiveLimits.DEFAULT);
    }

    static Entries of(byte[] archive, ArchiveLimits limits) throws ArchiveFault, IOException {
        return of(inParts(archive, 1000), limits);
    }

    static Entries of(SeekableByteChannel archive, ArchiveLimits limits) throws ArchiveFault, IOException {
        Entries entries = new Entries();
        ArchiveReader.read(archive, limits, entries);
        return entries;
    }

    /** The reason why an archive is refused. */
    static ArchiveFault.Reason fault(byte[] archive, ArchiveLimits limits) throws IOException {
        try {
            Entries entries = of(archive, limits);
            throw new AssertionError("was read: " + entries.contents.keySet() + ", left out " + entries.leftOut);
        } catch (ArchiveFault e) {
            if (!e.getMessage().matches("[A-Z].*\\.")) {
                throw new AssertionError("no sentence: " + e.getMessage(), e);
            }
            return e.reason();
        }
    }

    static ArchiveFault.Reason fault(byte[] archive) throws IOException {
        return fault(archive, ArchiveLimits.DEFAULT);
    }

    static ArchiveParts inParts(byte[] archive, int partSize) {
        int parts = (archive.length + partSize - 1) / partSize;
        long[] sizes = new long[parts];
        for (int i = 0; i < parts; i++) {
            sizes[i] = Math.min(partSize, archive.length - (long) i * partSize);
        }
        return new ArchiveParts(sizes, part -> java.util.Arrays.copyOfRange(archive, part * partSize,
                Math.min(archive.length, (part + 1) * partSize)));
    }

    @Override
    public void entry(ArchiveEntry entry) throws IOException {
        contents.put(entry.path(), entry.content().readAllBytes());
        kinds.put(entry.path(), entry.kind());
        addresses.put(entry.path(), entry.address());
    }

    @Override
    public void leftOut(String path, EntryFault why) {
        leftOut.add(path + " " + why);
    }

    /** Each fault with how often it came. */
    Map<String, Long> faults() {
        return new TreeMap<>(leftOut.stream().collect(Collectors.groupingBy(line -> line.substring(line.lastIndexOf(' ') + 1),
                Collectors.counting())));
    }
}
