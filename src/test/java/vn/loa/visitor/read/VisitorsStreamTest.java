package vn.loa.visitor.read;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.support.TightSettings;

/** Limits of open streams: five in all, two for an address. */
@QuarkusTest
@TestProfile(TightSettings.class)
class VisitorsStreamTest {

    private static final String STREAM = "/api/v1/visitors/stream";

    @Inject
    VisitorsSnapshot snapshot;

    private final List<Socket> open = new ArrayList<>();

    @BeforeEach
    void countersAreKnown() throws Exception {
        awaitPlaces();
        snapshot.refresh();
    }

    @AfterEach
    void everybodyLeaves() throws Exception {
        for (Socket socket : open) {
            socket.close();
        }
        awaitPlaces();
    }

    private BufferedReader send(String method, String path, String address, Socket socket) throws IOException {
        socket.getOutputStream().write((method + " " + path + " HTTP/1.1\r\nHost: test\r\nX-Forwarded-For: " + address
                + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The status of a new listener, which stays. If it has a place, its first event is read. */
    private int listen(String address) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        open.add(socket);
        socket.setSoTimeout(10_000);
        BufferedReader lines = send("GET", STREAM, address, socket);
        int status = Integer.parseInt(lines.readLine().split(" ")[1]);
        for (String line = ""; status == 200 && !line.startsWith("data:"); line = lines.readLine()) {
            assertTrue(line != null);
        }
        return status;
    }

    /** A listener's slot becomes free shortly after its connection is closed. */
    private void awaitPlaces() throws Exception {
        for (int attempt = 0; attempt < 200; attempt++) {
            if (given().get("/q/metrics").asString().contains("loa_visitors_listeners 0.0")) {
                return;
            }
            Thread.sleep(25);
        }
        throw new AssertionError("places stay taken");
    }

    @Test
    void an_address_has_some_places_and_leaves_the_others_to_others() throws Exception {
        assertEquals(200, listen("203.0.113.1"));
        assertEquals(200, listen("203.0.113.1"));
        given().header("X-Forwarded-For", "203.0.113.1").get(STREAM).then().statusCode(429)
                .body("code", equalTo("too-many-requests")).header("Retry-After", notNullValue());
        assertEquals(200, listen("203.0.113.2"));
    }

    @Test
    void an_ipv6_network_is_one_address() throws Exception {
        assertEquals(200, listen("2001:db8::1"));
        assertEquals(200, listen("2001:db8::2"));
        given().header("X-Forwarded-For", "2001:db8::3").get(STREAM).then().statusCode(429);
        assertEquals(200, listen("2001:db8:0:1::1"));
    }

    @Test
    void a_proxy_that_does_not_say_for_whom_it_asks_is_not_bounded_but_all_places_are() throws Exception {
        for (int n = 0; n < 5; n++) {
            assertEquals(200, listen("127.0.0.1"));
        }
        given().get(STREAM).then().statusCode(503).header("Retry-After", notNullValue());
    }

    @Test
    void a_listener_that_leaves_makes_room_for_another() throws Exception {
        for (int round = 0; round < 3; round++) {
            assertEquals(200, listen("203.0.113.1"));
            assertEquals(200, listen("203.0.113.1"));
            everybodyLeaves();
            open.clear();
        }
    }

    @Test
    void a_listener_that_leaves_while_its_stream_begins_makes_room_for_another() throws Exception {
        for (int n = 0; n < 300; n++) {
            try (Socket socket = new Socket("localhost", RestAssured.port)) {
                socket.setSoLinger(n % 2 == 0, 0);
                send("GET", STREAM, "127.0.0.1", socket);
                // The moments in which a stream begins.
                Thread.sleep(n / 100, n % 100 * 10_000);
            }
        }
        awaitPlaces();
        for (int n = 0; n < TightSettings.LISTENERS; n++) {
            assertEquals(200, listen("127.0.0.1"));
        }
    }

    @Test
    void head_ends_at_once_takes_no_place_and_leaves_the_connection_usable() throws Exception {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            BufferedReader lines = null;
            for (int n = 0; n < 10; n++) {
                lines = lines == null ? send("HEAD", STREAM, "203.0.113.1", socket) : again(lines, socket);
                assertEquals("HTTP/1.1 200 OK", lines.readLine());
                boolean stream = false;
                for (String line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
                    stream |= line.toLowerCase().startsWith("content-type: text/event-stream");
                }
                assertTrue(stream);
            }
            socket.getOutputStream().write("GET /api/v1/visitors HTTP/1.1\r\nHost: test\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            assertEquals("HTTP/1.1 200 OK", lines.readLine());
        }
        awaitPlaces();
    }

    private BufferedReader again(BufferedReader lines, Socket socket) throws IOException {
        send("HEAD", STREAM, "203.0.113.1", socket);
        return lines;
    }

    @Test
    void a_listener_that_leaves_during_an_event_is_no_error_in_the_log() throws Exception {
        List<LogRecord> errors = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                    errors.add(entry);
                }
            }

            @Override
            public void flush() {
            }

            @Override
            public void close() {
            }
        };
        Logger.getLogger("").addHandler(handler);
        try {
            for (int n = 0; n < 20; n++) {
                assertEquals(200, listen("203.0.113." + n));
                // Leaves with a reset in the middle of an event.
                open.get(0).setSoLinger(true, 0);
                open.remove(0).close();
                given().header("User-Agent", "Firefox " + n).header("X-Forwarded-For", "198.51." + n + ".1").noContentType()
                        .post("/api/v1/hits").then().statusCode(204);
                snapshot.refresh();
            }
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }
        assertEquals(List.of(), errors.stream().map(entry -> entry.getLoggerName() + ": " + entry.getMessage()).toList());
    }
}
