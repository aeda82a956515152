package vn.loa.imports.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import vn.loa.cache.OtherInstances;
import vn.loa.directive.ShownTexts;
import vn.loa.search.index.SearchRebuild;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ShortTransaction;

/**
 * Imports an uploaded export into a Loa without content that serves: one transaction, before whose end nobody sees anything, and
 * whose commit every instance hears of. The search index is made anew afterwards, while everything else is there already.
 */
@ApplicationScoped
class ExportImport {

    static final String NO_TIMEOUTS = """
            select set_config(name, '0', true) from pg_settings where name in ('statement_timeout', 'transaction_timeout',
                'idle_in_transaction_session_timeout')""";
    /** Nobody waits for a statement at a screen. A server that vanished is noticed sooner, by vn.loa.sql.DatabasePulse. */
    static final Duration LONGEST_STATEMENT = Duration.ofHours(2);
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
    private static final NamedSql REMEMBER = NamedSql.of(
            "insert into merged_export (export_id, source, merged_at) values (:export, '', :now) on conflict do nothing");

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
        connection.setNetworkTimeout(Runnable::run, (int) LONGEST_STATEMENT.toMillis());
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(NO_TIMEOUTS);
            statement.execute(ALONE);
            requireEmpty(statement);
            UUID read = reading.header(lines).id();
            load(export, lines, connection);
            ShortTransaction changes = new ShortTransaction(connection);
            // So that a merge of it changes nothing.
            changes.update(REMEMBER.with("export", read).with("now", clock.instant()));
            statement.execute(MAKE_INDEX);
            statement.execute(ShownTexts.MAKE);
            statement.execute(CHANGED.formatted(OtherInstances.CHANNEL));
            Instant now = clock.instant();
            changes.update(ExportStore.imported(export.id(), lines.count(), now, now.plus(config.kept())));
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
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
}
