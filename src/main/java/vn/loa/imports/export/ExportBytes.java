package vn.loa.imports.export;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlReader;

/** Reads the bytes of parts, a few pieces at a time. */
@ApplicationScoped
class ExportBytes {

    /** In bytes; every piece of a part but its last has as many. */
    static final int PIECE = 256 * 1024;

    private static final String PIECES = "select content from export_piece where export_id = ? and part = ? "
            + "and number between ? and ? order by number";

    private final SqlReader rows;

    ExportBytes(SqlReader rows) {
        this.rows = rows;
    }

    /** The same for a file that is sent, which outlives the primary if the export is done: its parts never change. */
    byte[] read(ExportView export, List<ExportPart> parts, long offset, int length) {
        return read(export.id(), export.state().equals("done"), parts, offset, length);
    }

    /**
     * Bytes of the parts, as if they were one file. Fewer come at the end of a part that is being deleted.
     *
     * @param length at most that of a piece
     */
    byte[] read(UUID export, List<ExportPart> parts, long offset, int length) {
        return read(export, false, parts, offset, length);
    }

    private byte[] read(UUID export, boolean unchanging, List<ExportPart> parts, long offset, int length) {
        ByteArrayOutputStream read = new ByteArrayOutputStream(length);
        long start = 0;
        for (ExportPart part : parts) {
            long from = Math.max(offset, start);
            long to = Math.min(offset + length, start + part.size());
            if (from < to) {
                read.writeBytes(read(export, part.number(), unchanging, from - start, (int) (to - from)));
            }
            start += part.size();
        }
        return read.toByteArray();
    }

    private byte[] read(UUID export, int part, boolean unchanging, long offset, int length) {
        int first = (int) (offset / PIECE);
        int last = (int) ((offset + length - 1) / PIECE);
        // Not on the connection of the caller's transaction: that may just be storing what is read.
        List<byte[]> pieces = QuarkusTransaction.suspendingExisting().call(() -> unchanging
                ? rows.readUnchanging(PIECES, ExportBytes::piece, found -> found.size() == last - first + 1, export, part, first, last)
                : rows.read(PIECES, ExportBytes::piece, export, part, first, last));
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        pieces.forEach(joined::writeBytes);
        byte[] all = joined.toByteArray();
        int from = Math.min(all.length, (int) (offset - (long) first * PIECE));
        return Arrays.copyOfRange(all, from, Math.min(all.length, from + length));
    }

    private static byte[] piece(ResultRow row) {
        return row.get("content", byte[].class);
    }
}
