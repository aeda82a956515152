package vn.loa.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** A row while it is being read, by the names of its columns. */
public final class ResultRow {

    private final ResultSet row;

    ResultRow(ResultSet row) {
        this.row = row;
    }

    /**
     * A value, null where there is none.
     *
     * @param type {@code String}, {@code Boolean}, {@code Integer}, {@code Long}, {@code UUID}, {@code LocalDate},
     *     {@code byte[]}, or {@code Instant} for a timestamptz
     */
    public <T> T get(String column, Class<T> type) {
        try {
            if (type == Long.class) {
                long number = row.getLong(column);
                return row.wasNull() ? null : type.cast(number);
            }
            if (type == Instant.class) {
                OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
                return time == null ? null : type.cast(time.toInstant());
            }
            return row.getObject(column, type);
        } catch (SQLException e) {
            throw new IllegalStateException("the column " + column + " was not read", e);
        }
    }

    /** Of a column of text. */
    public String text(String column) {
        return get(column, String.class);
    }

    /** The bytes of a column of text, in UTF-8; null where there is none. */
    public byte[] utf8(String column) {
        try {
            return row.getBytes(column);
        } catch (SQLException e) {
            throw new IllegalStateException("the column " + column + " was not read", e);
        }
    }

    /** Of a column that is an array of texts, and not null. */
    public List<String> texts(String column) {
        return List.of((String[]) array(column));
    }

    /** Of a column that is an array of bigints, and not null. */
    public List<Long> longs(String column) {
        return List.of((Long[]) array(column));
    }

    /** Of a column that is an array of UUIDs, and not null. */
    public List<UUID> uuids(String column) {
        return List.of((UUID[]) array(column));
    }

    private Object array(String column) {
        try {
            return row.getArray(column).getArray();
        } catch (SQLException e) {
            throw new IllegalStateException("the column " + column + " was not read", e);
        }
    }
}
