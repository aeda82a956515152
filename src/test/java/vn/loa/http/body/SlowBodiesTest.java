package vn.loa.http.body;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.support.Pages;
import vn.loa.support.RawConnection;
import vn.loa.support.SmallBodies;
import vn.loa.support.TestDatabase;

/** Bodies that are held back. There is memory for two documents of 200 kB, and windows are a second long. */
@QuarkusTest
@TestProfile(SmallBodies.class)
class SlowBodiesTest {

    @TestHTTPResource
    URI server;

    @Inject
    MeterRegistry metrics;

    private RawConnection begin(String path, String client, int length, String body) throws IOException {
        return new RawConnection(server).send("POST " + path + " HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n"
                + (client == null ? "" : "X-Forwarded-For: " + client + "\r\n")
                + "Authorization: Bearer " + TestDatabase.ADMIN_KEY + "\r\nContent-Length: " + length + "\r\n\r\n" + body);
    }

    private double memory() {
        return metrics.get("loa.bodies.memory").gauge().value();
    }

    private void awaitFreeMemory() throws InterruptedException {
        for (int n = 0; n < 200 && memory() > 0; n++) {
            Thread.sleep(50);
        }
        assertEquals(0, memory());
    }

    @Test
    void a_body_that_stops_is_not_waited_for_and_gives_its_memory_back() throws IOException, InterruptedException {
        for (String path : List.of("/api/v1/hits", "/api/v1/articles")) {
            try (RawConnection connection = begin(path, null, 3000, "{\"title\":")) {
                String answer = connection.answer();
                assertTrue(answer.startsWith("HTTP/1.1 408 ") && answer.contains("\"code\":\"request-timeout\""), answer);
                assertTrue(connection.isClosedWithin(10_000), "it stays open");
            }
        }
        awaitFreeMemory();
    }

    @Test
    void a_body_that_drips_ends_too() throws IOException, InterruptedException {
        try (RawConnection connection = begin("/api/v1/articles", null, 200_000, "{")) {
            String answer = "";
            for (int n = 0; n < 40 && answer.isEmpty(); n++) {
                try {
                    connection.send(" ".repeat(100));
                } catch (IOException closed) {
                    break;
                }
                Thread.sleep(100);
            }
            answer = connection.answer();
            assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
        }
        awaitFreeMemory();
    }

    @Test
    void a_body_that_comes_fast_enough_is_read() throws IOException, InterruptedException {
        try (RawConnection connection = begin("/api/v1/hits", null, 120, "{")) {
            Thread.sleep(600);
            String answer = connection.send(" ".repeat(118) + "}").answer();
            assertTrue(answer.startsWith("HTTP/1.1 204 "), answer);
        }
    }

    @Test
    void a_client_has_a_bounded_number_of_unfinished_bodies_and_keeps_nobody_else_out() throws IOException {
        List<RawConnection> held = new ArrayList<>();
        try {
            for (int n = 0; n < 8; n++) {
                held.add(begin("/api/v1/hits", "198.51.100.7", 100, "{"));
            }
            // They come on many connections, so their order is open.
            awaitMemory(8 * 1024);
            given().header("X-Forwarded-For", "198.51.100.7").contentType("application/json").body("{}").post("/api/v1/hits")
                    .then().statusCode(429).header("Retry-After", notNullValue()).body("code", equalTo("too-many-requests"));
            given().header("X-Forwarded-For", "198.51.100.8").contentType("application/json").body("{}").post("/api/v1/hits")
                    .then().statusCode(204);
            given().contentType("application/json").body("{}").post("/api/v1/hits").then().statusCode(204);
        } finally {
            for (RawConnection connection : held) {
                connection.close();
            }
        }
    }

    private void awaitMemory(double bytes) {
        for (int n = 0; n < 100 && memory() < bytes; n++) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertTrue(memory() >= bytes, memory() + " bytes");
    }

    @Test
    void large_bodies_take_turns_and_small_ones_do_not_wait_for_them() throws IOException, InterruptedException {
        awaitFreeMemory();
        try (RawConnection first = begin("/api/v1/articles", null, 200_000, "{");
                RawConnection second = begin("/api/v1/articles", null, 200_000, "{")) {
            awaitMemory(2 * 8 * 200_000);
            given().contentType("application/json").body("{}").post("/api/v1/hits").then().statusCode(204);
            try (RawConnection third = begin("/api/v1/articles", null, 200_000,
                    "{\"title\":\"Đợi đến lượt\"}" + " ".repeat(200_000))) {
                // The two in front of it end for their slowness.
                assertTrue(first.answer().startsWith("HTTP/1.1 408 "));
                String answer = third.answer();
                assertTrue(answer.startsWith("HTTP/1.1 201 "), answer);
            }
        }
        awaitFreeMemory();
    }

    @Test
    void callers_who_hang_up_give_their_memory_back() throws IOException, InterruptedException {
        for (int n = 0; n < 10; n++) {
            begin("/api/v1/articles", null, 200_000, "{").close();
        }
        awaitFreeMemory();
        Pages.asAdmin().contentType("application/json").body("{\"title\":\"Còn chỗ\"}").post("/api/v1/articles")
                .then().statusCode(201);
    }

    @Test
    void wrong_keys_are_slowed_down_and_good_ones_are_not() {
        String client = "203.0.113.77";
        given().header("X-Forwarded-For", client).header("Authorization", "Bearer " + TestDatabase.ADMIN_KEY)
                .get("/api/v1/me").then().statusCode(200);
        double before = metrics.get("loa.keys.failed").counter().count();
        for (int n = 0; n < 20; n++) {
            given().header("X-Forwarded-For", client).header("Authorization", "Bearer wrong" + n).get("/api/v1/me")
                    .then().statusCode(401);
        }
        assertEquals(before + 20, metrics.get("loa.keys.failed").counter().count());
        given().header("X-Forwarded-For", client).header("Authorization", "Bearer wrong").get("/api/v1/me")
                .then().statusCode(429).header("Retry-After", notNullValue()).body("code", equalTo("too-many-requests"));
        given().header("X-Forwarded-For", client).header("Authorization", "Bearer wrong").contentType("application/json")
                .body("{}").post("/api/v1/articles").then().statusCode(429);
        given().header("X-Forwarded-For", client).header("Authorization", "Bearer " + TestDatabase.ADMIN_KEY)
                .get("/api/v1/me").then().statusCode(200);
        given().header("X-Forwarded-For", "203.0.113.78").header("Authorization", "Bearer wrong").get("/api/v1/me")
                .then().statusCode(401);
        given().header("Authorization", "Bearer wrong").get("/api/v1/me").then().statusCode(401);
    }
}
