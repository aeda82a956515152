package vn.loa.visitor;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.support.Keys;
import vn.loa.support.Pages;
import vn.loa.support.TestClock;
import vn.loa.support.TightSettings;
import vn.loa.visitor.count.Tables;
import vn.loa.visitor.read.VisitorsSnapshot;

/** Limits against made-up hits, smaller than their defaults. */
@QuarkusTest
@TestProfile(TightSettings.class)
class DroppedHitsTest {

    private static int network;

    @Inject
    TestClock clock;

    @Inject
    DataSource database;

    @Inject
    VisitorsSnapshot snapshot;

    /** Each test has its own networks, because instances remember addresses after the database was emptied. */
    @BeforeEach
    void another_network() {
        network += 1 << 8;
        // The hits that other tests dropped are stored with the next snapshot.
        snapshot.refresh();
        Tables.execute(database, "delete from dropped_hit");
    }

    private static RequestSpecification from(int neighbour, String userAgent) {
        int n = network + neighbour;
        return given().noContentType().header("User-Agent", userAgent)
                .header("X-Forwarded-For", "100.64." + (n >> 8 & 255) + "." + (n & 255));
    }

    private static int hit(RequestSpecification reader) {
        return reader.post("/api/v1/hits").statusCode();
    }

    private static void assertToday(int visits) {
        given().get("/api/v1/visitors").then().body("today", equalTo(visits));
    }

    @Test
    void an_address_that_sends_too_many_hits_gets_429_with_the_time_to_wait() {
        for (int n = 0; n < 5; n++) {
            assertEquals(204, hit(from(1, "Firefox")));
        }
        from(1, "Firefox").post("/api/v1/hits").then().statusCode(429).header("Retry-After", equalTo("1"))
                .body("code", equalTo("too-many-requests"));
        assertEquals(204, hit(from(2, "Firefox")), "a neighbour has a bucket of its own");
        clock.advance(Duration.ofSeconds(1));
        assertEquals(204, hit(from(1, "Firefox")));
        assertEquals(429, hit(from(1, "Firefox")));
        assertEquals(7, Tables.sum(database, "hits"));
    }

    @Test
    void made_up_user_agents_and_addresses_inflate_a_network_up_to_its_ceiling_and_no_further() {
        int counted = 0;
        for (int n = 0; n < 40; n++) {
            counted += hit(from(n, "Firefox/" + n)) == 204 ? 1 : 0;
        }
        assertEquals(10, counted);
        assertToday(10);
        assertEquals(204, hit(from(3, "Firefox/3")), "a known visitor may go on");
        from(50, "Firefox").post("/api/v1/hits").then().statusCode(429).header("Retry-After", equalTo("60"));
        clock.advance(Duration.ofMinutes(1));
        assertEquals(204, hit(from(50, "Firefox")));
    }

    @Test
    void a_whole_ipv6_64_is_one_address() {
        int refused = 0;
        for (int n = 0; n < 10; n++) {
            refused += hit(given().noContentType().header("User-Agent", "Firefox")
                    .header("X-Forwarded-For", "2001:db8:0:" + network + "::" + n)) == 429 ? 1 : 0;
        }
        assertEquals(5, refused);
        assertToday(1);
    }

    @Test
    void every_refusal_is_counted_by_its_reason_for_admins_and_in_the_metrics() {
        hit(from(1, "Googlebot/2.1"));
        hit(from(1, "Firefox").header("Sec-Purpose", "prefetch;anonymous-client-ip"));
        from(1, "Firefox").contentType("application/json").body("{\"articleId\":\"" + UUID.randomUUID() + "\"}")
                .post("/api/v1/hits").then().statusCode(404);
        for (int n = 0; n < 4; n++) {
            hit(from(1, "Firefox"));
        }
        String id = "{\"hitId\":\"" + UUID.randomUUID() + "\"}";
        for (int n = 0; n < 2; n++) {
            assertEquals(204, hit(from(2, "Firefox").contentType("application/json").body(id)));
        }
        snapshot.refresh();
        Pages.asAdmin().get("/api/v1/visitors/refusals").then().statusCode(200)
                .body("items.reason", contains("address-rate", "crawler", "prefetch", "repeated", "unknown-article"))
                .body("items.refused", contains(2, 1, 1, 1, 1)).body("items[0].day", equalTo("2026-07-15"));
        given().get("/q/metrics").then().body(containsString("loa_hits_refused_total{reason=\"crawler\"}"))
                .body(containsString("loa_hits_stored_total"));
        Keys.as("publisher").get("/api/v1/visitors/refusals").then().statusCode(403);
        given().get("/api/v1/visitors/refusals").then().statusCode(401);
        Pages.asAdmin().get("/api/v1/visitors/refusals?firstDay=2026-07-16&lastDay=2026-07-15").then().statusCode(400)
                .body("errors.parameter", contains("firstDay"));
        assertToday(2);
    }

    @Test
    void a_hit_that_is_sent_again_is_counted_once() {
        String body = "{\"hitId\":\"" + UUID.randomUUID() + "\"}";
        assertEquals(204, hit(from(1, "Firefox").contentType("application/json").body(body)));
        clock.advance(Duration.ofMinutes(40));
        assertEquals(204, hit(from(1, "Firefox").contentType("application/json").body(body)));
        assertToday(1);
        from(1, "Firefox").contentType("application/json").body("{\"hitId\":\"x\"}").post("/api/v1/hits").then()
                .statusCode(400).body("errors.pointer", contains("/hitId"));
    }

    @Test
    void a_server_that_renders_pages_speaks_for_its_readers_with_a_key_for_that() {
        String key = Keys.make("frontend " + network, "frontend");
        for (int n = 0; n < 4; n++) {
            Keys.showing(key).noContentType().header("User-Agent", "Firefox")
                    .header("Loa-Reader-Address", "203.0." + (network >> 8 & 255) + "." + n).post("/api/v1/hits").then().statusCode(204);
        }
        assertToday(4);
        RequestSpecification reader = given().noContentType().header("User-Agent", "Firefox").header("Loa-Reader-Address", "203.0.113.7");
        reader.post("/api/v1/hits").then().statusCode(401);
        Keys.as("admin").noContentType().header("User-Agent", "Firefox").header("Loa-Reader-Address", "203.0.113.7")
                .post("/api/v1/hits").then().statusCode(403);
        Keys.showing("loa_unknown").noContentType().header("User-Agent", "Firefox").header("Loa-Reader-Address", "203.0.113.7")
                .post("/api/v1/hits").then().statusCode(401);
        Keys.showing(key).noContentType().header("User-Agent", "Firefox").header("Loa-Reader-Address", "here")
                .post("/api/v1/hits").then().statusCode(400).body("errors.parameter", contains("Loa-Reader-Address"));
        Keys.showing(key).get("/api/v1/drafts").then().statusCode(403);
        Keys.showing(key).get("/api/v1/me").then().body("roles", contains("frontend"));
        assertToday(4);
    }

    @Test
    void listeners_hear_of_changes_and_there_are_places_for_some() throws Exception {
        snapshot.refresh();
        List<Listener> others = new ArrayList<>();
        try (Listener one = new Listener(); Listener two = new Listener()) {
            one.awaitLine("data:{\"online\":0,\"today\":0");
            two.awaitLine("event:visitors");
            for (int n = 2; n < TightSettings.LISTENERS; n++) {
                Listener other = new Listener();
                others.add(other);
                other.awaitLine("event:visitors");
            }
            given().get("/api/v1/visitors/stream").then().statusCode(503).header("Retry-After", equalTo("5"));
            hit(from(1, "Firefox"));
            snapshot.refresh();
            assertTrue(one.awaitLine("data:").contains("\"online\":1,\"today\":1,\"total\":1"));
        } finally {
            for (Listener other : others) {
                other.close();
            }
        }
        // A listener that has gone makes room for another.
        for (int attempt = 0; attempt < 100; attempt++) {
            try (Listener next = new Listener()) {
                if (next.status.contains("200")) {
                    next.awaitLine("event:visitors");
                    return;
                }
            }
            Thread.sleep(50);
        }
        fail("no place became free");
    }

    /** Listens by itself, because RestAssured cannot read an endless response. */
    private static final class Listener implements AutoCloseable {
        private final Socket socket = new Socket("localhost", io.restassured.RestAssured.port);
        private final BufferedReader lines;
        final String status;

        Listener() throws Exception {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(("GET /api/v1/visitors/stream HTTP/1.1\r\nHost: test\r\n"
                    + "Accept: text/event-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            status = lines.readLine();
        }

        String awaitLine(String start) throws Exception {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.replace(": ", ":").startsWith(start)) {
                    return line;
                }
            }
            throw new AssertionError("the stream ended");
        }

        @Override
        public void close() throws Exception {
            socket.close();
        }
    }
}
