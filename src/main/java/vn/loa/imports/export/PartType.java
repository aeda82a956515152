package vn.loa.imports.export;

/** The media types of parts. */
final class PartType {

    static final String GZIP = "application/gzip";
    static final String LINES = "application/x-ndjson";

    private PartType() {
    }
}
