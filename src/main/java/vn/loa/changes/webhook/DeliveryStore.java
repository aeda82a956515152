package vn.loa.changes.webhook;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.loa.changes.webhook.Message.Source;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.ShortTransaction;
import vn.loa.sql.ShortTransactions;
import vn.loa.sql.SqlFile;

/**
 * Leases of webhooks, and what became of their messages. A lease is a row with an end: an instance that is killed or cut off loses
 * it by itself. Whoever stores something must hold it.
 */
@Startup
@ApplicationScoped
class DeliveryStore {

    private static final NamedSql CLAIM = SqlFile.read("changes/webhook-claimed");
    private static final NamedSql TOLD = SqlFile.read("changes/webhook-told");
    private static final NamedSql TESTED = SqlFile.read("changes/webhook-tested");
    private static final NamedSql KEYS = NamedSql.of("""
            select id, secret, private_key, ends_at from webhook_key
            where webhook_id = :webhook and (ends_at is null or ends_at > :now) order by created_at desc, id desc""");
    private static final NamedSql MOVE = NamedSql.of("""
            update webhook_state set reached = :reached, done = :done::bigint[], resync_to = :resyncTo::bigint,
                replay_at = :replayAt::bigint, replay_to = case when :replayAt::bigint is not null then replay_to end
            where webhook_id = :webhook and lease_holder = :holder and reached = :reachedBefore
              and replay_at is not distinct from :replayBefore::bigint""");
    private static final NamedSql RELEASE = NamedSql.of(
            "update webhook_state set lease_until = null where lease_holder = :holder and not webhook_id = any (:busy::uuid[])");
    private static final NamedSql FORGET = NamedSql.of("delete from webhook_delivery where tried_at < :before");

    private final ShortTransactions transactions;
    private final SecretBox box;

    DeliveryStore(ShortTransactions transactions, SecretBox box) {
        this.transactions = transactions;
        this.box = box;
    }

    /** A webhook whose lease was taken or renewed. */
    record Claimed(UUID id, int version, String url, boolean ordered, Progress progress) {
    }

    /** @param endsAt null for the present keys */
    record UsableKeys(SigningKeys keys, Instant endsAt) {

        boolean isUsable(Instant now) {
            return endsAt == null || endsAt.isAfter(now);
        }
    }

    /** What became of a message. */
    record Outcome(Endpoint endpoint, Message message, Answer answer, int tries) {
    }

    /** @param lease how long it is held from now on */
    List<Claimed> claim(UUID holder, Duration lease, Instant now, int most) {
        return transactions.run(transaction -> {
            List<Claimed> claimed = transaction.read(CLAIM.with("holder", holder).with("seconds", (double) lease.toSeconds())
                    .with("now", now).with("most", most), DeliveryStore::claimed);
            transaction.commit();
            return claimed;
        });
    }

    private static Claimed claimed(ResultRow row) {
        return new Claimed(row.get("id", UUID.class), row.get("version", Integer.class), row.text("url"),
                row.get("ordered", Boolean.class),
                new Progress(WebhookStatus.of(row.text("state")), row.get("reached", Long.class), row.longs("done"),
                        row.get("resync_to", Long.class), row.get("replay_at", Long.class), row.get("replay_to", Long.class),
                        row.text("test_id"), row.get("failed_tries", Integer.class), row.get("failing_since", Instant.class),
                        row.get("next_try_at", Instant.class), null));
    }

    /** The keys with which messages are signed, the newest first. Empty when they cannot be decrypted. */
    List<UsableKeys> keys(UUID webhook, Instant now) {
        return transactions.run(transaction -> transaction.read(KEYS.with("webhook", webhook).with("now", now), this::keys))
                .stream().flatMap(Optional::stream).toList();
    }

    private Optional<UsableKeys> keys(ResultRow row) {
        UUID id = row.get("id", UUID.class);
        Optional<byte[]> secret = box.open(row.get("secret", byte[].class), id, "secret");
        Optional<byte[]> privateKey = box.open(row.get("private_key", byte[].class), id, "private key");
        return secret.isEmpty() || privateKey.isEmpty() ? Optional.empty()
                : Optional.of(new UsableKeys(new SigningKeys(secret.get(), privateKey.get()), row.get("ends_at", Instant.class)));
    }

    /**
     * Stores outcomes of several webhooks, one of each, in one transaction.
     *
     * @param after where each webhook is then
     * @return whether each was stored; it was not where the lease or the row was lost
     */
    List<Boolean> store(UUID holder, List<Outcome> outcomes, List<Progress> after, Instant now) {
        return transactions.run(transaction -> {
            List<Boolean> stored = new ArrayList<>();
            for (int i = 0; i < outcomes.size(); i++) {
                stored.add(store(holder, outcomes.get(i), after.get(i), now, transaction));
            }
            transaction.commit();
            return stored;
        });
    }

    private static boolean store(UUID holder, Outcome outcome, Progress after, Instant now, ShortTransaction transaction) {
        Message message = outcome.message;
        boolean isTest = message.source() == Source.TEST;
        NamedSql sql = (isTest ? TESTED : TOLD).with("webhook", outcome.endpoint.id()).with("holder", holder)
                .with("message", message.id()).with("type", message.type().word()).with("now", now)
                .with("status", outcome.answer.status()).with("failure", outcome.answer.failureWord())
                .with("millis", (int) outcome.answer.took().toMillis());
        if (isTest) {
            return transaction.update(sql) > 0;
        }
        Progress before = outcome.endpoint.progress();
        Instant retryAt = outcome.endpoint.retryAt(message);
        return transaction.update(sql.with("number", message.number()).with("tries", outcome.tries)
                .with("reached", after.reached()).with("done", after.done()).with("resyncTo", after.resyncTo())
                .with("ofReplay", message.source() == Source.REPLAY).with("replayAt", after.replayAt())
                .with("state", after.status() == before.status() ? null : after.status().word()).with("reason", after.reason())
                .with("failedTries", after.failedTries()).with("failingSince", after.failingSince())
                .with("nextTryAt", after.nextTryAt())
                .with("messageTryAt", retryAt == null ? after.nextTryAt() : retryAt).with("deliveredAt", outcome.answer.delivered() ? now : null)
                .with("reachedBefore", before.reached()).with("resyncBefore", before.resyncTo())
                .with("replayBefore", before.replayAt())) > 0;
    }

    /** Stores where a webhook is when there was nothing to tell. */
    boolean move(UUID holder, Endpoint endpoint, Progress after) {
        Progress before = endpoint.progress();
        return transactions.update(ShortTransactions.PATIENCE, MOVE.with("webhook", endpoint.id()).with("holder", holder)
                .with("reached", after.reached()).with("done", after.done()).with("resyncTo", after.resyncTo())
                .with("replayAt", after.replayAt()).with("reachedBefore", before.reached())
                .with("replayBefore", before.replayAt())) > 0;
    }

    /** Lets other instances go on at once. @param busy webhooks with a message on its way */
    void release(UUID holder, List<UUID> busy) {
        transactions.update(ShortTransactions.PATIENCE, RELEASE.with("holder", holder).with("busy", busy));
    }

    void forget(Instant before) {
        transactions.update(ShortTransactions.PATIENCE, FORGET.with("before", before));
    }
}
