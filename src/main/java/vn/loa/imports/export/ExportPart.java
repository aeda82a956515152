package vn.loa.imports.export;

/**
 * A stored part of an export.
 *
 * @param size in bytes
 * @param lines null when they were not counted
 */
record ExportPart(int number, long size, Long lines, byte[] sha256) {
}
