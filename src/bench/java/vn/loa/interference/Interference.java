package vn.loa.interference;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What users of a running Loa do to each other; started by {@code src/bench/long-publish.sh}. Ends with 1 when a bound is
 * not held.
 *
 * <pre>
 * publish SITE KEY SECTIONS   while a directive of so many sections is published: hits, and publishes of other articles
 * seen    SITE KEY OTHER      how soon a publish at one instance is read at another one
 * </pre>
 */
public final class Interference {

    private static final int VISITORS = 8;
    private static final int SEEN_TIMES = 20;
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String site;
    private final String key;

    private Interference(String site, String key) {
        this.site = site;
        this.key = key;
    }

    public static void main(String[] arguments) throws Exception {
        Interference run = new Interference(arguments[1], arguments[2]);
        boolean held = arguments[0].equals("publish")
                ? run.longPublish(Integer.parseInt(arguments[3])) : run.seenElsewhere(arguments[3]);
        System.exit(held ? 0 : 1);
    }

    private HttpResponse<String> send(String method, String uri, String type, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri)).timeout(Duration.ofMinutes(4))
                .header("Content-Type", type)
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String edit(String method, String path, String type, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(method, site + "/api/v1/articles" + path, type, body,
                "Authorization", "Bearer " + key, "If-Match", "*");
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private String created(String content) throws IOException, InterruptedException {
        Matcher id = ID.matcher(edit("POST", "", "application/json", content));
        id.find();
        return id.group(1);
    }

    private void publish(String id) throws IOException, InterruptedException {
        edit("POST", "/" + id + "/publish", "application/json", "{}");
    }

    private static String news(String title) {
        return "{\"title\": \"" + title + "\", \"body\": \"<p>Nội dung của " + title + ".</p>\"}";
    }

    private static String directive(int sections) {
        String text = "Các cơ quan, đơn vị, địa phương tổ chức thực hiện nghiêm túc nhiệm vụ được giao, báo cáo kết quả theo quy định. "
                .repeat(2).strip();
        return "{\"title\": \"Văn bản dài\", \"body\": \"<p>Ban hành.</p>\", \"directive\": {\"type\": \"Chỉ thị\", \"number\": \"99-CT/TU\"}, \"sections\": ["
                + IntStream.rangeClosed(1, sections).mapToObj(n -> "{\"number\": \"" + n + "\", \"heading\": \"Mục " + n
                        + "\", \"paragraphs\": [{\"text\": \"" + text + "\"}]}").collect(Collectors.joining(",")) + "]}";
    }

    private boolean longPublish(int sections) throws Exception {
        List<String> read = new ArrayList<>();
        for (int n = 0; n < 100; n++) {
            read.add(created(news("Tin " + n)));
            publish(read.get(n));
        }
        List<String> drafts = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            drafts.add(created(news("Bản " + n)));
        }
        String slow = created(directive(sections));
        ExecutorService people = Executors.newCachedThreadPool();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger refused = new AtomicInteger();
        Queue<Long> hits = new ConcurrentLinkedQueue<>();
        for (int visitor = 0; visitor < VISITORS; visitor++) {
            int first = visitor;
            people.submit(() -> {
                for (int n = first; !over.get(); n += VISITORS) {
                    hit(read.get(n % read.size()), n, hits, refused);
                    Thread.sleep(20);
                }
                return null;
            });
        }
        Thread.sleep(2000);
        hits.clear();
        long begun = System.nanoTime();
        Future<Long> publishing = people.submit(() -> {
            publish(slow);
            return System.nanoTime() - begun;
        });
        List<Long> publishes = new ArrayList<>();
        for (int n = 0; n < drafts.size() && !publishing.isDone(); n++) {
            long asked = System.nanoTime();
            publish(drafts.get(n));
            publishes.add(System.nanoTime() - asked);
            Thread.sleep(200);
        }
        long took = publishing.get();
        over.set(true);
        people.shutdown();
        System.out.printf("publishing %d sections took %d ms%n", sections, took / 1_000_000);
        boolean held = say("hits meanwhile", List.copyOf(hits), 250, 99) & refused.get() == 0;
        System.out.println("hits refused: " + refused.get());
        return held & say("publishes of other articles", publishes, 500, 100);
    }

    private void hit(String article, int visitor, Queue<Long> took, AtomicInteger refused) throws Exception {
        long asked = System.nanoTime();
        int status = send("POST", site + "/api/v1/hits", "application/json", "{\"articleId\": \"" + article + "\"}",
                "User-Agent", "Firefox " + visitor).statusCode();
        took.add(System.nanoTime() - asked);
        if (status != 204) {
            refused.incrementAndGet();
        }
    }

    private boolean seenElsewhere(String other) throws Exception {
        String id = created(news("Bản 0"));
        publish(id);
        String path = "/api/v1/articles/" + id;
        Thread.sleep(2000);
        List<Long> seen = new ArrayList<>();
        for (int n = 1; n <= SEEN_TIMES; n++) {
            // Kept there.
            for (int time = 0; time < 3; time++) {
                send("GET", other + path, "application/json", null);
            }
            edit("PATCH", "/" + id + "/draft", "application/merge-patch+json", "{\"title\": \"Bản " + n + "\"}");
            publish(id);
            long published = System.nanoTime();
            while (!send("GET", other + path, "application/json", null).body().contains("\"Bản " + n + "\"")) {
                Thread.sleep(5);
            }
            seen.add(System.nanoTime() - published);
            Thread.sleep(300 + 37 * n % 200);
        }
        return say("a publish is seen by the other instance after", seen, 1000, 100);
    }

    private static boolean say(String what, List<Long> nanos, long boundMillis, int percent) {
        List<Long> millis = nanos.stream().map(value -> value / 1_000_000).sorted().toList();
        long measured = millis.get(Math.min(millis.size() - 1, millis.size() * percent / 100));
        System.out.printf("%s: %d, median %d ms, p99 %d ms, max %d ms (%s %d ms): %s%n", what, millis.size(),
                millis.get(millis.size() / 2), millis.get(Math.min(millis.size() - 1, millis.size() * 99 / 100)),
                millis.get(millis.size() - 1), percent == 100 ? "at most" : "p99 at most", boundMillis,
                measured <= boundMillis ? "ok" : "TOO LONG");
        return measured <= boundMillis;
    }
}
