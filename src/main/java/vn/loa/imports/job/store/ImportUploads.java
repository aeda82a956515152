package vn.loa.imports.job.store;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;

/** Stores what is sent for a job, in parts that are cut into pieces. Joins the caller's transaction. */
@Startup
@ApplicationScoped
public class ImportUploads {

    public static final int MOST_PARTS = 10_000;
    /** In bytes: so much of an upload is in memory. */
    public static final int PIECE = 1 << 20;

    private static final NamedSql PART = SqlFile.read("imports/import-part-recorded");
    private static final NamedSql PIECE_ADDED = SqlFile.read("imports/import-piece-added");
    private static final NamedSql RECEIVED = SqlFile.read("imports/import-job-received");

    /** A part that is stored. */
    public record Part(int number, long size, byte[] sha256) {
    }

    private final SqlReader rows;
    private final SqlWriter changes;

    ImportUploads(SqlReader rows, SqlWriter changes) {
        this.rows = rows;
        this.changes = changes;
    }

    /** Stores a part, in the place of an earlier one of its number. The job is locked. */
    public Part put(UUID job, int number, byte[] bytes) {
        Part part = new Part(number, bytes.length, DigestUtils.sha256(bytes));
        changes.update(NamedSql.of("delete from import_piece where job_id = :job and part = :part").with("job", job).with("part", number));
        changes.update(PART.with("job", job).with("number", number).with("size", part.size()).with("sha256", part.sha256()));
        for (int piece = 0; (long) piece * PIECE < bytes.length; piece++) {
            int from = piece * PIECE;
            changes.update(PIECE_ADDED.with("job", job).with("part", number).with("number", piece)
                    .with("content", Arrays.copyOfRange(bytes, from, Math.min(from + PIECE, bytes.length))));
        }
        changes.update(RECEIVED.with("id", job));
        return part;
    }

    /** The parts of a job, in order. */
    public List<Part> parts(UUID job) {
        return rows.read("select number, size, sha256 from import_part where job_id = ? order by number",
                row -> new Part(row.get("number", Integer.class), row.get("size", Long.class), row.get("sha256", byte[].class)), job);
    }

    /** @throws vn.loa.problem.ProblemException 409 when there is none, or one is missing in between */
    public void requireAll(UUID job) {
        Set<Integer> there = parts(job).stream().map(Part::number).collect(Collectors.toSet());
        int last = there.stream().max(Integer::compare).orElse(1);
        List<Integer> missing = IntStream.rangeClosed(1, last).boxed().filter(number -> !there.contains(number)).limit(10).toList();
        if (last > there.size()) {
            throw Problem.of(ProblemType.CONFLICT, "Parts are missing: " + missing + ".").asException();
        }
    }

    /** The pieces of a part, in order. */
    public int pieces(Part part) {
        return (int) ((part.size + PIECE - 1) / PIECE);
    }

    public byte[] piece(UUID job, int part, int number) {
        return rows.read("select content from import_piece where job_id = ? and part = ? and number = ?",
                row -> row.get("content", byte[].class), job, part, number).stream().findFirst()
                .orElseThrow(() -> new IllegalStateException("the upload was freed while it was read"));
    }

    /** Frees what was sent. */
    public void free(UUID job) {
        changes.update(NamedSql.of("delete from import_part where job_id = :job").with("job", job));
    }
}
