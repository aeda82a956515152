package vn.loa.interference;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.RawConnection;
import vn.loa.support.TestDatabase;

/** Others are served while 400 connections hold their bodies back. */
@QuarkusTest
class HeldBodiesTest {

    private static final int CONNECTIONS = 400;
    private static final Duration BOUND = Duration.ofSeconds(5);

    @TestHTTPResource
    URI server;

    /** @param manyClients or one, who may have 64 bodies under way */
    private void hold(String path, int length, String body, boolean manyClients) throws Exception {
        List<RawConnection> held = new ArrayList<>();
        try (Bystanders others = Bystanders.at(server.getPort())) {
            others.during(() -> {
                for (int n = 0; n < CONNECTIONS; n++) {
                    String client = manyClients ? "198.18." + n / 250 + "." + n % 250 : "198.51.100.99";
                    RawConnection connection = new RawConnection(server);
                    held.add(connection);
                    connection.send("POST " + path + " HTTP/1.1\r\nHost: test\r\nX-Forwarded-For: " + client
                            + "\r\nAuthorization: Bearer " + TestDatabase.ADMIN_KEY
                            + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n" + body);
                }
                Thread.sleep(1000);
            }).assertServed(BOUND);
        } finally {
            for (RawConnection connection : held) {
                connection.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void of_hits(boolean manyClients) throws Exception {
        hold("/api/v1/hits", 4000, " ".repeat(3999), manyClients);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void of_articles(boolean manyClients) throws Exception {
        hold("/api/v1/articles", 4_000_000, " ".repeat(60_000), manyClients);
    }

    /** Requests that wait behind an answer without an end stay in memory. */
    @Test
    void a_connection_whose_requests_pile_up_behind_a_stream_is_closed() throws IOException {
        try (RawConnection connection = new RawConnection(server)) {
            connection.send("GET /api/v1/visitors/stream HTTP/1.1\r\nHost: test\r\n\r\n");
            try {
                for (int n = 0; n < 100; n++) {
                    connection.send("GET /api/v1/articles HTTP/1.1\r\nHost: test\r\n\r\n".repeat(10));
                }
            } catch (IOException closed) {
                // by the server, as it should be
            }
            assertTrue(connection.isClosedWithin(10_000));
        }
    }
}
