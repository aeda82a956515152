package vn.loa.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A primary, and standbys that stream from it. Each says which statements it has run. */
public final class PostgresServers {

    private PostgresServers() {
    }

    /** On a directory that stays when the server ends. */
    public static EmbeddedPostgres start(Path cluster) throws IOException {
        return TestDatabase.builder().setDataDirectory(cluster).setCleanDataDirectory(false)
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("synchronous_commit", "on").start();
    }

    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** On a copy of the primary's cluster that was made while that was stopped cleanly. */
    public static EmbeddedPostgres standby(Path cluster, EmbeddedPostgres primary) throws IOException {
        Files.createFile(cluster.resolve("standby.signal"));
        Files.writeString(cluster.resolve("postgresql.auto.conf"), "primary_conninfo = 'host=127.0.0.1 port=" + primary.getPort()
                + " user=postgres'\n", StandardOpenOption.APPEND);
        return start(cluster);
    }

    /** kill -9 of the server on this directory and of all that it has started. */
    public static void kill(Path cluster) throws IOException {
        ProcessHandle server = ProcessHandle.of(Long.parseLong(Files.readAllLines(cluster.resolve("postmaster.pid")).get(0).strip()))
                .orElseThrow();
        List<ProcessHandle> all = Stream.concat(Stream.of(server), server.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    public static String host(EmbeddedPostgres server) {
        return "127.0.0.1:" + server.getPort();
    }

    /**
     * How often each statement that reads was run since {@code pg_stat_statements_reset()}, but for those by which Loa makes
     * connections and asks the server where it is.
     */
    public static Map<String, Long> statements(EmbeddedPostgres server) throws SQLException {
        Map<String, Long> calls = new HashMap<>();
        query(server, "select query, sum(calls) from pg_stat_statements where query ~* '^\\s*(select|with)\\M' and query !~ "
                + "'pg_is_in_recovery|pg_stat_statements|set_config|pg_wal|pg_get_wal' group by query",
                row -> calls.put(row.getString(1), row.getLong(2)));
        return calls;
    }

    public static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        query(server, sql, null);
    }

    /** The first column of the only row. */
    public static String ask(EmbeddedPostgres server, String sql) throws SQLException {
        String[] answer = new String[1];
        query(server, sql, row -> answer[0] = row.getString(1));
        return answer[0];
    }

    /** Reads a row. */
    private interface RowReader {

        void read(ResultSet row) throws SQLException;
    }

    private static void query(EmbeddedPostgres server, String sql, RowReader reader) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            if (statement.execute(sql) && reader != null) {
                try (ResultSet row = statement.getResultSet()) {
                    while (row.next()) {
                        reader.read(row);
                    }
                }
            }
        }
    }
}
