package vn.loa.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamedSqlTest {

    @Test
    void names_become_question_marks_and_casts_stay() {
        NamedSql sql = NamedSql.of("select :a::bigint, 'type:' || :b where x = :a").with("a", 1L).with("b", null);
        assertEquals("select ?::bigint, 'type:' || ? where x = ?", sql.positional());
        assertEquals(Arrays.asList(1L, null, 1L), sql.positionalValues());
    }

    @Test
    void a_statement_is_not_changed_by_its_values() {
        NamedSql sql = NamedSql.of("select :a");
        sql.with("a", 1);
        assertEquals(Map.of(), sql.values());
    }

    @Test
    void a_name_without_a_value_is_an_error() {
        assertThrows(IllegalArgumentException.class, () -> NamedSql.of("select :a").with("b", 1).positionalValues());
    }

    @Test
    void two_conditions_have_the_values_of_both() {
        NamedSql both = NamedSql.of(" and x = :a").with("a", 1).and(NamedSql.of(" and y = :b").with("b", 2));
        assertEquals(" and x = ? and y = ?", both.positional());
        assertEquals(List.of(1, 2), both.positionalValues());
    }

    @Test
    void a_missing_file_is_named() {
        assertEquals("sql/visitor/nothing.sql is missing",
                assertThrows(IllegalStateException.class, () -> SqlFile.read("visitor/nothing")).getMessage());
    }

    @Test
    void every_constant_of_a_file_is_given_and_no_other() {
        assertThrows(IllegalStateException.class, () -> SqlFile.read("search/suggest"));
        assertThrows(IllegalStateException.class, () -> SqlFile.read("search/suggest", Map.of("mostTitles", 1, "other", 2)));
    }

    @Test
    void a_file_is_read_without_its_comments() {
        assertEquals(-1, SqlFile.read("search/suggest", Map.of("mostTitles", 1)).text().indexOf("--"));
    }
}
