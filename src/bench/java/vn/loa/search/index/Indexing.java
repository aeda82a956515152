package vn.loa.search.index;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ShortTransaction;
import vn.loa.sql.ShortTransactions;

/**
 * Measures how fast the entries of all published articles of a database are made: first each article in a transaction, as
 * when it is published, then all of them anew; beside that, PostgreSQL's own full-text index of the same texts, which knows
 * neither accents nor neighbours nor titles. The environment names the JDBC URL (DATABASE), and how many clock ticks a
 * second of the processor has (TICKS).
 */
public final class Indexing {

    private static final NamedSql ARTICLES = NamedSql.of("select id from public_article order by first_published_at");
    private static final NamedSql TEXT = NamedSql.of("""
            select sum(octet_length(title) + coalesce(octet_length(summary), 0) + octet_length(body))::bigint
                + (select sum(octet_length(marker) + coalesce(octet_length(heading), 0)
                    + (select sum(octet_length(p ->> 'text')) from json_array_elements(paragraphs) p))::bigint
                    from public_article a join revision_section s on s.revision_id = a.live_revision_id) as n
            from public_article a join revision r on r.id = a.live_revision_id""");
    private static final NamedSql SIZE = NamedSql.of("select pg_total_relation_size('search_entry') as n");
    private static final NamedSql REFERENCE_SIZE = NamedSql.of("select pg_total_relation_size('reference_index') as n");
    private static final String REFERENCE = """
            create table reference_index as
            select s.id, to_tsvector('simple', concat_ws(' ', marker, heading,
                (select string_agg(p ->> 'text', ' ') from json_array_elements(paragraphs) p))) as words
            from public_article a join revision_section s on s.revision_id = a.live_revision_id
            union all
            select r.id, to_tsvector('simple', concat_ws(' ', title, summary, body))
            from public_article a join revision r on r.id = a.live_revision_id""";
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final long EMPTY_EVERY = 1_000_000_000L;

    private final ShortTransactions transactions;
    private final EntryWriter entries = new EntryWriter(new ObjectMapper());
    private final int ticks;
    private final long process;

    private Indexing(DataSource database, int ticks) {
        this.transactions = new ShortTransactions(database);
        this.ticks = ticks;
        this.process = number(NamedSql.of("select pg_backend_pid()::bigint as n"));
    }

    public static void main(String[] args) throws Exception {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(System.getenv("DATABASE"));
        try (Connection one = server.getConnection()) {
            new Indexing(new OneConnection(one), Integer.parseInt(System.getenv("TICKS"))).run();
        }
    }

    private void run() throws IOException {
        double megabytes = number(TEXT) / 1e6;
        System.out.printf(Locale.ROOT, "%.0f MB of text%n", megabytes);
        measure("reference", megabytes, this::referenceIndex);
        printSize(REFERENCE_SIZE, megabytes);
        measure("as published", megabytes, this::publishAll);
        printSize(SIZE, megabytes);
        measure("anew", megabytes, this::rebuild);
        printSize(SIZE, megabytes);
    }

    private void printSize(NamedSql sql, double megabytes) {
        double size = number(sql) / 1e6;
        System.out.printf(Locale.ROOT, "%-14s size %.0f MB, %.2f times the text%n", "", size, size / megabytes);
    }

    private void referenceIndex() {
        inTransaction(transaction -> {
            transaction.execute(REFERENCE);
            transaction.execute("create index on reference_index using gin (words)");
        });
    }

    private void publishAll() {
        List<UUID> articles = transactions.run(transaction -> transaction.read(ARTICLES, row -> row.get("id", UUID.class)));
        long emptied = System.nanoTime();
        for (UUID article : articles) {
            inTransaction(transaction ->
                    entries.write(EntryWriter.PRESENT, List.of(article), new IndexDatabase.OfThread(transaction)));
            if (System.nanoTime() - emptied > EMPTY_EVERY) {
                inTransaction(transaction -> transaction.each(SearchIndex.EMPTY_PENDING, row -> { }));
                emptied = System.nanoTime();
            }
        }
        inTransaction(transaction -> transaction.each(SearchIndex.EMPTY_PENDING, row -> { }));
    }

    private void rebuild() {
        inTransaction(transaction -> transaction.execute("update search_index set grammar = 0"));
        new SearchRebuild(transactions, entries, () -> false).rebuild();
    }

    private interface Work {
        void run(ShortTransaction transaction);
    }

    private void inTransaction(Work work) {
        transactions.run(PATIENCE, transaction -> {
            work.run(transaction);
            transaction.commit();
            return null;
        });
    }

    private void measure(String what, double megabytes, Runnable work) throws IOException {
        long begun = System.nanoTime();
        double java = javaSeconds();
        double postgres = postgresSeconds();
        work.run();
        double wall = (System.nanoTime() - begun) / 1e9;
        java = javaSeconds() - java;
        postgres = postgresSeconds() - postgres;
        System.out.printf(Locale.ROOT,
                "%-14s %6.1f s, of the processor %6.1f s in Loa and %6.1f s in PostgreSQL: %5.2f MB/s a core%n",
                what, wall, java, postgres, megabytes / (java + postgres));
    }

    private static double javaSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    /** User and system time of the connection's process: fields 14 and 15 of proc(5). */
    private double postgresSeconds() throws IOException {
        String[] fields = Files.readString(Path.of("/proc/" + process + "/stat")).replaceFirst(".*\\) ", "").split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / (double) ticks;
    }

    private long number(NamedSql sql) {
        return transactions.run(PATIENCE, transaction -> transaction.read(sql, row -> row.get("n", Long.class))).get(0);
    }
}
