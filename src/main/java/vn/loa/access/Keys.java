package vn.loa.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import vn.loa.problem.FieldErrors;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;

/** Makes, replaces and revokes API keys. Each change is audited. */
@ApplicationScoped
@Transactional
class Keys {

    private final ApiKeyRepository keys;
    private final Event<AuditEvent> audit;
    private final Clock clock;

    Keys(ApiKeyRepository keys, Event<AuditEvent> audit, Clock clock) {
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new key and its secret, which is not stored. */
    record NewKey(ApiKey key, String secret) {
    }

    /**
     * @param errors the errors that were found in the request so far
     * @throws ProblemException 400 or 422 naming every field that is wrong
     */
    NewKey create(KeyRequest request, FieldErrors errors, String createdBy) {
        keys.lock();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        request.check(now, this::isTaken, errors);
        errors.throwIfAny();
        String secret = ApiKey.newSecret();
        ApiKey key = ApiKey.generated(request.name(), secret, request.distinctRoles(), createdBy, now);
        key.expireAt(request.expiresAt());
        add(key, null);
        return new NewKey(key, secret);
    }

    /** The admin key's name is reserved, so that {@code loa.admin-key} never replaces another key. */
    private boolean isTaken(String name) {
        return name.equals(FirstKey.NAME) || keys.findByName(name).isPresent();
    }

    /** Stores a new key. */
    void add(ApiKey key, String actor) {
        keys.persistAndFlush(key);
        fire("key.create", key, actor);
    }

    /** Gives a key another secret, which the operator chose. */
    void replaceSecret(ApiKey key, String secret, String actor) {
        key.replaceSecret(secret);
        fire("key.replace", key, actor);
    }

    /**
     * Revokes a key for ever. Revoking it again changes nothing.
     *
     * @throws ProblemException 404 without such a key, 409 when no other usable key could manage keys
     */
    void revoke(UUID id) {
        keys.lock();
        ApiKey key = keys.findByIdOptional(id).orElseThrow(Keys::notFound);
        Instant now = clock.instant();
        if (key.isRevoked()) {
            return;
        }
        if (key.isAdmin() && key.isUsable(now) && keys.countUsableAdmins(now) == 1) {
            throw Problem.of(ProblemType.CONFLICT,
                    "This is the last key with the role admin. Make another one before it is revoked.").asException();
        }
        key.revoke(now);
        // Waits for those who hold the key, so that what follows comes after what they did.
        keys.flush();
        fire("key.revoke", key, null);
    }

    static ProblemException notFound() {
        return Problem.of(ProblemType.NOT_FOUND, "There is no key with this id.").asException();
    }

    private void fire(String action, ApiKey key, String actor) {
        Map<String, Object> details = new HashMap<>(Map.of("name", key.name(), "roles", String.join(" ", key.roles())));
        if (key.prefix() != null) {
            details.put("prefix", key.prefix());
        }
        if (key.expiresAt() != null) {
            details.put("expiresAt", key.expiresAt().toString());
        }
        audit.fire(new AuditEvent(action, "key", key.id(), null, null, details, actor));
    }
}
