package vn.loa.interference;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import vn.loa.interference.Calls.Call;
import vn.loa.support.ContractCheck;
import vn.loa.support.TestDatabase;

/**
 * Others who use the site while a test does something to it: readers, visitors and a publisher, each calling again and
 * again over HTTP from a thread of its own. A test checks afterwards which answers they got, and how fast:
 *
 * <pre>
 * try (Bystanders others = Bystanders.at(port)) {
 *     others.during(() -> publish(aLongOne)).assertServed(Duration.ofSeconds(2));
 * }
 * </pre>
 *
 * Bounds should be generous: other builds may use the same two cores.
 */
public final class Bystanders implements AutoCloseable {

    /** How long a bystander waits for an answer. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);
    /** About 100 calls a second in all: enough to interfere, too few to keep a machine busy. */
    private static final Duration PAUSE = Duration.ofMillis(40);
    private static final int VISITORS = 50;
    private static final int CONFLICT = 409;

    /** The kinds of calls. */
    public enum Kind {
        /** Reads an article; the answer may be cached. */
        READ,
        /** Reads an article with {@code Cache-Control: no-cache}. */
        READ_ANEW,
        /** Reads the newest articles with {@code Cache-Control: no-cache}. */
        LIST_ANEW,
        /** Counts a view of the article that is read. */
        HIT,
        /** Saves the draft of another article. */
        SAVE,
        /** Publishes that. */
        PUBLISH;

        /** The calls that write. */
        public static final Kind[] WRITES = {HIT, SAVE, PUBLISH};
        /** The calls that only read. */
        public static final Kind[] READS = {READ, READ_ANEW, LIST_ANEW};
    }

    private final String site;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ContractCheck contract = new ContractCheck();
    /** One answer of each kind and status is held against the contract in full: that takes some milliseconds. */
    private final Map<String, Boolean> checked = new ConcurrentHashMap<>();
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean done;

    private Bystanders(int port) {
        this.site = "http://localhost:" + port;
    }

    /** Publishes an article to be read and another one to be published anew, and begins. */
    public static Bystanders at(int port) {
        Bystanders others = new Bystanders(port);
        String read = others.published("Bài của người đọc");
        String edited = others.published("Bài của người khác");
        others.repeat(n -> others.call(Kind.READ, get("/api/v1/articles/" + read)));
        others.repeat(n -> others.call(Kind.READ_ANEW, get("/api/v1/articles/" + read, "Cache-Control", "no-cache")));
        others.repeat(n -> others.call(Kind.LIST_ANEW, get("/api/v1/articles", "Cache-Control", "no-cache")));
        others.repeat(n -> others.call(Kind.HIT, new Request("POST", "/api/v1/hits", "{\"articleId\": \"" + read + "\"}",
                "Content-Type", "application/json", "User-Agent", "Firefox " + n % VISITORS)));
        others.repeat(n -> {
            Call save = others.call(Kind.SAVE, editing("PATCH", "/api/v1/articles/" + edited + "/draft",
                    "application/merge-patch+json", "{\"title\": \"Bản " + n + "\"}"));
            return others.call(Kind.PUBLISH, editing("POST", "/api/v1/articles/" + edited + "/publish",
                    "application/json", "{}"), save.isGood() ? 0 : CONFLICT);
        });
        return others;
    }

    private record Request(String method, String path, String body, String... headers) {
    }

    private static Request get(String path, String... headers) {
        return new Request("GET", path, null, headers);
    }

    private static Request editing(String method, String path, String type, String body) {
        return new Request(method, path, body, "Authorization", "Bearer " + TestDatabase.ADMIN_KEY, "Content-Type", type,
                "If-Match", "*");
    }

    /** The calls that were under way during an action, however it ends. */
    public Calls during(Action action) throws Exception {
        long begun = System.nanoTime();
        action.run();
        long ended = System.nanoTime();
        // Those that began before the end have their answer by then, or none.
        await(PATIENCE.plusSeconds(5), () -> everyKindCalledSince(ended, false));
        return new Calls(calls.stream().filter(call -> call.begun() - ended < 0
                && call.begun() + call.took().toNanos() - begun > 0).toList());
    }

    /** The action of a test during which the bystanders call. */
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    /** Waits until every kind of call that was begun from now on is answered with 2xx. */
    public Duration awaitAllGood(Duration bound) throws InterruptedException {
        long from = System.nanoTime();
        if (!await(bound, () -> everyKindCalledSince(from, true))) {
            throw new AssertionError("not all good within " + bound + "; since then\n"
                    + new Calls(calls.stream().filter(call -> call.begun() - from >= 0).toList()));
        }
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private boolean everyKindCalledSince(long moment, boolean well) {
        List<Kind> kinds = calls.stream().filter(call -> call.begun() - moment >= 0 && (!well || call.isGood()))
                .map(Call::kind).distinct().toList();
        return kinds.size() == Kind.values().length;
    }

    private static boolean await(Duration bound, java.util.function.BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + bound.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }

    private void repeat(IntFunction<Call> call) {
        threads.execute(() -> {
            try {
                for (int n = 0; !done; n++) {
                    call.apply(n);
                    Thread.sleep(PAUSE.toMillis());
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private Call call(Kind kind, Request request) {
        return call(kind, request, 0);
    }

    /** @param expected a status that says nothing about the site: nothing to publish where nothing was saved */
    private Call call(Kind kind, Request request, int expected) {
        long begun = System.nanoTime();
        int status = Calls.NO_ANSWER;
        String problem = null;
        try {
            HttpResponse<String> answer = send(request);
            status = answer.statusCode();
            problem = problemOf(kind, request, answer);
        } catch (IOException e) {
            problem = done ? null : e.toString();
        }
        Call call = new Call(kind, begun, Duration.ofNanos(System.nanoTime() - begun), status, problem);
        if (!done && (status != expected || status == Calls.NO_ANSWER)) {
            calls.add(call);
        }
        return call;
    }

    private String problemOf(Kind kind, Request request, HttpResponse<String> answer) {
        if (answer.statusCode() == 503 && answer.headers().firstValue("Retry-After").isEmpty()) {
            return "503 without Retry-After";
        }
        if (checked.putIfAbsent(kind + " " + answer.statusCode(), true) == null) {
            try {
                contract.check(new ContractCheck.Answer(request.method(), request.path(), null, answer.statusCode(),
                        header -> answer.headers().firstValue(header).orElse(null), answer.body()));
            } catch (AssertionError e) {
                return e.getMessage();
            }
        }
        return null;
    }

    private HttpResponse<String> send(Request request) throws IOException {
        HttpRequest.Builder sent = HttpRequest.newBuilder(URI.create(site + request.path())).timeout(PATIENCE)
                .method(request.method(), request.body() == null ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(request.body()));
        if (request.headers().length > 0) {
            sent.headers(request.headers());
        }
        try {
            return http.send(sent.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private String published(String title) {
        try {
            HttpResponse<String> created = send(editing("POST", "/api/v1/articles", "application/json",
                    "{\"title\": \"" + title + "\", \"body\": \"<p>Nội dung.</p>\"}"));
            String id = new ObjectMapper().readTree(created.body()).path("id").asText();
            HttpResponse<String> published = send(editing("POST", "/api/v1/articles/" + id + "/publish",
                    "application/json", "{}"));
            if (published.statusCode() != 200) {
                throw new IllegalStateException("the site is not well to begin with: " + published.body());
            }
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything since the beginning. */
    public Calls calls() {
        return new Calls(List.copyOf(calls));
    }

    /** Stops them. */
    @Override
    public void close() throws InterruptedException {
        done = true;
        threads.shutdownNow();
        threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
