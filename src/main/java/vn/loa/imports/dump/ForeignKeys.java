package vn.loa.imports.dump;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the foreign keys away and gives them back: then the order of rows is no matter, and each key is checked by one query
 * instead of one for each row. Neither needs more rights than the owner of the tables has.
 */
final class ForeignKeys {

    private static final String FIND = """
            select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) from pg_constraint
            where contype = 'f' and conparentid = 0 and connamespace = current_schema()::regnamespace order by conname""";

    private final Connection connection;
    private final List<String> adding = new ArrayList<>();

    private ForeignKeys(Connection connection) {
        this.connection = connection;
    }

    /** Takes away all of the schema, in the connection's transaction. */
    static ForeignKeys drop(Connection connection) throws SQLException {
        ForeignKeys keys = new ForeignKeys(connection);
        List<String> dropping = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet found = statement.executeQuery(FIND)) {
            while (found.next()) {
                String table = "alter table " + found.getString(1);
                dropping.add(table + " drop constraint " + found.getString(2));
                keys.adding.add(table + " add constraint " + found.getString(2) + " " + found.getString(3));
            }
        }
        keys.execute(dropping);
        return keys;
    }

    /** Fails when a row refers to one that is not there. */
    void add() throws SQLException {
        execute(adding);
    }

    private void execute(List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
