package vn.loa.interference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The failures that the proxy simulates, in front of an echo server. */
class DatabaseProxyTest {

    private ServerSocket server;
    private DatabaseProxy proxy;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread echo = new Thread(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    Thread one = new Thread(() -> {
                        try (socket) {
                            socket.getInputStream().transferTo(socket.getOutputStream());
                        } catch (IOException ended) {
                            // As tests want it.
                        }
                    });
                    one.setDaemon(true);
                    one.start();
                } catch (IOException stopped) {
                    return;
                }
            }
        });
        echo.setDaemon(true);
        echo.start();
        proxy = DatabaseProxy.to(server.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.close();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(300);
        return socket;
    }

    private static int say(Socket socket, int what) throws IOException {
        socket.getOutputStream().write(what);
        return socket.getInputStream().read();
    }

    @Test
    void what_is_said_while_it_is_silent_arrives_when_it_speaks_again() throws IOException {
        try (Socket before = connect()) {
            assertEquals(1, say(before, 1));
            proxy.goSilent();
            assertThrows(SocketTimeoutException.class, () -> say(before, 2));
            try (Socket during = connect()) {
                assertThrows(SocketTimeoutException.class, () -> say(during, 3));
                proxy.speakAgain();
                InputStream late = before.getInputStream();
                before.setSoTimeout(5000);
                during.setSoTimeout(5000);
                assertEquals(2, late.read());
                assertEquals(3, during.getInputStream().read());
            }
        }
    }

    @Test
    void after_a_reset_the_connection_is_broken_and_a_new_one_is_forwarded() throws IOException {
        try (Socket before = connect()) {
            assertEquals(1, say(before, 1));
            proxy.reset();
            assertThrows(IOException.class, () -> {
                if (before.getInputStream().read() < 0) {
                    throw new IOException("closed");
                }
            });
        }
        try (Socket after = connect()) {
            assertEquals(4, say(after, 4));
        }
    }

    @Test
    void nobody_is_taken_while_it_refuses() throws IOException {
        proxy.refuse();
        assertThrows(IOException.class, this::connect);
        proxy.acceptAgain();
        try (Socket after = connect()) {
            assertEquals(5, say(after, 5));
        }
    }

    @Test
    void a_delay_holds_each_piece_back() throws IOException {
        proxy.delay(Duration.ofMillis(50));
        try (Socket slow = connect()) {
            long begun = System.nanoTime();
            assertEquals(6, say(slow, 6));
            assertTrue(Duration.ofNanos(System.nanoTime() - begun).toMillis() >= 100, "there and back");
        }
    }
}
