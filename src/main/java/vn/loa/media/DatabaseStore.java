package vn.loa.media;

import jakarta.enterprise.context.ApplicationScoped;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;

/**
 * Stores the bytes of files in PostgreSQL, so that they are committed, backed up and replicated with all other data.
 */
@ApplicationScoped
class DatabaseStore implements MediaStore {

    private final SqlReader rows;
    private final SqlWriter changes;

    DatabaseStore(SqlReader rows, SqlWriter changes) {
        this.rows = rows;
        this.changes = changes;
    }

    @Override
    public void put(byte[] sha256, byte[] content) {
        // Asked first, so that a content that is known need not be sent.
        if (rows.read("select from media_content where sha256 = ?", row -> true, (Object) sha256).isEmpty()) {
            changes.update(NamedSql.of("insert into media_content (sha256, content) values (:sha256, :content)")
                    .with("sha256", sha256).with("content", content));
        }
    }

    /**
     * One statement. What is stored under a SHA-256 never changes, so any server will do that has it. The column is stored uncompressed and out of line, so that PostgreSQL reads only the range too.
     */
    @Override
    public byte[] read(byte[] sha256, long offset, int length) {
        return rows.readUnchanging("select substring(content from ? for ?) as part from media_content where sha256 = ?",
                row -> row.get("part", byte[].class), found -> !found.isEmpty(), Math.toIntExact(offset + 1), length, sha256).stream()
                .findFirst().orElse(new byte[0]);
    }

    @Override
    public void delete(byte[] sha256) {
        changes.update(NamedSql.of("delete from media_content where sha256 = :sha256").with("sha256", sha256));
    }
}
