package vn.loa.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import vn.loa.settings.CannotStartException;

/**
 * Import jobs over HTTP. A request whose connection breaks, and one that Loa could not answer for the moment, is sent again
 * until it has failed for {@link #PATIENCE}: each of them may be sent twice.
 */
final class ImportApi {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final Set<Integer> AGAIN = Set.of(408, 425, 429, 500, 502, 503, 504);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10)).build();
    private final String jobs;
    private final String me;
    private final String key;

    ImportApi(URI api, String key) {
        String base = api.toString().replaceFirst("/+$", "");
        this.jobs = base + "/import-jobs";
        this.me = base + "/me";
        this.key = key;
    }

    URI addressOf(String job) {
        return URI.create(jobs + "/" + job);
    }

    JsonNode create(Map<String, String> options) {
        String query = options.entrySet().stream().map(option -> option.getKey() + "="
                + URLEncoder.encode(option.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        // With the key, a second request makes no second job.
        return json(send(HttpRequest.newBuilder(URI.create(jobs + "?" + query)).header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.noBody())));
    }

    /** Those of the newest jobs that wait for parts and were made with the same key, in their order. */
    List<JsonNode> receiving() {
        JsonNode caller = json(send(HttpRequest.newBuilder(URI.create(me)).GET()));
        String maker = caller.path("kind").asText() + ":" + caller.path("name").asText();
        JsonNode newest = json(send(HttpRequest.newBuilder(URI.create(jobs + "?size=100")).GET()));
        return StreamSupport.stream(newest.path("items").spliterator(), false)
                .filter(job -> job.path("state").asText().equals("receiving") && job.path("createdBy").asText().equals(maker)).toList();
    }

    /** The digests of the parts of a job that are there, in hexadecimal figures, by number. */
    Map<Integer, String> parts(String job) {
        Map<Integer, String> parts = new HashMap<>();
        json(send(HttpRequest.newBuilder(URI.create(jobs + "/" + job + "/parts")).GET())).path("parts")
                .forEach(part -> parts.put(part.path("number").asInt(), part.path("sha256").asText()));
        return parts;
    }

    /**
     * @param number from 1
     * @param digest of its bytes by SHA-256
     */
    void put(String job, int number, byte[] bytes, int length, byte[] digest) {
        BodyPublisher body = BodyPublishers.ofByteArray(bytes, 0, length);
        send(HttpRequest.newBuilder(URI.create(jobs + "/" + job + "/parts/" + number)).header("Content-Type", "application/octet-stream")
                .header("Content-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":").PUT(body));
    }

    /** A job that a request started whose answer was lost is only looked at. */
    JsonNode start(String job) {
        HttpResponse<String> answer = answer(HttpRequest.newBuilder(URI.create(jobs + "/" + job + "/start")).POST(BodyPublishers.noBody()));
        JsonNode seen = answer.statusCode() == 409 ? get(job) : MissingNode.getInstance();
        return !seen.isMissingNode() && !seen.path("state").asText().equals("receiving") ? seen : json(checked(answer));
    }

    JsonNode get(String job) {
        return json(send(HttpRequest.newBuilder(addressOf(job)).GET()));
    }

    /** The lines of a part of the report. */
    String report(String job, String status, int size) {
        return send(HttpRequest.newBuilder(URI.create(jobs + "/" + job + "/report?status=" + status + "&size=" + size)).GET()).body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return checked(answer(request));
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        HttpRequest complete = request.header("Authorization", "Bearer " + key).timeout(TIMEOUT).build();
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (Duration pause = FIRST_PAUSE;; pause = min(pause.multipliedBy(2), LONGEST_PAUSE)) {
            String failure;
            try {
                HttpResponse<String> answer = http.send(complete, BodyHandlers.ofString());
                if (!AGAIN.contains(answer.statusCode()) || System.nanoTime() > until) {
                    return answer;
                }
                failure = "status " + answer.statusCode();
            } catch (IOException e) {
                failure = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CannotStartException("The command was interrupted.", e);
            }
            if (System.nanoTime() > until) {
                throw new CannotStartException("Loa at " + complete.uri() + " cannot be reached: " + failure);
            }
            sleep(pause);
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStartException("The command was interrupted.", e);
        }
    }

    /** @throws CannotStartException with what the problem says */
    private static HttpResponse<String> checked(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 == 2) {
            return answer;
        }
        throw new CannotStartException("Loa answered " + answer.statusCode() + ": " + ImportOutcome.sentence(json(answer)));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return parse(answer.body());
    }

    /** What is no JSON has no members. */
    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
