package vn.loa.changes;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.transaction.RollbackException;
import jakarta.transaction.UserTransaction;
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
import org.junit.jupiter.api.Test;
import vn.loa.article.ChangeNote;
import vn.loa.article.Draft;
import vn.loa.article.edit.DraftRepository;
import vn.loa.article.edit.RestoreRevision;
import vn.loa.article.publish.Publish;
import vn.loa.sql.BeforeCommit;
import vn.loa.support.Editing;

/** A client that follows the log gets each change exactly once, whenever transactions begin and end. */
@QuarkusTest
class ChangesAtOnceTest {

    private static final String CHANGES = "/api/v1/changes";
    private static final int WRITERS = 6;
    private static final int ROUNDS = 12;

    @Inject
    UserTransaction transaction;

    @Inject
    DraftRepository drafts;

    @Inject
    RestoreRevision restore;

    @Inject
    Publish publish;

    @Inject
    BeforeCommit beforeCommit;

    /** A change that the public sees, in the present transaction. */
    private void rename(String article, String slug) {
        Draft before = drafts.lock(UUID.fromString(article)).orElseThrow();
        Draft draft = restore.restore(before, before.article().live());
        draft.workingCopy().wantSlug(slug);
        publish.publish(draft, ChangeNote.NONE, null);
    }

    private static Response since(String cursor) {
        return given().queryParam("since", cursor).get(CHANGES);
    }

    @Test
    void what_began_early_and_commits_late_is_told_late_and_not_skipped() throws Exception {
        String early = Editing.published(Editing.news("Sớm").put("slug", "som"));
        String cursor = given().get(CHANGES + "?since=now").path("nextCursor");
        transaction.begin();
        rename(early, "muon");
        // The other transaction does not block this one.
        Editing.published(Editing.news("Nhanh").put("slug", "nhanh"));
        Response seen = since(cursor);
        seen.then().body("items.slug", contains("nhanh"));
        String next = seen.path("nextCursor");
        since(next).then().body("items", empty());
        transaction.commit();
        since(next).then().body("items.slug", contains("muon"));
        since(cursor).then().body("items.slug", contains("nhanh", "muon"));
    }

    @Test
    void what_is_rolled_back_is_not_told_and_leaves_no_gap() throws Exception {
        String id = Editing.published(Editing.news("Tin").put("slug", "tin"));
        String cursor = given().get(CHANGES + "?since=now").path("nextCursor");
        transaction.begin();
        rename(id, "hoan-lai");
        // A transaction gets this far before its commit fails.
        beforeCommit.run(() -> {
            throw new IllegalStateException("fails after the log was written");
        });
        assertThrows(RollbackException.class, transaction::commit);
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

    /** Two articles in each transaction, in either order; some wait before they commit, some roll back. */
    private List<String> write(int writer, List<String> articles) throws Exception {
        List<String> committed = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Integer> order = new ArrayList<>(List.of(0, 1));
            if (round % 2 == 1) {
                Collections.reverse(order);
            }
            List<String> slugs = new ArrayList<>();
            transaction.begin();
            for (int which : order) {
                String slug = "w" + writer + "-r" + round + "-" + which;
                rename(articles.get(2 * writer + which), slug);
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
