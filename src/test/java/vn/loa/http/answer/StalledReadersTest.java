package vn.loa.http.answer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.loa.support.Editing;
import vn.loa.support.LargeFile;
import vn.loa.support.RawConnection;
import vn.loa.support.TestDatabase;
import vn.loa.support.TightSettings;

/** Readers who ask for much and do not take it. They have a second for each piece here. */
@QuarkusTest
@TestProfile(TightSettings.class)
class StalledReadersTest {

    /** Days of zeros: 400 kB. */
    private static final String HISTORY = "/api/v1/visitors/history?firstDay=2010-01-01&lastDay=2019-12-31";
    private static final int READERS = 3;
    /** In letters of three bytes: more than the buffers of a connection hold. */
    private static final int LONG = 990_000;
    private static final int BUFFER = 8 << 10;
    private static final String BEGINNING = "HTTP/1.1 200 OK";

    @TestHTTPResource
    URI server;

    @Inject
    MeterRegistry metrics;

    private final List<RawConnection> readers = new ArrayList<>();

    @AfterEach
    void leave() throws IOException {
        for (RawConnection reader : readers) {
            reader.close();
        }
    }

    private static String longDraft() {
        String word = "ậ".repeat(59) + " ";
        return "/api/v1/articles/" + Editing.created(Editing.news("Dài").put("body", "<p>" + word.repeat(LONG / word.length()) + "</p>"))
                + "/draft";
    }

    private RawConnection begin(String path) throws IOException {
        RawConnection reader = RawConnection.withBuffer(server, BUFFER);
        readers.add(reader);
        assertEquals(BEGINNING, reader.send("GET " + path + " HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer " + TestDatabase.ADMIN_KEY
                + "\r\n\r\n").read(BEGINNING.length()));
        return reader;
    }

    private double memory() {
        return metrics.get("loa.answers.memory").gauge().value();
    }

    private enum Departure { RESET, FAREWELL, NONE }

    @ParameterizedTest
    @EnumSource(Departure.class)
    void the_memory_of_an_answer_that_is_not_taken_comes_back(Departure departure) throws Exception {
        String draft = longDraft();
        double most = 0;
        for (int n = 0; n < READERS; n++) {
            begin(draft);
            // At once: the window of the first may end before the last has begun.
            most = Math.max(most, memory());
        }
        assertTrue(most > 0);
        for (RawConnection reader : readers) {
            switch (departure) {
                case RESET -> reader.reset();
                case FAREWELL -> reader.leave();
                case NONE -> { }
            }
        }
        for (int n = 0; n < 100 && memory() > 0; n++) {
            if (departure == Departure.NONE) {
                sendAByte();
            }
            Thread.sleep(50);
        }
        assertEquals(0, memory());
    }

    /** With it the idle timeout begins anew. */
    private void sendAByte() {
        for (RawConnection reader : readers) {
            try {
                reader.send("G");
            } catch (IOException disconnected) {
                // As it should be.
            }
        }
    }

    @Test
    void no_thread_waits_for_them() throws Exception {
        String draft = longDraft();
        for (int n = 0; n < READERS; n++) {
            begin(draft);
        }
        for (int n = 0; n < 10; n++) {
            assertFalse(Thread.getAllStackTraces().values().stream().flatMap(Arrays::stream)
                    .anyMatch(frame -> frame.getMethodName().equals("awaitWriteable")));
            Thread.sleep(20);
        }
    }

    @Test
    void who_reads_gets_all_of_it_on_a_connection_that_stays() throws Exception {
        try (RawConnection reader = new RawConnection(server)) {
            for (int n = 0; n < 2; n++) {
                String answer = reader.send("GET " + HISTORY + " HTTP/1.1\r\nHost: test\r\n\r\n").answer();
                assertTrue(answer.length() > LargeAnswer.PIECE, answer.length() + " bytes");
                assertTrue(answer.contains("\r\nContent-Type: application/json"), answer.substring(0, 500));
                assertEquals(3652, new ObjectMapper()
                        .readTree(answer.substring(answer.indexOf("\r\n\r\n"))).path("items").size());
            }
            assertEquals(BEGINNING, reader.send("HEAD " + HISTORY + " HTTP/1.1\r\nHost: test\r\n\r\n").read(BEGINNING.length()));
        }
        given().get(HISTORY).then().statusCode(200).body("items.size()", equalTo(3652));
    }

    @Test
    void a_file_that_is_not_taken_is_not_sent_for_longer() throws Exception {
        RawConnection reader = begin("/api/v1/media/" + LargeFile.published(12 << 20));
        assertThrows(IOException.class, () -> {
            for (int n = 0; n < 100; n++) {
                reader.send("G");
                Thread.sleep(50);
            }
        });
    }
}
