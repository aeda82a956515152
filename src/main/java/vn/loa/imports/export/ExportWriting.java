package vn.loa.imports.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.loa.imports.dump.Audience;
import vn.loa.imports.dump.DumpTable;
import vn.loa.imports.dump.DumpTables;
import vn.loa.imports.dump.DumpWriter;
import vn.loa.imports.dump.SchemaMigrations;

/** Writes the parts of an export, all from one snapshot. */
@ApplicationScoped
class ExportWriting {

    private final ExportStore store;
    private final ExportConfig config;
    private final Clock clock;
    private final String version;

    ExportWriting(ExportStore store, ExportConfig config, Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.store = store;
        this.config = config;
        this.clock = clock;
        this.version = version;
    }

    /**
     * @param connection that nobody else uses: it keeps the snapshot
     * @param stopping asked now and then
     * @throws ExportFault when the snapshot becomes too old
     */
    void write(OpenExport export, Connection connection, BooleanSupplier stopping) throws SQLException, IOException {
        Audience audience = export.kind().equals("public") ? Audience.PUBLIC : Audience.ADMIN;
        List<DumpTable> tables = DumpTables.ALL.stream().filter(table -> table.isFor(audience)).toList();
        Instant at = DumpWriter.begin(connection, audience);
        try {
            if (!store.beginWriting(export.id(), clock.instant(), at, tables.size())) {
                return;
            }
            ExportHeader header = new ExportHeader(ExportHeader.FORMAT, export.id(), 1, export.kind(), version,
                    SchemaMigrations.newest(), at.toString());
            PartWriter parts = new PartWriter(store, export, header, config, stopping);
            DumpWriter rows = new DumpWriter(connection);
            for (DumpTable table : tables) {
                parts.begin(table.name());
                rows.write(table, audience, parts);
            }
            parts.end();
        } finally {
            DumpWriter.end(connection);
        }
    }
}
