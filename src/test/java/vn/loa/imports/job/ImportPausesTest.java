package vn.loa.imports.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.imports.WordFile;

/** A file that is read for longer than the database lets transactions do nothing. */
@QuarkusTest
class ImportPausesTest {

    @Inject
    AgroalDataSource database;

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void forNewConnections(String setting) throws SQLException {
        execute("alter role current_user " + setting);
        database.flush(AgroalDataSource.FlushMode.GRACEFUL);
    }

    @BeforeEach
    void begin() throws SQLException {
        // A process of Java that reads a file takes longer to start.
        forNewConnections("set idle_in_transaction_session_timeout = '250ms'");
    }

    @AfterEach
    void end() throws SQLException {
        execute("drop function if exists require_short_pauses() cascade");
        forNewConnections("reset idle_in_transaction_session_timeout");
    }

    private static void assertImported() {
        String text = IntStream.rangeClosed(1, 5_000).mapToObj(n -> WordFile.paragraph("Đoạn văn thứ " + n + " của thông báo.")).collect(Collectors.joining());
        JsonPath job = Jobs.done(Map.of(), Jobs.line(Map.of("source", "1", "kind", "page", "mediaType", WordFile.DOCX, "bytes",
                Base64.getEncoder().encodeToString(WordFile.of(WordFile.paragraph("Thông báo về việc tiếp công dân tháng sáu") + text).bytes()))));
        assertEquals(1, job.getInt("items.created"), () -> Jobs.report(job.getString("id")).toString());
    }

    @Test
    void it_is_imported() {
        assertImported();
    }

    @Test
    void its_article_is_stored_under_the_usual_limit() throws SQLException {
        execute("""
                create function require_short_pauses() returns trigger language plpgsql as $$
                begin
                    if current_setting('idle_in_transaction_session_timeout') <> '250ms' then
                        raise 'the locks of an instance that vanished would be kept for %', current_setting('idle_in_transaction_session_timeout');
                    end if;
                    return new;
                end $$;
                create trigger require_short_pauses before insert on article for each row execute function require_short_pauses()""");
        assertImported();
    }
}
