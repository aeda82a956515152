package vn.loa.cache;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.Pages;
import vn.loa.support.Statements;

/** Where an old address leads is answered from memory, until something is published. */
@QuarkusTest
class KeptRedirectTest {

    @Inject
    SettledCache cache;

    private static Response legacy() {
        return given().redirects().follow(false).get("/api/v1/legacy?url=http://trang-cu.vn/a?id=7");
    }

    @Test
    void the_second_answer_is_the_first_one_and_asks_no_database() {
        cache.awaitReady();
        String id = Editing.published(Editing.news("Tin"));
        Editing.post("/api/v1/old-addresses", "{\"items\": [{\"address\": \"http://trang-cu.vn/a?id=7\", \"article\": \"" + id + "\"}]}")
                .then().statusCode(200);
        cache.settle();
        Response first = legacy();
        assertEquals(301, first.statusCode());
        assertEquals(0, Statements.during(KeptRedirectTest::legacy));
        Response second = legacy();
        for (String header : new String[] {"Location", "Link", "Cache-Tag", "Cache-Control", "Vary", "Content-Length", "ETag"}) {
            assertEquals(first.header(header), second.header(header), header);
        }
        assertEquals(301, second.statusCode());
        String address = Pages.asAdmin().get("/api/v1/old-addresses").path("items[0].id");
        Pages.asAdmin().delete("/api/v1/old-addresses/" + address).then().statusCode(204);
        assertEquals(404, legacy().statusCode());
    }

    @Test
    void a_removal_is_answered_at_once() {
        cache.awaitReady();
        String id = Editing.published(Editing.news("Tin"));
        Editing.post("/api/v1/old-addresses", "{\"items\": [{\"address\": \"http://trang-cu.vn/a?id=7\", \"article\": \"" + id + "\"}]}")
                .then().statusCode(200);
        cache.settle();
        assertEquals(301, legacy().statusCode());
        Editing.post(Editing.ARTICLES + "/" + id + "/remove", "{\"explanation\": \"Hết hạn.\"}").then().statusCode(200);
        assertEquals(410, legacy().statusCode());
    }
}
