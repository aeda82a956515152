package vn.loa.imports.dump;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A column that the database has, and how its values stand in a line of JSON. */
record DumpColumn(String name, Form form) {

    enum Form {
        /** Numbers and truth values as such; everything else as a string, as PostgreSQL writes it in JSON. */
        PLAIN,
        /** A list of those. */
        LIST,
        /** Base64. */
        BYTES,
        /**
         * An object or an array as the column has it, to the byte. What is neither, or has a line break, is a string of its text.
         */
        JSON
    }

    private static final String COLUMNS = """
            select a.attname, t.typname, t.typcategory
            from pg_attribute a join pg_type t on t.oid = a.atttypid
            where a.attrelid = to_regclass(?) and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            order by a.attnum""";

    /** Those of a table that are not generated; none when there is no such table. */
    static Map<String, DumpColumn> of(String table, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, quoted(table));
            Map<String, DumpColumn> columns = new LinkedHashMap<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    String name = found.getString(1);
                    columns.put(name, new DumpColumn(name, form(found.getString(2), found.getString(3))));
                }
            }
            return columns;
        }
    }

    private static Form form(String type, String category) {
        return switch (type) {
            case "json", "jsonb" -> Form.JSON;
            case "bytea" -> Form.BYTES;
            default -> category.equals("A") ? Form.LIST : Form.PLAIN;
        };
    }

    /** What PostgreSQL makes a member of a JSON object of. */
    String expression() {
        String column = quoted(name);
        return switch (form) {
            case PLAIN, LIST -> column;
            case BYTES -> base64(column) + " as " + column;
            case JSON -> "case when left(" + column + "::text, 1) in ('{', '[') and " + column + "::text !~ '[\\n\\r]' then " + column
                    + "::json else to_json(" + column + "::text) end as " + column;
        };
    }

    /** Without the line breaks that PostgreSQL puts in. */
    static String base64(String bytes) {
        return "translate(encode(" + bytes + ", 'base64'), E'\\n', '')";
    }

    /** As a name in SQL. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
