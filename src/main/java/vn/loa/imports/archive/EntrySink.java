package vn.loa.imports.archive;

import java.io.IOException;

/** Takes an archive's entries in their order. */
public interface EntrySink {

    /**
     * Takes an entry that can be imported. Its content must be read before anything is stored: reading fails when the entry is
     * damaged, and a sink that lets this failure through is told of the entry by {@link #leftOut}.
     */
    void entry(ArchiveEntry entry) throws IOException;

    /** Is told of an entry that is not imported. */
    void leftOut(String path, EntryFault why) throws IOException;
}
