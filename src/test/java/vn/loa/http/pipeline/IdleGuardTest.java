package vn.loa.http.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.TestDatabase;
import vn.loa.support.TightSettings;

/** The idle timeout is two seconds here. */
@QuarkusTest
@TestProfile(TightSettings.class)
class IdleGuardTest {

    @Inject
    DataSource database;

    private static BufferedReader ask(Socket socket, String request) throws Exception {
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write((request + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    @Test
    void an_answer_that_takes_longer_than_the_idle_timeout_to_make_comes_whole() throws Exception {
        String id = Editing.published(Editing.news("Tin"));
        try (Socket socket = new Socket("localhost", RestAssured.port); Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            // While this lock is held, no article can be read.
            connection.createStatement().execute("lock table article in access exclusive mode");
            BufferedReader answer = ask(socket, "GET /api/v1/articles/" + id + " HTTP/1.1\r\nHost: test\r\n"
                    + "Cache-Control: no-cache");
            Thread.sleep(5000);
            connection.rollback();
            connection.setAutoCommit(true);
            assertEquals("HTTP/1.1 200 OK", answer.readLine());
        }
    }

    @Test
    void so_does_the_answer_to_a_request_with_a_body() throws Exception {
        String id = Editing.created(Editing.news("Tin"));
        try (Socket socket = new Socket("localhost", RestAssured.port); Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            // While this lock is held, no article can be published.
            connection.createStatement().execute("lock table revision in share mode");
            BufferedReader answer = ask(socket, "POST /api/v1/articles/" + id + "/publish HTTP/1.1\r\nHost: test\r\nIf-Match: *\r\n"
                    + "Authorization: Bearer " + TestDatabase.ADMIN_KEY + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
            Thread.sleep(5000);
            connection.rollback();
            connection.setAutoCommit(true);
            assertEquals("HTTP/1.1 200 OK", answer.readLine());
        }
    }

    @Test
    void a_connection_on_which_nobody_waits_is_closed() throws Exception {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            BufferedReader lines = ask(socket, "GET /api/v1/articles HTTP/1.1\r\nHost: test\r\nCache-Control: no-cache");
            assertEquals("HTTP/1.1 200 OK", lines.readLine());
            long begun = System.nanoTime();
            String line = "";
            while (line != null) {
                line = lines.readLine();
            }
            assertNull(line);
            assertTrue(System.nanoTime() - begun > 1_000_000_000L);
        }
    }

    @Test
    void a_body_that_does_not_come_is_not_awaited_for_longer() throws Exception {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            BufferedReader lines = ask(socket, "POST /api/v1/hits HTTP/1.1\r\nHost: test\r\nUser-Agent: Firefox\r\n"
                    + "Content-Type: application/json\r\nContent-Length: 100");
            String line = "";
            while (line != null) {
                line = lines.readLine();
            }
            assertNull(line);
        }
    }
}
