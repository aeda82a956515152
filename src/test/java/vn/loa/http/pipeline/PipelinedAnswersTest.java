package vn.loa.http.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.Test;
import vn.loa.support.RawConnection;

/** A client that sends many requests before it reads the answers. */
@QuarkusTest
class PipelinedAnswersTest {

    /** Its answer has 200 kB. */
    private static final String GET = "GET /api/v1/visitors/history?firstDay=2015-01-01&lastDay=2019-12-31 HTTP/1.1\r\nHost: test\r\n\r\n";
    private static final String POST = "POST /api/v1/hits HTTP/1.1\r\nHost: test\r\nUser-Agent: Firefox\r\n"
            + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    private static final int PAIRS = 100;
    private static final int BUFFER = 64 << 10;

    @TestHTTPResource
    URI server;

    @Inject
    MeterRegistry metrics;

    private long made() {
        return metrics.find("http.server.requests").timers().stream().mapToLong(Timer::count).sum();
    }

    @Test
    void answers_are_made_as_it_takes_them_and_all_of_them_come() throws Exception {
        long begun = made();
        try (RawConnection client = RawConnection.withBuffer(server, BUFFER)) {
            client.send((GET + POST).repeat(PAIRS));
            long before = -1;
            for (int n = 0; n < 100 && before != made(); n++) {
                before = made();
                Thread.sleep(500);
            }
            assertTrue(made() - begun < PAIRS, made() - begun + " were made");
            for (int n = 0; n < PAIRS; n++) {
                String answer = client.answer();
                assertTrue(answer.startsWith("HTTP/1.1 200 ") && answer.endsWith("}"), answer);
                assertEquals("HTTP/1.1 204 ", client.answer().substring(0, "HTTP/1.1 204 ".length()));
            }
        }
    }
}
