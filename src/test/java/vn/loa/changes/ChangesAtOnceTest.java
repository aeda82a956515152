package vn.loa.changes;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;

/** A client that follows the log gets each change exactly once, whenever transactions begin and end. */
@QuarkusTest
class ChangesAtOnceTest {

    private static final String CHANGES = "/api/v1/changes";
    private static final int WRITERS = 6;
    private static final int ROUNDS = 12;

    @Inject
    DataSource database;

    private Connection transaction() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    /** A change that the public sees, made in this transaction. */
    private static void rename(Connection transaction, String article, String slug) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement("update article set slug = ? where id = ?")) {
            statement.setString(1, slug);
            statement.setObject(2, UUID.fromString(article));
            assertEquals(1, statement.executeUpdate());
        }
    }

    private static Response since(String cursor) {
        return given().queryParam("since", cursor).get(CHANGES);
    }

    @Test
    void what_began_early_and_commits_late_is_told_late_and_not_skipped() throws SQLException {
        String early = Editing.published(Editing.news("Sớm").put("slug", "som"));
        String cursor = given().get(CHANGES + "?since=now").path("nextCursor");
        try (Connection late = transaction()) {
            rename(late, early, "muon");
            // The other transaction does not block this one.
            Editing.published(Editing.news("Nhanh").put("slug", "nhanh"));
            Response seen = since(cursor);
            seen.then().body("items.slug", contains("nhanh"));
            String next = seen.path("nextCursor");
            since(next).then().body("items", empty());
            late.commit();
            since(next).then().body("items.slug", contains("muon"));
            since(cursor).then().body("items.slug", contains("nhanh", "muon"));
        }
    }

    @Test
    void what_is_rolled_back_is_not_told_and_leaves_no_gap() throws SQLException {
        String id = Editing.published(Editing.news("Tin").put("slug", "tin"));
        String cursor = given().get(CHANGES + "?since=now").path("nextCursor");
        try (Connection transaction = transaction()) {
            rename(transaction, id, "hoan-lai");
            // Runs the deferred triggers, as far as a transaction gets before its commit fails.
            transaction.createStatement().execute("set constraints all immediate");
            transaction.rollback();
        }
        since(cursor).then().body("items", empty());
        Editing.published(Editing.news("Tin khác").put("slug", "tin-khac"));
        since(cursor).then().body("items.slug", contains("tin-khac"));
    }

    @Test
    void many_publishers_and_a_reader_at_once() throws Exception {
        List<String> articles = new ArrayList<>();
        for (int n = 0; n < 2 * WRITERS; n++) {
            articles.add(Editing.published(Editing.news("Tin " + n)));
        }
        String cursor = given().get(CHANGES + "?since=now").path("nextCursor");
        Map<Integer, List<String>> committed = new ConcurrentHashMap<>();
        CountDownLatch writing = new CountDownLatch(WRITERS);
        ExecutorService people = Executors.newFixedThreadPool(WRITERS + 1);
        List<String> read;
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                writers.add(people.submit(() -> {
                    try {
                        committed.put(number, write(number, articles));
                    } finally {
                        writing.countDown();
                    }
                    return null;
                }));
            }
            Future<List<String>> reader = people.submit(() -> follow(cursor, writing));
            for (Future<?> writer : writers) {
                writer.get();
            }
            read = reader.get();
        } finally {
            people.shutdown();
        }
        List<String> expected = committed.values().stream().flatMap(List::stream).sorted().toList();
        assertEquals(expected, read.stream().sorted().toList(), "each exactly once");
        assertEquals(expected.size(), new HashSet<>(expected).size());
        committed.forEach((writer, own) -> assertEquals(own,
                read.stream().filter(slug -> slug.startsWith("w" + writer + "-")).toList(), "in the order of the commits"));
    }

    /**
     * Changes two articles in each transaction, in either order; some transactions wait before the commit, some roll
     * back.
     */
    private List<String> write(int writer, List<String> articles) throws SQLException, InterruptedException {
        List<String> committed = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Integer> order = new ArrayList<>(List.of(0, 1));
            if (round % 2 == 1) {
                Collections.reverse(order);
            }
            List<String> slugs = new ArrayList<>();
            try (Connection transaction = transaction()) {
                for (int which : order) {
                    String slug = "w" + writer + "-r" + round + "-" + which;
                    rename(transaction, articles.get(2 * writer + which), slug);
                    slugs.add(slug);
                }
                Thread.sleep((writer * 7 + round * 5) % 23);
                if (round % 5 == 4) {
                    transaction.rollback();
                } else {
                    transaction.commit();
                    committed.addAll(slugs);
                }
            }
        }
        return committed;
    }

    /** Follows the log until all writers have ended and no change is left. */
    private static List<String> follow(String cursor, CountDownLatch writing) {
        List<String> seen = new ArrayList<>();
        String next = cursor;
        while (true) {
            boolean over = writing.getCount() == 0;
            Response part = given().queryParam("since", next).queryParam("size", 3).get(CHANGES);
            List<String> slugs = part.path("items.slug");
            seen.addAll(slugs);
            next = part.path("nextCursor");
            if (over && slugs.isEmpty()) {
                return seen;
            }
        }
    }
}
