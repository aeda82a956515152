package vn.loa.changes.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.changes.webhook.Receiver.Received;
import vn.loa.support.Application;
import vn.loa.support.TestDatabase;

/**
 * Two instances on one database, of which one after the other is killed while it delivers: each change is told, in order, and a
 * message that comes again comes right behind itself. {@code -Dkills=20} for more rounds.
 */
class WebhookCrashIT {

    private static final int KILLS = Integer.getInteger("kills", 1);
    private static final int CHANGES = 30;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path data;

    private final List<Application> instances = new ArrayList<>();
    private int published;

    @Test
    void a_kill_loses_no_message_and_changes_no_order() throws Exception {
        Random random = new Random(1);
        try (EmbeddedPostgres postgres = TestDatabase.start("webhook-crash");
                Receiver receiver = Receiver.that((exchange, number) -> {
                    pause(random.nextInt(40));
                    exchange.sendResponseHeaders(random.nextInt(40) == 0 ? 500 : 200, -1);
                });
                Receiver steady = Receiver.answering(200)) {
            instances.add(start(postgres));
            instances.add(start(postgres));
            make(receiver.url());
            make(steady.url());
            for (int kill = 0; kill < KILLS; kill++) {
                publish(instances.get(kill % 2));
                instances.get(kill % 2).kill();
                publish(instances.get((kill + 1) % 2));
                instances.get(kill % 2).close();
                instances.set(kill % 2, start(postgres));
            }
            assertTold(receiver);
            assertTold(steady);
        } finally {
            for (Application instance : instances) {
                instance.close();
            }
        }
    }

    private Application start(EmbeddedPostgres postgres) throws IOException, InterruptedException {
        return Application.start(data.resolve(String.valueOf(instances.size())), Map.of("loa.admin-key", TestDatabase.ADMIN_KEY,
                "quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", "postgres"), "quarkus.datasource.username", "postgres",
                "loa.webhook.encryption-key", "dGhlIGtleSBvZiB0aGUgdGVzdHMsIDMyIGJ5dGVzISE=", "loa.webhook.allow-http", "true",
                "loa.webhook.allowed-networks", "127.0.0.1", "loa.webhook.timeout", "1S"));
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void make(String url) throws Exception {
        assertEquals(201, post(instances.get(0), "/api/v1/webhooks", Map.of("name", "Trang", "url", url)).statusCode());
    }

    private void publish(Application loa) throws Exception {
        for (int n = 0; n < CHANGES; n++) {
            JsonNode made = JSON.readTree(post(loa, "/api/v1/articles", Map.of("title", "Tin", "slug", "tin-" + published)).body());
            assertEquals(200, post(loa, "/api/v1/articles/" + made.path("id").asText() + "/publish", Map.of()).statusCode());
            published++;
        }
    }

    private static HttpResponse<String> post(Application loa, String path, Map<String, ?> body) throws Exception {
        return loa.post(path, JSON.valueToTree(body).toString().getBytes(StandardCharsets.UTF_8), "Authorization",
                "Bearer " + TestDatabase.ADMIN_KEY, "Content-Type", "application/json");
    }

    private void assertTold(Receiver receiver) {
        String last = "tin-" + (published - 1);
        Receiver.until(() -> receiver.received().stream().anyMatch(each -> each.slug().equals(last)), "the last change");
        List<String> told = receiver.received().stream().map(Received::slug).toList();
        // A message may come again, but only right behind itself.
        assertEquals(IntStream.range(0, published).mapToObj(n -> "tin-" + n).toList(), IntStream.range(0, told.size())
                .filter(n -> n == 0 || !told.get(n).equals(told.get(n - 1))).mapToObj(told::get).toList());
        assertEquals(published, receiver.received().stream().map(Received::id).distinct().count());
    }
}
