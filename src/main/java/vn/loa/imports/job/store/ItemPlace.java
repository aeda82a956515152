package vn.loa.imports.job.store;

/**
 * Where an item stands in what was sent.
 *
 * @param line from 1; null in an archive
 * @param path in an archive; null for lines
 */
public record ItemPlace(Long line, String path) {

    public static ItemPlace ofLine(long line) {
        return new ItemPlace(line, null);
    }
}
