package vn.loa.imports;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.loa.imports.export.ExportWorker;
import vn.loa.support.LargeFile;
import vn.loa.support.Pages;

/** What anybody fetches, bounded: sixteen at a time, each a piece in memory. */
@QuarkusTest
class PublicExportTest {

    private static final String PUBLIC = "/api/v1/export?kind=public";
    private static final int MOST = 16;
    /** More than the buffers of a connection hold. */
    private static final int LARGE = 12 << 20;

    @Inject
    ExportWorker worker;

    private void export() {
        LargeFile.published(LARGE);
        Exports.ended(Exports.begin("public"), worker);
    }

    /** A reader who reads the beginning of the answer, and no more. @return the status */
    private static String slowReader(List<Socket> readers) throws IOException {
        Socket socket = new Socket();
        readers.add(socket);
        socket.setReceiveBufferSize(8 << 10);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        socket.getOutputStream().write(("GET " + PUBLIC + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readNBytes("HTTP/1.1 200".length()), StandardCharsets.US_ASCII).substring("HTTP/1.1 ".length());
    }

    @Test
    void further_readers_are_told_to_come_later_and_an_admin_is_not_held_up() throws Exception {
        export();
        List<Socket> readers = new ArrayList<>();
        try {
            // On a slow machine the first ones may be cut off for their slowness meanwhile.
            while (slowReader(readers).equals("200")) {
                assertTrue(readers.size() < 4 * MOST, "nobody is refused");
            }
            assertTrue(readers.size() > MOST, "refused was number " + readers.size());
            given().get(PUBLIC).then().statusCode(503).header("Retry-After", notNullValue());
            Pages.asAdmin().header("Range", "bytes=0-9").get(PUBLIC).then().statusCode(206);
        } finally {
            for (Socket reader : readers) {
                reader.close();
            }
        }
        // Who goes away gives back the place, and who has read all of it does, too.
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        for (int n = 0; n < MOST + 1; n++) {
            while (given().header("Range", "bytes=0-9").get(PUBLIC).statusCode() != 206) {
                assertTrue(System.nanoTime() < end, "no place is given back");
                Thread.sleep(50);
            }
        }
    }
}
