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
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/**
 * {@code Idempotency-Key} on requests that create: a request that is sent again, because its answer was lost, gets that
 * answer instead of creating twice. The answer is kept in the transaction that creates, so that neither is there
 * without the other.
 */
@ApplicationScoped
public class Idempotency {

    public static final String HEADER = "Idempotency-Key";
    /** How long an answer is kept. */
    static final Duration KEPT = Duration.ofHours(24);

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

    /** An answer as it is kept. */
    record Answer(int status, Map<String, String> headers, JsonNode body) {
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
     * Does what the request asks for, or repeats the answer that it got before. Joins the caller's transaction, which
     * must be the one that {@code work} writes in.
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
        takeTurn(connection, owner, keyHash);
        byte[] requestHash = requestHash();
        byte[] kept = find(connection, owner, keyHash, requestHash);
        if (kept != null) {
            return repeat(read(EncryptedBytes.decrypt(kept, key)));
        }
        RestResponse<T> response = work.get();
        store(connection, owner, keyHash, requestHash, EncryptedBytes.encrypt(write(answer(response)), key));
        return response;
    }

    /** Until the transaction ends. */
    private static void takeTurn(Connection connection, String owner, byte[] keyHash) throws SQLException {
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

    /** The sealed answer, or null when there is none that is young enough. */
    private byte[] find(Connection connection, String owner, byte[] keyHash, byte[] requestHash) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select request_hash, answer from idempotent_answer "
                + "where owner = ? and key_hash = ? and created_at > ?")) {
            select.setString(1, owner);
            select.setBytes(2, keyHash);
            select.setObject(3, at(clock.instant().minus(KEPT)));
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

    private void store(Connection connection, String owner, byte[] keyHash, byte[] requestHash, byte[] answer)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into idempotent_answer "
                + "(owner, key_hash, request_hash, answer, created_at) values (?, ?, ?, ?, ?) "
                + "on conflict (owner, key_hash) do update set request_hash = excluded.request_hash, "
                + "answer = excluded.answer, created_at = excluded.created_at")) {
            insert.setString(1, owner);
            insert.setBytes(2, keyHash);
            insert.setBytes(3, requestHash);
            insert.setBytes(4, answer);
            insert.setObject(5, at(clock.instant()));
            insert.executeUpdate();
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private Answer answer(RestResponse<?> response) {
        Map<String, String> headers = new java.util.TreeMap<>();
        response.getHeaders().forEach((name, values) -> headers.put(name, String.valueOf(values.get(0))));
        return new Answer(response.getStatus(), headers, json.valueToTree(response.getEntity()));
    }

    /** The body is JSON already; its declared type matters to the contract only. */
    @SuppressWarnings("unchecked")
    private static <T> RestResponse<T> repeat(Answer answer) {
        RestResponse.ResponseBuilder<Object> response = RestResponse.ResponseBuilder.create(answer.status());
        answer.headers().forEach(response::header);
        return (RestResponse<T>) response.entity(answer.body()).build();
    }

    private byte[] write(Answer answer) {
        try {
            return json.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer read(byte[] answer) {
        try {
            return json.readValue(answer, Answer.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Scheduled(every = "1h")
    @Transactional
    void forgetOldAnswers() {
        try (Connection connection = database.getConnection(); PreparedStatement delete =
                connection.prepareStatement("delete from idempotent_answer where created_at <= ?")) {
            delete.setObject(1, at(clock.instant().minus(KEPT)));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
