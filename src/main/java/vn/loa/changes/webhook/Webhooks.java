package vn.loa.changes.webhook;

import io.quarkus.runtime.Startup;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.core.EntityTag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import vn.loa.access.AuditEvent;
import vn.loa.category.ArticleCategories;
import vn.loa.changes.webhook.WebhookRepository.Found;
import vn.loa.http.IfMatch;
import vn.loa.problem.FieldErrors;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;

/** Makes, changes and deletes webhooks, and what else an admin asks of them. Joins the caller's transaction; each step is audited. */
@Startup
@ApplicationScoped
class Webhooks {

    /** Each of them reads the log. */
    static final int MOST = 100;

    /** An arbitrary number, which names the advisory lock under which webhooks are made. */
    private static final long LOCK = 0x10A_4006;
    private static final NamedSql COUNT = NamedSql.of("select count(*) as total from webhook");
    private static final NamedSql PUT = SqlFile.read("changes/webhook-put");
    private static final NamedSql CHANGE = SqlFile.read("changes/webhook-changed");
    private static final NamedSql LOCK_ONE = NamedSql.of("select version from webhook where id = :id for no key update");
    private static final NamedSql DELETE = NamedSql.of("delete from webhook where id = :id");
    private static final NamedSql END_KEYS = NamedSql.of("""
            update webhook_key set ends_at = case when ends_at is null then :until::timestamptz else :now end
            where webhook_id = :webhook and (ends_at is null or ends_at > :now)""");
    private static final NamedSql FORGET_KEYS =
            NamedSql.of("delete from webhook_key where webhook_id = :webhook and ends_at <= :now");
    private static final NamedSql ADD_KEYS = NamedSql.of("""
            insert into webhook_key (id, webhook_id, secret, private_key, public_key, created_at)
            values (:id, :webhook, :secret, :privateKey, :publicKey, :now)""");
    private static final NamedSql TOUCH = NamedSql.of("update webhook set version = version + 1 where id = :id");
    private static final NamedSql RESUME = NamedSql.of("""
            update webhook_state set state = 'active', reason = null, failed_tries = 0, failing_since = null, next_try_at = null
            where webhook_id = :id""");
    private static final NamedSql TEST = NamedSql.of("update webhook_state set test_id = :test where webhook_id = :id");
    private static final NamedSql REPLAY = NamedSql.of("""
            update webhook_state set replay_at = :after, replay_to = :end where webhook_id = :id and replay_to is null""");
    private static final NamedSql DELETED_TO = NamedSql.of("select deleted_to from change_log");

    private final WebhookRepository webhooks;
    private final SqlReader rows;
    private final SqlWriter changes;
    private final SecretBox box;
    private final AddressRules rules;
    private final WebhookConfig config;
    private final ArticleCategories categories;
    private final SecurityIdentity caller;
    private final Event<AuditEvent> audit;
    private final Event<WebhookDelivery.Asked> asked;
    private final Clock clock;

    Webhooks(WebhookRepository webhooks, SqlReader rows, SqlWriter changes, SecretBox box, AddressRules rules, WebhookConfig config,
            ArticleCategories categories, SecurityIdentity caller, Event<AuditEvent> audit, Event<WebhookDelivery.Asked> asked, Clock clock) {
        this.webhooks = webhooks;
        this.rows = rows;
        this.changes = changes;
        this.box = box;
        this.rules = rules;
        this.config = config;
        this.categories = categories;
        this.caller = caller;
        this.audit = audit;
        this.asked = asked;
        this.clock = clock;
    }

    static EntityTag etag(int version) {
        return new EntityTag("v" + version);
    }

    /**
     * A new webhook, with its secret.
     *
     * @throws vn.loa.problem.ProblemException 409 without a key for secrets, 422 naming every field that is wrong
     */
    WebhookView create(WebhookRequest request, FieldErrors errors) {
        box.requireKey();
        changes.lock(LOCK);
        if (rows.count(COUNT) >= MOST) {
            throw Problem.of(ProblemType.CONFLICT, "There are " + MOST + " webhooks, which is the most.").asException();
        }
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        NamedSql values = values(PUT, request, errors);
        changes.update(values.with("id", id).with("now", now()).with("by", caller.getPrincipal().getName()));
        String secret = addKeys(id);
        WebhookView made = webhooks.get(id).view();
        fire("webhook.create", made, Map.of());
        return made.withSecret(secret);
    }

    private NamedSql values(NamedSql sql, WebhookRequest request, FieldErrors errors) {
        request.check(rules, config.allowHttp(), errors);
        List<UUID> ids = new ArrayList<>();
        List<String> slugs = request.categoriesOrAll();
        for (int i = 0; i < slugs.size() && !errors.has("/categories"); i++) {
            Optional<UUID> category = slugs.get(i) == null ? Optional.empty() : categories.identity(slugs.get(i));
            category.ifPresent(ids::add);
            if (category.isEmpty()) {
                errors.add("/categories/" + i, "not-found", "is no category");
            }
        }
        errors.throwIfAny();
        return sql.with("name", request.name()).with("url", request.url()).with("eventTypes", request.eventTypesOrAll())
                .with("categories", ids).with("tags", request.tagsOrAll()).with("directiveTypes", request.directiveTypesOrAll())
                .with("ordered", request.orderedOrDefault());
    }

    /** The secret in words, which nobody is told again. */
    private String addKeys(UUID webhook) {
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        SigningKeys.Made made = SigningKeys.make();
        changes.update(ADD_KEYS.with("id", id).with("webhook", webhook)
                .with("secret", box.close(made.keys().secret(), id, "secret"))
                .with("privateKey", box.close(made.keys().encodedPrivateKey(), id, "private key"))
                .with("publicKey", made.publicKey()).with("now", now()));
        return made.keys().secretWords();
    }

    /** @throws vn.loa.problem.ProblemException 404, 428, 412 */
    Found lockForChange(UUID id, IfMatch condition) {
        condition.requireFor(etag(lock(id)));
        return webhooks.get(id);
    }

    /** The version of the webhook, which nobody else changes until the transaction ends. */
    private int lock(UUID id) {
        return rows.read(LOCK_ONE.with("id", id), row -> row.get("version", Integer.class)).stream().findFirst()
                .orElseThrow(WebhookRepository::notFound);
    }

    void change(Found before, WebhookRequest request, FieldErrors errors) {
        changes.update(values(CHANGE, request, errors).with("id", before.view().id()));
        fire("webhook.change", webhooks.get(before.view().id()).view(), Map.of("before", details(before.view())));
    }

    void delete(Found webhook) {
        changes.update(DELETE.with("id", webhook.view().id()));
        fire("webhook.delete", webhook.view(), Map.of());
    }

    /** Gives a webhook other keys. It signs with the former ones, too, for some hours; those before them end now. */
    WebhookView rotate(UUID id, int hours) {
        box.requireKey();
        lock(id);
        Instant now = now();
        changes.update(END_KEYS.with("webhook", id).with("now", now).with("until", now.plus(Duration.ofHours(hours))));
        changes.update(FORGET_KEYS.with("webhook", id).with("now", now));
        String secret = addKeys(id);
        changes.update(TOUCH.with("id", id));
        WebhookView view = webhooks.get(id).view();
        fire("webhook.rotate-secret", view, Map.of("keepFormerHours", hours));
        return view.withSecret(secret);
    }

    /** Goes on where the webhook stopped. */
    void resume(UUID id) {
        lock(id);
        changes.update(RESUME.with("id", id));
        fire("webhook.resume", webhooks.get(id).view(), Map.of());
        asked.fire(new WebhookDelivery.Asked());
    }

    /** The id of a test message, which is sent soon, whatever state the webhook is in. */
    String test(UUID id) {
        lock(id);
        String test = Message.id(id, "test", UUID.randomUUID());
        changes.update(TEST.with("id", id).with("test", test));
        fire("webhook.test", webhooks.get(id).view(), Map.of());
        asked.fire(new WebhookDelivery.Asked());
        return test;
    }

    /**
     * Sends messages again, before others.
     *
     * @param after the number behind which they begin
     * @param upTo the last number; null for all that were sent
     * @throws vn.loa.problem.ProblemException 409 while others are sent again, 410 when the log does not have them any more, 422
     */
    void replay(UUID id, long after, Long upTo, FieldErrors errors) {
        lock(id);
        Found webhook = webhooks.get(id);
        if (after > webhook.reached()) {
            errors.add("/after", "out-of-range", "is a place that the webhook has not reached");
        }
        if (upTo != null && upTo < after) {
            errors.add("/upTo", "contradiction", "is before `after`");
        }
        errors.throwIfAny();
        if (after < rows.read(DELETED_TO, row -> row.get("deleted_to", Long.class)).get(0)) {
            throw Problem.of(ProblemType.CURSOR_EXPIRED, "Changes that followed this cursor are not known here any more.").asException();
        }
        long end = upTo == null ? webhook.reached() : Math.min(upTo, webhook.reached());
        if (end > after && changes.update(REPLAY.with("id", id).with("after", after).with("end", end)) == 0) {
            throw Problem.of(ProblemType.CONFLICT, "Other messages are being sent again. Wait until they are.").asException();
        }
        fire("webhook.replay", webhook.view(), Map.of("after", Message.cursor(after), "upTo", Message.cursor(end)));
        asked.fire(new WebhookDelivery.Asked());
    }

    private void fire(String action, WebhookView webhook, Map<String, Object> more) {
        Map<String, Object> details = details(webhook);
        details.putAll(more);
        audit.fire(new AuditEvent(action, "webhook", webhook.id(), null, null, details, null));
    }

    /** Without the path of the address, which may hold a secret. */
    private static Map<String, Object> details(WebhookView webhook) {
        return new HashMap<>(Map.of("name", webhook.name(), "receiver", ReceiverUrl.parse(webhook.url()).origin()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
