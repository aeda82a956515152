package vn.loa.imports.job.store;

import java.util.List;

/** The media types of what a job imports. */
public final class ImportContent {

    public static final String LINES = "application/x-ndjson";
    public static final String TABLE = "text/csv";
    public static final String ZIP = "application/zip";
    public static final String TAR = "application/x-tar";
    /** Of a tar that is packed. */
    public static final String GZIP = "application/gzip";
    public static final List<String> ALL = List.of(LINES, TABLE, ZIP, TAR, GZIP);

    private ImportContent() {
    }
}
