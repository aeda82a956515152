package vn.loa.imports.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import vn.loa.cache.OtherInstances;
import vn.loa.search.index.SearchRebuild;

/**
 * Imports an uploaded export into a Loa without content that serves: one transaction, before whose end nobody sees anything, and
 * whose commit every instance hears of. The search index is made anew afterwards, while everything else is there already.
 */
@ApplicationScoped
class ExportImport {

    static final String NO_TIMEOUTS = """
            select set_config(name, '0', true) from pg_settings where name in ('statement_timeout', 'transaction_timeout',
                'idle_in_transaction_session_timeout')""";
    static final String MAKE_INDEX = "update search_index set grammar = 0, next_grammar = null";
    /** Nobody makes content meanwhile; everybody reads, and is counted. */
    private static final String ALONE = "lock table article, category, media, change_log in share row exclusive mode";
    private static final String HAS_CONTENT = """
            select exists (select from article) or exists (select from category) or exists (select from media)
                or exists (select from change)""";
    /** All caches are emptied, and whoever follows the log of changes sees that it is another one. */
    private static final String CHANGED = """
            with changed as (update change_log set stamp = gen_random_uuid() returning stamp)
            select pg_notify('%s', stamp::text) from changed""";
    private static final String REMEMBER = "insert into merged_export (export_id, source, merged_at) values (?, '', ?)";
    private static final String DONE = """
            update export_job set state = 'done', ended_at = ?, expires_at = ?, kinds_done = kinds, lines = ? where id = ?""";

    private final ExportStore store;
    private final ExportReading reading;
    private final ExportMerge merge;
    private final SearchRebuild search;
    private final ExportConfig config;
    private final Clock clock;

    ExportImport(ExportStore store, ExportReading reading, ExportMerge merge, SearchRebuild search, ExportConfig config, Clock clock) {
        this.store = store;
        this.reading = reading;
        this.merge = merge;
        this.search = search;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param connection that nobody else uses
     * @throws ExportFault when this Loa has content (and the export is not to be merged into it), or the export is not whole, or of
     *     another version
     */
    void run(OpenExport export, Connection connection) throws SQLException, IOException {
        store.beginImport(export.id(), clock.instant());
        ExportLines lines = reading.lines(export);
        if (export.mergeSource() == null) {
            importAlone(export, lines, connection);
        } else {
            merge.run(export, lines);
        }
        search.rebuildIfWanted();
    }

    private void importAlone(OpenExport export, ExportLines lines, Connection connection) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(NO_TIMEOUTS);
            statement.execute(ALONE);
            requireEmpty(statement);
            remember(reading.header(lines), connection);
            load(export, lines, connection);
            statement.execute(MAKE_INDEX);
            statement.execute(CHANGED.formatted(OtherInstances.CHANNEL));
            end(export, lines.count(), connection);
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** So that a merge of it changes nothing. */
    private void remember(ExportHeader header, Connection connection) throws SQLException {
        try (PreparedStatement remember = connection.prepareStatement(REMEMBER)) {
            remember.setObject(1, header.id());
            remember.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            remember.executeUpdate();
        }
    }

    private static void requireEmpty(Statement statement) throws SQLException, IOException {
        try (ResultSet found = statement.executeQuery(HAS_CONTENT)) {
            if (found.next() && found.getBoolean(1)) {
                throw ExportFault.notEmpty();
            }
        }
    }

    private void load(OpenExport export, ExportLines lines, Connection connection) throws SQLException, IOException {
        TableImport into = new TableImport(connection);
        reading.tables(export, lines, into::load);
        try {
            into.finish();
        } catch (SQLException e) {
            throw ExportReading.orFault(e, "The articles do not fit their texts: the export was changed.");
        }
    }

    /** In the transaction of the import: it is done, or nothing has happened. */
    private void end(OpenExport export, long lines, Connection connection) throws SQLException {
        Instant now = clock.instant();
        try (PreparedStatement done = connection.prepareStatement(DONE)) {
            done.setObject(1, now.atOffset(ZoneOffset.UTC));
            done.setObject(2, now.plus(config.kept()).atOffset(ZoneOffset.UTC));
            done.setLong(3, lines);
            done.setObject(4, export.id());
            done.executeUpdate();
        }
    }
}
