package vn.loa.imports.dump;

import java.sql.Connection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Makes the schema inside of the caller's transaction, so that a killed restore leaves nothing. */
public final class SchemaMigrations {

    private static final Pattern VERSIONED = Pattern.compile("V([0-9.]+)__.*\\.sql");
    /** No file begins so. */
    private static final String NONE = "none";

    private static final MigrationFiles FILES = new MigrationFiles();
    private static final List<MigrationVersion> VERSIONS = FILES.names().stream().map(VERSIONED::matcher).filter(Matcher::matches)
            .map(name -> MigrationVersion.fromVersion(name.group(1))).sorted(Comparator.naturalOrder()).toList();

    private SchemaMigrations() {
    }

    /** The version that this Loa makes. */
    public static String newest() {
        return VERSIONS.get(VERSIONS.size() - 1).getVersion();
    }

    /** Whether it is one of those on the way there. */
    static boolean knows(String version) {
        return VERSIONS.stream().anyMatch(known -> known.getVersion().equals(version));
    }

    /** Makes the tables of this version, and neither views nor the triggers that refuse. */
    static void makeTables(String version, Connection transaction) {
        migrate(flyway(transaction).target(version).repeatableSqlMigrationPrefix(NONE));
    }

    /** Makes what is missing to the schema of this Loa. */
    static void finish(Connection transaction) {
        migrate(flyway(transaction));
    }

    private static FluentConfiguration flyway(Connection transaction) {
        return Flyway.configure(SchemaMigrations.class.getClassLoader()).dataSource(new OneTransaction(transaction))
                .resourceProvider(FILES).locations(new String[0]);
    }

    private static void migrate(FluentConfiguration flyway) {
        flyway.load().migrate();
    }
}
