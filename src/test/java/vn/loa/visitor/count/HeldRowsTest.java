package vn.loa.visitor.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.visitor.DropReason;
import vn.loa.support.Editing;
import vn.loa.support.Pages;
import vn.loa.visitor.DropReason;
import vn.loa.visitor.DroppedHits;
import vn.loa.visitor.read.VisitorsSnapshot;

/** While another transaction holds a row, only the hits that need the row wait. */
@QuarkusTest
class HeldRowsTest {

    private static final Instant NOON = Instant.parse("2026-07-15T05:00:00Z");
    private static final int SOON_SECONDS = 5;

    @Inject
    DataSource database;

    @Inject
    DroppedHits dropped;

    @Inject
    VisitorsSnapshot snapshot;

    private GroupCommit commits;
    private UUID held;
    private UUID other;

    @BeforeEach
    void two_articles_that_were_read_this_hour() throws Exception {
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        commits = new GroupCommit(Instance.config(Map.of()), new Instance(database, ZoneId.of("Asia/Ho_Chi_Minh")).store,
                new DroppedHits(metrics), Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC), metrics);
        commits.start(null);
        held = UUID.fromString(Editing.published(Editing.news("Bị giữ")));
        other = UUID.fromString(Editing.published(Editing.news("Khác")));
        add(1, held).get(SOON_SECONDS, TimeUnit.SECONDS);
        add(1, other).get(SOON_SECONDS, TimeUnit.SECONDS);
    }

    @AfterEach
    void the_end() throws InterruptedException {
        commits.stop(null);
    }

    private CompletableFuture<DropReason> add(int visitor, UUID article) {
        return commits.add(Instance.hit(visitor, article, NOON)).toCompletableFuture();
    }

    private interface Work {
        void run() throws Exception;
    }

    private void whileHeld(String sql, Work work) throws Exception {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(sql);
                work.run();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    @Test
    void nothing_of_an_article_is_held_for_its_counters() throws Exception {
        Tables.execute(database, "delete from article_hour");
        Tables.execute(database, "delete from article_views");
        whileHeld("select from article where id = '" + held + "' for update", () -> {
            add(2, held).get(SOON_SECONDS, TimeUnit.SECONDS);
            add(3, other).get(SOON_SECONDS, TimeUnit.SECONDS);
        });
        assertEquals(2, Tables.number(database, "select sum(views) from article_views"));
        assertEquals(0, Tables.number(database, """
                select count(*) from pg_constraint where contype = 'f' and confrelid = 'article'::regclass
                    and conrelid::regclass::text ~ '(_hour|_day|_base|_views)$'"""));
    }

    @Test
    void only_the_hits_that_need_a_held_row_wait_for_it() throws Exception {
        List<CompletableFuture<DropReason>> waiting = new ArrayList<>();
        whileHeld("select from article_hour where article_id = '" + held + "' for update", () -> {
            List<CompletableFuture<DropReason>> free = new ArrayList<>();
            for (int visitor = 10; visitor < 90; visitor++) {
                if (visitor % 40 == 0) {
                    waiting.add(add(visitor, held));
                } else {
                    free.add(add(visitor, visitor % 2 == 0 ? null : other));
                }
            }
            for (CompletableFuture<DropReason> hit : free) {
                hit.get(SOON_SECONDS, TimeUnit.SECONDS);
            }
            // Later hits are stored, too.
            add(100, null).get(SOON_SECONDS, TimeUnit.SECONDS);
            waiting.forEach(hit -> assertFalse(hit.isDone()));
        });
        for (CompletableFuture<DropReason> hit : waiting) {
            hit.get(SOON_SECONDS, TimeUnit.SECONDS);
        }
        assertEquals(2 + 80 + 1, Tables.sum(database, "hits"));
        assertEquals(1 + 2, Tables.number(database, "select sum(views) from article_hour where article_id = '" + held + "'"));
    }

    @Test
    void a_hit_does_not_wait_for_ever() throws Exception {
        whileHeld("select from article_hour where article_id = '" + held + "' for update", () -> {
            CompletableFuture<DropReason> waiting = add(2, held);
            assertThrows(ExecutionException.class, () -> waiting.get(10, TimeUnit.SECONDS));
            add(3, other).get(SOON_SECONDS, TimeUnit.SECONDS);
        });
        assertEquals(3, Tables.sum(database, "hits"));
    }

    @Test
    void imported_views_are_deleted_with_an_article_that_was_never_published() {
        String id = Pages.page(Pages.news("Tin nhập", "08:00:00 01-06-2024", "Nội dung.")).post("/api/v1/imports")
                .then().statusCode(201).extract().path("article.id");
        String rows = "select (select count(*) from article_base) + (select count(*) from article_views where slot = -1)";
        assertEquals(2, Tables.number(database, rows));
        Pages.asAdmin().header("If-Match", "*").delete("/api/v1/articles/" + id + "/draft").then().statusCode(204);
        assertEquals(0, Tables.number(database, rows));
    }

    @Test
    void the_last_dropped_hits_are_stored_at_a_stop() {
        dropped.count(DropReason.CRAWLER, 3);
        snapshot.stop(null);
        assertEquals(3, Tables.number(database, "select sum(refused) from dropped_hit where reason = 'crawler'"));
    }
}
