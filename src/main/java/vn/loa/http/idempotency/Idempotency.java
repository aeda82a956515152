package vn.loa.http.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.Fingerprint;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;

/**
 * {@code Idempotency-Key} on requests that create: a request that is sent again, because its response was lost, gets the
 * recorded response instead of creating twice. The response is recorded in the transaction that creates, so that neither is
 * there without the other.
 */
@Startup
@ApplicationScoped
public class Idempotency {

    public static final String HEADER = "Idempotency-Key";
    /** How long a response is recorded. */
    static final Duration RETENTION = Duration.ofHours(24);

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private static final NamedSql LOCK = NamedSql.of(
            "select pg_try_advisory_xact_lock(hashtextextended(:owner || encode(:key, 'hex'), 0)) as locked");
    private static final NamedSql FIND = NamedSql.of("select request_hash, answer from idempotent_answer "
            + "where owner = :owner and key_hash = :key and created_at > :since");
    private static final NamedSql STORE = SqlFile.read("http/idempotent-answer-stored");

    /** A response as it is stored. */
    record RecordedResponse(int status, Map<String, String> headers, JsonNode body) {
    }

    private final SqlReader rows;
    private final SqlWriter changes;
    private final SecurityIdentity caller;
    private final RoutingContext request;
    private final ObjectMapper json;
    private final Clock clock;

    Idempotency(SqlReader rows, SqlWriter changes, SecurityIdentity caller, RoutingContext request, ObjectMapper json,
            Clock clock) {
        this.rows = rows;
        this.changes = changes;
        this.caller = caller;
        this.request = request;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Does the work of the request, or repeats the response that the request got before. Joins the caller's transaction, which
     * must be the one in which {@code work} writes.
     *
     * @throws ProblemException 400 when the key has the wrong form, 409 while the same request is being carried out,
     *     422 when the key was used for another request
     */
    public <T> RestResponse<T> once(Supplier<RestResponse<T>> work) {
        String key = key();
        return key == null ? work.get() : once(key, requestHash(), work);
    }

    /**
     * Like {@link #once(Supplier)}, for a body that may be written in several ways.
     *
     * @param content gives equal bytes for bodies that ask for the same
     */
    public <T> RestResponse<T> once(Supplier<byte[]> content, Supplier<RestResponse<T>> work) {
        String key = key();
        return key == null ? work.get() : once(key, requestHash(content.get()), work);
    }

    /**
     * The response that the request got before. For work that is prepared outside a transaction, and is then done by
     * {@link #once}.
     *
     * @throws ProblemException 400 when the key has the wrong form, 422 when the key was used for another request
     */
    public <T> Optional<RestResponse<T>> recorded() {
        String key = key();
        if (key == null) {
            return Optional.empty();
        }
        byte[] recorded = find(caller.getPrincipal().getName(), EncryptedBytes.hash("name", key), requestHash());
        return Optional.ofNullable(recorded).map(response -> repeat(read(EncryptedBytes.decrypt(response, key))));
    }

    /** Null when the request has none. */
    private String key() {
        String key = request.request().getHeader(HEADER);
        if (key != null && (!KEY.matcher(key).matches() || request.request().headers().getAll(HEADER).size() > 1)) {
            throw Problem.of(ProblemType.BAD_REQUEST,
                    "The header Idempotency-Key must be 1 to 255 visible ASCII characters, once.").asException();
        }
        return key;
    }

    private <T> RestResponse<T> once(String key, byte[] requestHash, Supplier<RestResponse<T>> work) {
        String owner = caller.getPrincipal().getName();
        byte[] keyHash = EncryptedBytes.hash("name", key);
        lock(owner, keyHash);
        byte[] recorded = find(owner, keyHash, requestHash);
        if (recorded != null) {
            return repeat(read(EncryptedBytes.decrypt(recorded, key)));
        }
        RestResponse<T> response = work.get();
        store(owner, keyHash, requestHash, EncryptedBytes.encrypt(write(recorded(response)), key));
        return response;
    }

    /** Locks the key until the transaction ends. */
    private void lock(String owner, byte[] keyHash) {
        if (!rows.read(LOCK.with("owner", owner).with("key", keyHash), row -> row.get("locked", Boolean.class)).get(0)) {
            throw Problem.of(ProblemType.REQUEST_IN_PROGRESS,
                    "The first request with this Idempotency-Key is still being carried out. Send it again later.").asException();
        }
    }

    private byte[] requestHash() {
        return requestHash(request.body().buffer() == null ? new byte[0] : request.body().buffer().getBytes());
    }

    private byte[] requestHash(byte[] body) {
        return Fingerprint.of(request.request().method() + " " + request.request().uri() + "\n", body);
    }

    /** The encrypted response; null when there is none, or it is older than {@link #RETENTION}. */
    private byte[] find(String owner, byte[] keyHash, byte[] requestHash) {
        record Stored(byte[] requestHash, byte[] response) {
        }
        Optional<Stored> found = rows.read(
                FIND.with("owner", owner).with("key", keyHash).with("since", clock.instant().minus(RETENTION)),
                row -> new Stored(row.get("request_hash", byte[].class), row.get("answer", byte[].class))).stream().findFirst();
        if (found.isPresent() && !MessageDigest.isEqual(found.get().requestHash, requestHash)) {
            throw Problem.of(ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was sent with another request. Choose a new one.").asException();
        }
        return found.map(Stored::response).orElse(null);
    }

    private void store(String owner, byte[] keyHash, byte[] requestHash, byte[] response) {
        changes.update(STORE.with("owner", owner).with("key", keyHash).with("request", requestHash).with("response", response)
                .with("now", clock.instant()));
    }

    private RecordedResponse recorded(RestResponse<?> response) {
        Map<String, String> headers = new TreeMap<>();
        response.getHeaders().forEach((name, values) -> headers.put(name, String.valueOf(values.get(0))));
        return new RecordedResponse(response.getStatus(), headers, json.valueToTree(response.getEntity()));
    }

    /** The body is JSON already, so its declared type does not matter any more. */
    @SuppressWarnings("unchecked")
    private static <T> RestResponse<T> repeat(RecordedResponse recorded) {
        RestResponse.ResponseBuilder<Object> response = RestResponse.ResponseBuilder.create(recorded.status());
        recorded.headers().forEach(response::header);
        return (RestResponse<T>) response.entity(recorded.body()).build();
    }

    private byte[] write(RecordedResponse response) {
        try {
            return json.writeValueAsBytes(response);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RecordedResponse read(byte[] response) {
        try {
            return json.readValue(response, RecordedResponse.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Scheduled(every = "1h")
    @Transactional
    void deleteOldResponses() {
        changes.update(NamedSql.of("delete from idempotent_answer where created_at <= :before")
                .with("before", clock.instant().minus(RETENTION)));
    }
}
