package vn.loa.visitor.count;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads and changes the database's tables. */
public final class Tables {

    private Tables() {
    }

    public static long number(DataSource database, String sql) {
        return Long.parseLong(texts(database, "select coalesce((" + sql + "), 0)::bigint::text").get(0));
    }

    public static List<String> texts(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void execute(DataSource database, String sql) {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static long sum(DataSource database, String column) {
        return number(database, "select sum(" + column + ") from site_hour");
    }
}
