package vn.loa.http.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/**
 * {@code Idempotency-Key} on requests that create: a request that is sent again, because its response was lost, gets the
 * recorded response instead of creating twice. The response is recorded in the transaction that creates, so that neither is
 * there without the other.
 */
@ApplicationScoped
public class Idempotency {

    public static final String HEADER = "Idempotency-Key";
    /** How long a response is recorded. */
    static final Duration RETENTION = Duration.ofHours(24);

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

    /** A response as it is stored. */
    record RecordedResponse(int status, Map<String, String> headers, JsonNode body) {
    }

    private final DataSource database;
    private final SecurityIdentity caller;
    private final RoutingContext request;
    private final ObjectMapper json;
    private final Clock clock;

    Idempotency(DataSource database, SecurityIdentity caller, RoutingContext request, ObjectMapper json, Clock clock) {
        this.database = database;
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
        String key = request.request().getHeader(HEADER);
        if (key == null) {
            return work.get();
        }
        if (!KEY.matcher(key).matches() || request.request().headers().getAll(HEADER).size() > 1) {
            throw Problem.of(ProblemType.BAD_REQUEST,
                    "The header Idempotency-Key must be 1 to 255 visible ASCII characters, once.").asException();
        }
        try (Connection connection = database.getConnection()) {
            return once(connection, key, work);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> RestResponse<T> once(Connection connection, String key, Supplier<RestResponse<T>> work)
            throws SQLException {
        String owner = caller.getPrincipal().getName();
        byte[] keyHash = EncryptedBytes.sha256("name", key);
        lock(connection, owner, keyHash);
        byte[] requestHash = requestHash();
        byte[] recorded = find(connection, owner, keyHash, requestHash);
        if (recorded != null) {
            return repeat(read(EncryptedBytes.decrypt(recorded, key)));
        }
        RestResponse<T> response = work.get();
        store(connection, owner, keyHash, requestHash, EncryptedBytes.encrypt(write(recorded(response)), key));
        return response;
    }

    /** Locks the key until the transaction ends. */
    private static void lock(Connection connection, String owner, byte[] keyHash) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(
                "select pg_try_advisory_xact_lock(hashtextextended(? || encode(?, 'hex'), 0))")) {
            lock.setString(1, owner);
            lock.setBytes(2, keyHash);
            ResultSet row = lock.executeQuery();
            row.next();
            if (!row.getBoolean(1)) {
                throw Problem.of(ProblemType.REQUEST_IN_PROGRESS, null).asException();
            }
        }
    }

    private byte[] requestHash() {
        byte[] body = request.body().buffer() == null ? new byte[0] : request.body().buffer().getBytes();
        return EncryptedBytes.sha256(request.request().method() + " " + request.request().uri() + "\n", body);
    }

    /** The encrypted response; null when there is none, or it is older than {@link #RETENTION}. */
    private byte[] find(Connection connection, String owner, byte[] keyHash, byte[] requestHash) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select request_hash, answer from idempotent_answer "
                + "where owner = ? and key_hash = ? and created_at > ?")) {
            select.setString(1, owner);
            select.setBytes(2, keyHash);
            select.setObject(3, at(clock.instant().minus(RETENTION)));
            ResultSet row = select.executeQuery();
            if (!row.next()) {
                return null;
            }
            if (!MessageDigest.isEqual(row.getBytes(1), requestHash)) {
                throw Problem.of(ProblemType.IDEMPOTENCY_KEY_REUSED, null).asException();
            }
            return row.getBytes(2);
        }
    }

    private void store(Connection connection, String owner, byte[] keyHash, byte[] requestHash, byte[] response)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into idempotent_answer "
                + "(owner, key_hash, request_hash, answer, created_at) values (?, ?, ?, ?, ?) "
                + "on conflict (owner, key_hash) do update set request_hash = excluded.request_hash, "
                + "answer = excluded.answer, created_at = excluded.created_at")) {
            insert.setString(1, owner);
            insert.setBytes(2, keyHash);
            insert.setBytes(3, requestHash);
            insert.setBytes(4, response);
            insert.setObject(5, at(clock.instant()));
            insert.executeUpdate();
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
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
        try (Connection connection = database.getConnection(); PreparedStatement delete =
                connection.prepareStatement("delete from idempotent_answer where created_at <= ?")) {
            delete.setObject(1, at(clock.instant().minus(RETENTION)));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
