package vn.loa.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.Pages;
import vn.loa.support.Statements;

/** {@code totalItems} and {@code items} of a response are from one snapshot, even while others write. */
@QuarkusTest
class ListTotalsTest {

    private static final int MOST = 90;

    @Test
    void every_list_counts_what_it_shows_while_others_write() throws Exception {
        String cited = Editing.published(Editing.directive("Chỉ thị", "1-CT/TU"));
        List<String> lists = List.of("/articles", "/directives", "/drafts?scope=all", "/drafts", "/audit", "/schedules", "/tags",
                "/articles/" + cited + "/cited-by", "/media", "/keys", "/articles/" + cited + "/revisions");
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService writers = Executors.newFixedThreadPool(2);
        List<Future<?>> running = new ArrayList<>();
        for (int w = 0; w < 2; w++) {
            int writer = w;
            running.add(writers.submit(() -> {
                for (int n = 0; writing.get() && n < MOST / 2; n++) {
                    String number = (2 + writer * 1000 + n) + "-CT/TU";
                    Editing.published(Editing.object(Editing.directive("Chỉ thị " + number, number).toString()
                            .replace("30/2020/NĐ-CP", "1-CT/TU")));
                    Editing.create(Editing.news("Nháp " + number)).then().statusCode(201);
                }
            }));
        }
        try {
            for (int round = 0; round < 12; round++) {
                for (String list : lists) {
                    assertCounted(list);
                }
            }
        } finally {
            writing.set(false);
            for (Future<?> each : running) {
                each.get();
            }
            writers.shutdown();
        }
    }

    private static void assertCounted(String list) {
        JsonPath page = Pages.asAdmin().get("/api/v1" + list + (list.contains("?") ? "&" : "?") + "size=100").then()
                .statusCode(200).extract().jsonPath();
        assertEquals(Math.min(100, page.getInt("page.totalItems")), page.getList("items").size(), list);
    }

    @Test
    void behind_the_end_a_page_is_empty_and_no_more_is_counted_than_was_skipped() {
        Editing.published(Editing.directive("Chỉ thị", "1-CT/TU"));
        for (String list : List.of("/articles", "/directives", "/drafts?scope=all")) {
            JsonPath page = Pages.asAdmin().get("/api/v1" + list + (list.contains("?") ? "&" : "?") + "size=1&page=9").then()
                    .statusCode(200).extract().jsonPath();
            assertEquals(0, page.getList("items").size(), list);
            assertTrue(page.getInt("page.totalItems") == 1, list);
        }
    }

    @Test
    void drafts_are_listed_and_counted_by_one_statement() {
        Editing.created(Editing.news("Nháp"));
        long one = Statements.during(() -> Pages.asAdmin().get("/api/v1/drafts?size=1").then().statusCode(200));
        Editing.created(Editing.news("Nháp khác"));
        assertEquals(one, Statements.during(() -> Pages.asAdmin().get("/api/v1/drafts").then().statusCode(200)));
    }
}
