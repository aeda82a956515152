package vn.loa.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The database's triggers refuse what must never happen, and do nothing else: everything that a step does stands in its class. */
@QuarkusTest
class TriggersTest {

    private static final String FUNCTIONS = """
            select distinct p.proname as name, p.prosrc as source
            from pg_trigger t join pg_proc p on p.oid = t.tgfoid join pg_class c on c.oid = t.tgrelid
            where not t.tgisinternal and c.relnamespace = 'public'::regnamespace""";

    @Inject
    SqlReader rows;

    @Test
    void triggers_refuse_and_do_nothing_else() {
        List<String> sources = rows.read(FUNCTIONS, row -> row.text("name") + " "
                + row.text("source").toLowerCase().replaceAll("'[^']*'", "''"));
        assertFalse(sources.isEmpty());
        assertEquals(List.of(), sources.stream().filter(source -> !source.matches("(?s)(refuse|require)_.*\\braise\\b.*")
                || source.matches("(?s).*\\b(insert|update|delete|notify|pg_notify|perform|execute)\\b.*")).toList());
    }
}
