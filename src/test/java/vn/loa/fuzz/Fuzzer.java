package vn.loa.fuzz;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.support.OpenApiContract;

/**
 * Sends the generator's requests one after the other over one connection, and notes every answer that breaks a rule:
 * those of {@link AnswerCheck}, that a refused request changes nothing, and that a draft can be sent back as it was read.
 */
final class Fuzzer implements AutoCloseable {

    /** The most faults of one kind that are reported. */
    private static final int MOST_OF_A_KIND = 2;
    private static final int MOST_KINDS = 60;
    /** One of so many writing requests is compared with the state before it. */
    private static final int SAMPLE = 12;
    private static final List<String> LISTS = List.of("/api/v1/drafts", "/api/v1/keys", "/api/v1/media", "/api/v1/schedules");

    private static final Pattern ARTICLE = Pattern.compile("^/api/v1/articles/[0-9a-f-]{36}");

    private final RawConnection connection;
    private final OpenApiContract contract = OpenApiContract.load();
    private final AnswerCheck check = new AnswerCheck();
    private final Known known = new Known();
    private final RequestGenerator generator;
    private final String admin;
    private final long seed;
    /** Requests that may have left the connection unusable. */
    private FuzzRequest last;
    private final Map<String, Integer> kinds = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Set<String> succeeded = new TreeSet<>();

    /** @param keys that callers show, an admin's first */
    Fuzzer(URI server, List<String> keys, long seed) {
        this.connection = new RawConnection(server);
        this.admin = keys.get(0);
        this.seed = seed;
        this.generator = new RequestGenerator(contract, known, keys, seed);
    }

    void run(int requests) {
        for (int index = 0; index < requests; index++) {
            FuzzRequest request = generator.request(index);
            boolean sampled = request.writes() && index % SAMPLE == 0;
            String before = sampled ? state(request) : null;
            FuzzAnswer answer = send(index, request);
            if (answer == null) {
                continue;
            }
            known.learn(request, answer);
            statuses.merge(answer.status(), 1, Integer::sum);
            if (answer.isSuccess() && request.method().equalsIgnoreCase(request.operation().method())) {
                succeeded.add(request.operation().definition().path("operationId").asText());
            }
            if (sampled && !answer.isSuccess() && !before.equals(state(request))) {
                note(index, request, "was refused (" + answer.status() + ") and changed something");
            }
            if (answer.isSuccess() && isSaved(request) && index % 2 == 0) {
                sendBack(index, request, answer);
            }
        }
    }

    /** Null when none came. */
    private FuzzAnswer send(int index, FuzzRequest request) {
        FuzzRequest before = last;
        last = request;
        try {
            FuzzAnswer answer = connection.send(request);
            check.fault(request, answer).ifPresent(fault ->
                    note(index, request, fault + "\n    " + answer.status() + " " + answer.text().lines().limit(3).toList()));
            return answer;
        } catch (IOException | RuntimeException e) {
            note(index, request, "got no answer: " + e + "\n    after " + (before == null ? "nothing" : before.curl()));
            return null;
        }
    }

    private boolean isSaved(FuzzRequest request) {
        return request.writes() && (request.path().endsWith("/draft") && !request.method().equals("DELETE")
                || request.path().equals("/api/v1/articles") || request.path().equals("/api/v1/imports"));
    }

    /** Every draft that is read can be saved again as it is. */
    private void sendBack(int index, FuzzRequest request, FuzzAnswer answer) {
        String id = answer.json().path("article").path("id").asText(answer.json().path("id").asText());
        if (id.isEmpty() || answer.json().path("dryRun").asBoolean() || answer.status() == 200 && request.path().endsWith("/imports")) {
            return;
        }
        String draft = "/api/v1/articles/" + id + "/draft";
        FuzzAnswer read = quietly("GET", draft, null);
        FuzzAnswer saved = quietly("PUT", draft, read.body(), "If-Match", "*", "Content-Type", "application/json");
        if (saved.status() != 200 && saved.status() != 409) {
            note(index, request, "made a draft that cannot be sent back as it was read: " + saved.status() + " " + saved.text());
        }
    }

    /** The state that a refused request could have changed: the draft that it names, and the number of items of each list. */
    private String state(FuzzRequest request) {
        StringBuilder state = new StringBuilder();
        for (String list : LISTS) {
            state.append(quietly("GET", list + "?size=1", null).json().path("page").path("totalItems").asText()).append(' ');
        }
        Matcher article = ARTICLE.matcher(request.path());
        if (article.find()) {
            FuzzAnswer draft = quietly("GET", article.group() + "/draft", null);
            state.append(draft.status()).append(draft.isSuccess() ? draft.text() : "");
        }
        return state.toString();
    }

    private FuzzAnswer quietly(String method, String target, byte[] body, String... headers) {
        List<Map.Entry<String, String>> all = new ArrayList<>(List.of(Map.entry("Authorization", "Bearer " + admin)));
        for (int i = 0; i < headers.length; i += 2) {
            all.add(Map.entry(headers[i], headers[i + 1]));
        }
        try {
            return connection.send(new FuzzRequest(null, method, target, all, body, false));
        } catch (IOException e) {
            return new FuzzAnswer(0, Map.of(), String.valueOf(e).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Reports only a few faults of one kind: faults of the same operation whose texts differ only in numbers and names. */
    private void note(int index, FuzzRequest request, String fault) {
        String kind = request.operation() + " " + fault.lines().findFirst().orElse("").replaceAll("/api/v1/\\S+|[0-9a-f-]{36}", "…")
                .replaceAll("'.*?'|\\d{4,}", "…");
        if (kinds.merge(kind, 1, Integer::sum) <= MOST_OF_A_KIND && kinds.size() <= MOST_KINDS) {
            faults.add("seed " + seed + ", request " + index + " (" + request.operation() + ") " + fault + "\n    " + request.curl());
        }
    }

    Optional<String> faults() {
        int all = kinds.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? Optional.empty()
                : Optional.of(all + " faults of " + kinds.size() + " kinds\n" + String.join("\n", faults));
    }

    /** How many answers of each status came. */
    Map<Integer, Integer> statuses() {
        return statuses;
    }

    /** The operations that never answered with a success. */
    List<String> withoutSuccess() {
        return contract.operations().map(operation -> operation.definition().path("operationId").asText())
                .filter(id -> !succeeded.contains(id)).toList();
    }

    int operations() {
        return (int) contract.operations().count();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
