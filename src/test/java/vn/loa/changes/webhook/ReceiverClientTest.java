package vn.loa.changes.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import vn.loa.changes.webhook.Answer.Failure;
import vn.loa.http.client.Network;

/** No form of an address, and no trick of a name, leads a message into the network in which Loa runs. */
class ReceiverClientTest {

    /** Each is a way to write, or to reach, an address that is not public. {@code PORT} is that of a server on this machine. */
    private static final List<String> FORGED = List.of(
            "http://127.0.0.1:PORT/", "http://localhost:PORT/", "http://LOCALHOST:PORT/", "http://localhost.:PORT/",
            "http://127.0.0.1.:PORT/", "http://127.1:PORT/", "http://127.0.1:PORT/", "http://2130706433:PORT/",
            "http://0x7f000001:PORT/", "http://0x7f.0x0.0x0.0x1:PORT/", "http://0x7F.1:PORT/", "http://0177.0.0.1:PORT/",
            "http://0177.0000.0000.0001:PORT/", "http://017700000001:PORT/", "http://127.0.0.01:PORT/", "http://127.000.000.001:PORT/",
            "http://0127.0.0.1:PORT/", "http://127.0.0.1%00:PORT/", "http://127.0.0.1%2f:PORT/", "http://127%2e0%2e0%2e1:PORT/",
            "http://127.0.0.2:PORT/", "http://127.255.255.254:PORT/", "http://0.0.0.0:PORT/", "http://0:PORT/", "http://0.0.0.1:PORT/",
            "http://[::1]:PORT/", "http://[0:0:0:0:0:0:0:1]:PORT/", "http://[0000:0000:0000:0000:0000:0000:0000:0001]:PORT/",
            "http://[::]:PORT/", "http://[::ffff:127.0.0.1]:PORT/", "http://[::ffff:7f00:1]:PORT/",
            "http://[0:0:0:0:0:ffff:7f00:0001]:PORT/", "http://[::127.0.0.1]:PORT/", "http://[::7f00:1]:PORT/",
            "http://[64:ff9b::7f00:1]:PORT/", "http://[64:ff9b::127.0.0.1]:PORT/", "http://[64:ff9b:1::7f00:1]:PORT/",
            "http://[2002:7f00:1::]:PORT/", "http://[2001:0:7f00:1::]:PORT/", "http://[fe80::1]:PORT/", "http://[fe80::1%25lo]:PORT/",
            "http://[fe80::1%lo]:PORT/", "http://[::1%25lo]:PORT/", "http://[fc00::1]:PORT/", "http://[fd00:ec2::254]:PORT/",
            "http://[ff02::1]:PORT/", "http://[2001:db8::1]:PORT/", "http://[3fff::1]:PORT/", "http://[100::1]:PORT/",
            "http://①②⑦.⓪.⓪.①:PORT/", "http://１２７.０.０.１:PORT/", "http://127。0。0。1:PORT/", "http://ⓛocalhost:PORT/",
            "http://loc\u00ADalhost:PORT/", "http://www.example.vn@127.0.0.1:PORT/", "http://www.example.vn:x@127.0.0.1:PORT/",
            "http://127.0.0.1:PORT\\@www.example.vn/", "http://www.example.vn\\@127.0.0.1:PORT/", "http://127.0.0.1:PORT#@www.example.vn/",
            "http://www.example.vn#@127.0.0.1:PORT/", "http:127.0.0.1:PORT/", "http:/127.0.0.1:PORT/", "http:///127.0.0.1:PORT/",
            "http:\\\\127.0.0.1:PORT/", "//127.0.0.1:PORT/", "gopher://127.0.0.1:PORT/", "file:///etc/passwd", "jar:http://127.0.0.1:PORT/!/",
            "http://127.0.0.1:PORT@/", "http://[::1]@127.0.0.1:PORT/", "http://127.0.0.1 :PORT/", "http://127.0.0.1\t:PORT/",
            "http://10.0.0.1:PORT/", "http://172.16.0.1:PORT/", "http://172.31.255.255:PORT/", "http://192.168.1.1:PORT/",
            "http://169.254.169.254/latest/meta-data/", "http://100.64.0.1:PORT/", "http://100.100.100.200:PORT/",
            "http://192.0.0.192:PORT/", "http://168.63.129.16:PORT/", "http://198.18.0.1:PORT/", "http://224.0.0.1:PORT/",
            "http://255.255.255.255:PORT/", "http://240.0.0.1:PORT/", "http://192.0.2.1:PORT/", "http://203.0.113.1:PORT/",
            "http://inward.example:PORT/", "http://mapped.example:PORT/", "http://mixed.example:PORT/", "http://sixth.example:PORT/");

    private static Vertx vertx;
    private static NameServer names;

    @BeforeAll
    static void begin() throws IOException {
        vertx = Vertx.vertx();
        names = new NameServer().with("inward.example", "127.0.0.1").with("mapped.example", "0:0:0:0:0:0:0:1")
                .with("mixed.example", "93.184.216.34 127.0.0.1").with("sixth.example", "93.184.216.34 0:0:0:0:0:0:0:1");
    }

    @AfterAll
    static void end() {
        names.close();
        vertx.close();
    }

    /** Longer than anything takes that ends, on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static ReceiverClient client(Network... allowed) {
        return client(PATIENCE, names, allowed);
    }

    private static ReceiverClient client(Duration timeout, NameServer asked, Network... allowed) {
        return new ReceiverClient(vertx, new AddressRules(List.of(allowed)), asked.client(), true, timeout, Clock.systemUTC());
    }

    private static Answer send(ReceiverClient client, String url) {
        try {
            return client.send(ReceiverUrl.parse(url), Map.of("webhook-id", "msg", "webhook-timestamp", "1", "webhook-signature", "v1,x"),
                    "{}".getBytes(StandardCharsets.UTF_8)).toCompletableFuture().get(40, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(url, e);
        }
    }

    /** Counts connections to this machine, by each of its own addresses. */
    private static final class Trap implements AutoCloseable {

        /** Of both protocols, at all addresses. */
        private final ServerSocket socket = new ServerSocket(0, 50, null);
        private final AtomicInteger connections = new AtomicInteger();
        private final Thread accepting = new Thread(this::accept);

        Trap() throws IOException {
            accepting.setDaemon(true);
            accepting.start();
        }

        private void accept() {
            while (!socket.isClosed()) {
                try {
                    socket.accept().close();
                    connections.incrementAndGet();
                } catch (IOException e) {
                    // The test is over.
                }
            }
        }

        int port() {
            return socket.getLocalPort();
        }

        /** The system takes connections as long as a thread waits for one. */
        @Override
        public void close() throws IOException {
            socket.close();
            try {
                accepting.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void no_forged_address_is_connected_to() throws IOException {
        assertTrue(FORGED.size() >= 60, FORGED.size() + " forms");
        List<String> sent = new ArrayList<>();
        try (Trap trap = new Trap(); ReceiverClient client = client()) {
            for (String form : FORGED) {
                String url = form.replace("PORT", String.valueOf(trap.port()));
                try {
                    Answer answer = send(client, url);
                    sent.add(form);
                    assertEquals(Failure.ADDRESS_REFUSED, answer.failure(), form);
                } catch (IllegalArgumentException refused) {
                    assertNotNull(refused.getMessage(), form);
                }
            }
            assertEquals(0, trap.connections.get());
            // The trap works.
            try (ReceiverClient allowed = client(Network.of("127.0.0.0/8"))) {
                assertEquals(Failure.CONNECTION_LOST, send(allowed, "http://127.0.0.1:" + trap.port() + "/").failure());
                assertEquals(1, trap.connections.get());
            }
        }
        assertTrue(sent.contains("http://inward.example:PORT/") && sent.contains("http://[::1]:PORT/"), sent.toString());
    }

    @Test
    void a_name_is_resolved_once_and_its_address_is_the_one_that_was_checked() throws IOException {
        try (Receiver good = Receiver.answering(200); NameServer turning = new NameServer().with("turning.example", "127.0.0.1", "127.0.0.2");
                Trap trap = new Trap();
                ReceiverClient client = client(PATIENCE, turning, Network.of("127.0.0.1"))) {
            String port = good.url().replaceAll(".*:(\\d+)/.*", "$1");
            assertEquals(200, send(client, "http://turning.example:" + port + "/").status());
            assertEquals(1, turning.asked("turning.example"));
            assertEquals(Failure.ADDRESS_REFUSED, send(client, "http://turning.example:" + trap.port() + "/").failure());
            assertEquals(0, trap.connections.get());
            assertEquals(2, turning.asked("turning.example"));
        }
    }

    @Test
    void of_several_addresses_the_next_is_tried_when_one_cannot_be_reached() throws IOException {
        try (Receiver good = Receiver.answering(200); NameServer two = new NameServer().with("two.example", "127.0.0.9 127.0.0.1");
                ReceiverClient client = client(PATIENCE, two, Network.of("127.0.0.0/8"))) {
            assertEquals(200, send(client, good.url().replace("127.0.0.1", "two.example")).status());
        }
    }

    @Test
    void what_is_wrong_with_a_receiver_is_told() throws IOException {
        try (ReceiverClient client = client(Network.of("127.0.0.0/8")); Trap trap = new Trap();
                Receiver endless = Receiver.that((exchange, number) -> {
                    exchange.sendResponseHeaders(200, 0);
                    byte[] part = new byte[8192];
                    for (int n = 0; n < 1_000_000; n++) {
                        exchange.getResponseBody().write(part);
                    }
                });
                Receiver slow = Receiver.that((exchange, number) -> {
                    exchange.sendResponseHeaders(200, 10);
                    exchange.getResponseBody().flush();
                    sleep();
                })) {
            assertEquals(Failure.NAME_NOT_FOUND, send(client, "http://nobody.example:" + trap.port() + "/").failure());
            assertEquals(200, send(client, endless.url()).status());
            try (ReceiverClient impatient = client(Duration.ofSeconds(1), names, Network.of("127.0.0.0/8"))) {
                assertEquals(Failure.TIMEOUT, send(impatient, slow.url()).failure());
            }
            int closed = trap.port();
            trap.close();
            assertEquals(Failure.NOT_CONNECTED, send(client, "http://127.0.0.1:" + closed + "/").failure());
        }
    }

    @Test
    void a_certificate_that_no_authority_has_signed_is_not_trusted() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().setSsl(true).setKeyCertOptions(new PemKeyCertOptions()
                .setKeyPath("certificates/receiver.key").setCertPath("certificates/receiver.pem"))).requestHandler(request -> {
                    requests.incrementAndGet();
                    request.response().end();
                });
        int port = server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get().actualPort();
        try (ReceiverClient client = client(Network.of("127.0.0.0/8"))) {
            assertEquals(Failure.TLS, send(client, "https://127.0.0.1:" + port + "/").failure());
            assertEquals(0, requests.get());
        } finally {
            server.close();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(4000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void no_proxy_of_the_machine_is_used() throws IOException {
        try (Trap proxy = new Trap(); Receiver good = Receiver.answering(200); ReceiverClient client = client(Network.of("127.0.0.0/8"))) {
            System.setProperty("http.proxyHost", InetAddress.getLoopbackAddress().getHostAddress());
            System.setProperty("http.proxyPort", String.valueOf(proxy.port()));
            System.setProperty("http.nonProxyHosts", "");
            try {
                assertEquals(200, send(client, good.url()).status());
                assertEquals(0, proxy.connections.get());
            } finally {
                List.of("http.proxyHost", "http.proxyPort", "http.nonProxyHosts").forEach(System::clearProperty);
            }
        }
    }

    @Test
    void without_tls_nothing_is_sent_unless_a_setting_allows_it() throws IOException {
        try (Receiver good = Receiver.answering(200); ReceiverClient client = new ReceiverClient(vertx,
                new AddressRules(List.of(Network.of("127.0.0.0/8"))), names.client(), false, PATIENCE, Clock.systemUTC())) {
            assertEquals(Failure.ADDRESS_REFUSED, send(client, good.url()).failure());
            assertEquals(List.of(), good.received());
        }
    }
}
