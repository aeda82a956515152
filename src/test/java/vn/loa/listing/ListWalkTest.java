package vn.loa.listing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;
import vn.loa.support.Pages;

/** A client that pages through a list while others publish gets each item that existed all the time exactly once. */
@QuarkusTest
class ListWalkTest {

    private static final int THERE = 25;

    @ParameterizedTest
    @ValueSource(strings = {"-firstPublishedAt", "firstPublishedAt", "title", "-title", "issuedOn,-title", "-updatedAt,title"})
    void a_walk_sees_every_article_once_while_several_publish(String sort) throws Exception {
        List<String> there = new ArrayList<>();
        for (int i = 0; i < THERE; i++) {
            there.add(i % 3 == 0 ? Editing.published(Editing.directive("Bài " + i % 7, i + 1 + "-CT/TU"))
                    : Pages.publish(Pages.news("Tin " + i % 7, "08:00:%02d 01-06-2024".formatted(i), "Nội dung của tin.")));
        }
        AtomicBoolean walking = new AtomicBoolean(true);
        AtomicInteger published = new AtomicInteger();
        ExecutorService publishers = Executors.newFixedThreadPool(3);
        List<Future<?>> running = new ArrayList<>();
        for (int p = 0; p < 3; p++) {
            int publisher = p;
            running.add(publishers.submit(() -> {
                for (int n = 0; walking.get(); n++) {
                    Editing.published(Editing.news("Tin mới " + publisher + " " + n));
                    published.incrementAndGet();
                }
            }));
        }
        List<String> seen = new ArrayList<>();
        try {
            String cursor = null;
            do {
                RequestSpecification request = given().queryParam("sort", sort).queryParam("size", 2);
                JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor)).get("/api/v1/articles")
                        .then().statusCode(200).extract().jsonPath();
                seen.addAll(page.getList("items.id"));
                cursor = page.getString("page.nextCursor");
                // New articles may come faster than pages are read, so the walk ends when it has seen all articles of
                // its beginning.
            } while (cursor != null && !seen.containsAll(there));
        } finally {
            walking.set(false);
            for (Future<?> each : running) {
                each.get();
            }
            publishers.shutdown();
        }
        assertTrue(published.get() > 0);
        assertEquals(THERE, seen.stream().filter(there::contains).count(), "each once");
        assertEquals(seen.stream().distinct().count(), seen.size(), "nothing twice");
    }

    @Test
    void sections_are_walked_in_the_text_that_the_walk_began_with() {
        String id = Editing.published(Editing.directive("Chỉ thị", "5-CT/TU"));
        String sections = "/api/v1/articles/" + id + "/sections";
        JsonPath first = given().queryParam("size", 1).get(sections).jsonPath();
        Editing.patch(id, "*", "{\"sections\": [{\"number\": \"7\", \"paragraphs\": [{\"text\": \"Khác hẳn.\"}]}]}")
                .then().statusCode(200);
        Editing.publish(id).then().statusCode(200);
        List<String> rest = given().queryParam("cursor", first.getString("page.nextCursor")).get(sections)
                .then().statusCode(200).extract().path("items.number");
        assertEquals(List.of("a", "2"), rest);
        assertEquals(List.of("7"), given().get(sections).path("items.number"));
    }

    @Test
    void citations_are_walked_in_the_text_that_the_walk_began_with() {
        String id = Editing.published(Editing.directive("Chỉ thị", "5-CT/TU"));
        String citations = "/api/v1/articles/" + id + "/citations";
        JsonPath first = given().queryParam("size", 1).get(citations).jsonPath();
        Editing.patch(id, "*", "{\"sections\": [{\"number\": \"7\", \"paragraphs\": [{\"text\": \"Theo Luật số 1/2019/QH14.\"}]}]}")
                .then().statusCode(200);
        Editing.publish(id).then().statusCode(200);
        List<String> rest = given().queryParam("cursor", first.getString("page.nextCursor")).get(citations)
                .then().statusCode(200).extract().path("items.number");
        assertEquals(List.of("30/2020/NĐ-CP"), rest);
        assertEquals(List.of("5-CT/TU", "1/2019/QH14"), given().get(citations).path("items.number"));
    }
}
