package vn.loa.search.index;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.loa.sql.ShortTransactions;
import vn.loa.support.Editing;

/** The index is made anew while it answers and while articles are published. */
@QuarkusTest
class SearchRebuildTest {

    @Inject
    DataSource database;
    @Inject
    SearchRebuild rebuild;
    @Inject
    ShortTransactions transactions;
    @Inject
    EntryWriter entries;

    private final ExecutorService others = Executors.newCachedThreadPool();

    @AfterEach
    void finish() throws SQLException {
        others.shutdownNow();
        execute("update search_index set grammar = " + Lexemes.GRAMMAR + ", next_grammar = null, complete = false");
        execute("drop table if exists search_entry_next");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            var rows = statement.executeQuery(sql);
            rows.next();
            return rows.getLong(1);
        }
    }

    private static ValidatableResponse search(String q) {
        return given().queryParam("q", q).get("/api/v1/search").then().statusCode(200);
    }

    private void request() throws SQLException {
        execute("update search_index set grammar = 0");
    }

    @Test
    void what_was_there_and_what_changes_meanwhile_is_found_during_and_after() throws SQLException {
        String stays = Editing.published(Editing.directive("Rừng tràm", "1-CT/TU"));
        String changes = Editing.published(Editing.news("Biển xanh").put("body", "<p>Nội dung.</p>"));
        String goes = Editing.published(Editing.news("Sông dài"));
        request();
        assertTrue(rebuild.step(), "begins");
        Editing.published(Editing.news("Núi cao"));
        assertTrue(rebuild.step(), "takes all articles");
        Editing.retitled(changes, "Biển lặng");
        Editing.publish(changes).then().statusCode(200);
        Editing.remove(goes, "Sai.").then().statusCode(200);
        search("lặng").body("items.article.title", contains("Biển lặng"));
        search("sông").body("items", hasSize(0));
        assertTrue(rebuild.step(), "makes the index of words");
        Editing.published(Editing.news("Đồng rộng"));
        // Another instance continues the rebuild that this one has begun.
        new SearchRebuild(transactions, entries, () -> false).rebuild();
        assertFalse(rebuild.step(), "nothing is left");
        assertEquals(Lexemes.GRAMMAR, number("select grammar from search_index where next_grammar is null"));
        assertEquals(0, number("select count(*) from search_change"));
        for (String q : new String[] {"núi", "lặng", "đồng"}) {
            search(q).body("total.value", equalTo(1));
        }
        for (String q : new String[] {"sông", "xanh"}) {
            search(q).body("total.value", equalTo(0));
        }
        search("hồ sơ giấy").body("items.article.id", contains(stays)).body("items.kind", contains("section"));
        given().queryParam("q", "1-ct").get("/api/v1/suggest").then().body("items.number.text", contains("1-CT/TU"));
        Editing.published(Editing.news("Đảo xa"));
        search("đảo").body("total.value", equalTo(1));
    }

    /** The planner knows the new table as it knew the old one. */
    @Test
    void all_columns_but_those_without_have_statistics_afterwards() throws SQLException {
        Editing.published(Editing.news("Rừng"));
        request();
        rebuild.rebuild();
        assertEquals(0, number("""
                select count(*) from pg_attribute where attrelid = 'search_entry'::regclass and attnum > 0
                and attstattarget is distinct from 0 and attname not in
                    (select attname from pg_stats where tablename = 'search_entry')"""));
    }

    @Test
    void one_instance_works_at_a_time_and_a_newer_one_is_left_alone() throws Exception {
        request();
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select from search_index for update");
            assertFalse(rebuild.step());
            connection.rollback();
            connection.setAutoCommit(true);
        }
        execute("update search_index set next_grammar = " + (Lexemes.GRAMMAR + 1));
        assertFalse(rebuild.step());
        execute("update search_index set grammar = " + (Lexemes.GRAMMAR + 1) + ", next_grammar = null");
        rebuild.rebuildIfWanted();
        assertEquals(Lexemes.GRAMMAR + 1, number("select grammar from search_index"));
    }

    @Test
    void a_publish_that_takes_long_holds_up_the_exchange_but_no_other_publish() throws Exception {
        Editing.published(Editing.news("Rừng"));
        request();
        while (number("select count(*) from search_index where complete") == 0) {
            assertTrue(rebuild.step());
        }
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // A publish that is not committed yet does the same.
            statement.execute("select pg_advisory_xact_lock_shared(" + SearchIndex.WRITERS + ")");
            var ended = others.submit(rebuild::rebuild);
            Editing.published(Editing.news("Biển"));
            assertFalse(ended.isDone());
            connection.rollback();
            connection.setAutoCommit(true);
            ended.get(20, TimeUnit.SECONDS);
        }
        search("rừng").body("total.value", equalTo(1));
        search("biển").body("items.article.title", containsInAnyOrder("Biển"));
    }
}
