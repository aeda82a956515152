package vn.loa.changes.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import vn.loa.changes.RetryPlan;
import vn.loa.changes.webhook.Answer.Failure;
import vn.loa.changes.webhook.DeliveryStore.Claimed;
import vn.loa.changes.webhook.DeliveryStore.UsableKeys;
import vn.loa.changes.webhook.Message.Source;

/**
 * A webhook while this instance delivers its messages: what was read of the log for it, and which messages are on their way. Only
 * the thread of {@link Deliverer} uses it.
 */
final class Endpoint {

    /** On their way at a time to a receiver that asks for no order. */
    private static final int MOST_AT_ONCE = 8;

    private final UUID id;
    private Claimed claimed;
    private Progress progress;
    private List<UsableKeys> keys;
    private long leaseEnd;
    /** Whether the row was changed by somebody else, so that nothing may be sent until it is read again. */
    private boolean outdated;
    private boolean failed;

    /** Messages of a part of the log that the receiver does not have, by their numbers; those on their way included. */
    private final NavigableMap<Long, Message> outstanding = new TreeMap<>();
    private final Map<String, Message> inFlight = new HashMap<>();
    private final Map<String, Integer> tries = new HashMap<>();
    /** Of messages that wait while others go on: only without order. */
    private final Map<String, Instant> retryAt = new HashMap<>();
    private Source loaded;
    /** The last change of that part. */
    private long partEnd;

    Endpoint(UUID id) {
        this.id = id;
    }

    /**
     * Takes what the row says now.
     *
     * @param end of the lease, in {@link System#nanoTime}
     */
    void claimed(Claimed row, long end) {
        if (claimed != null && claimed.version() != row.version()) {
            // Other filters, or other keys.
            forgetPart();
            keys = null;
        }
        if (progress != null && progress.reached() != row.progress().reached()) {
            forgetPart();
        }
        claimed = row;
        progress = row.progress();
        leaseEnd = end;
        outdated = false;
    }

    UUID id() {
        return id;
    }

    Claimed row() {
        return claimed;
    }

    Progress progress() {
        return progress;
    }

    /** Null when they have not been read. */
    List<UsableKeys> keys() {
        return keys;
    }

    void keys(List<UsableKeys> read) {
        keys = read;
    }

    boolean isIdle() {
        return inFlight.isEmpty();
    }

    /** Whether a request that takes this long would end within the lease. */
    boolean isHeldFor(Duration time) {
        return !outdated && leaseEnd - System.nanoTime() > time.toNanos();
    }

    /** Whether a message from there may be sent beside those that are on their way. */
    boolean isFreeFor(Source source) {
        return inFlight.isEmpty() || !claimed.ordered() && inFlight.size() < MOST_AT_ONCE && source == loaded
                && (source == Source.LOG || source == Source.REPLAY) && inFlight.values().stream().allMatch(each -> each.source() == source);
    }

    /** The first message that neither is on its way nor waits; null when there is none. */
    Message next(Source source, Instant now) {
        if (loaded != source) {
            forgetPart();
            loaded = source;
        }
        return outstanding.values().stream().filter(message -> !inFlight.containsKey(message.id()))
                .filter(message -> !RetryPlan.waits(retryAt.get(message.id()), now)).findFirst().orElse(null);
    }

    /** Whether the next part of the log is to be read: without order also while messages are outstanding, but not for ever. */
    boolean mayReadOn(Source source) {
        return outstanding.isEmpty() || !claimed.ordered() && source == Source.LOG
                && outstanding.size() + progress.done().size() < MessageLog.PART;
    }

    /** From where it is to be read. */
    long place(Source source) {
        return source == Source.REPLAY ? progress.replayAt() : outstanding.isEmpty() ? progress.reached() : partEnd;
    }

    boolean hasOutstanding() {
        return !outstanding.isEmpty();
    }

    /** @return whether there is a message in it that the receiver does not have */
    boolean load(List<Message> messages, long end, Source source) {
        int before = outstanding.size();
        messages.stream().filter(message -> source != Source.LOG || !progress.done().contains(message.number()))
                .forEach(message -> outstanding.put(message.number(), message));
        partEnd = end;
        return outstanding.size() > before;
    }

    private void forgetPart() {
        outstanding.clear();
        retryAt.clear();
        loaded = null;
    }

    void started(Message message) {
        inFlight.put(message.id(), message);
    }

    /** How often the message was tried, this time included. */
    int tries(Message message) {
        int before = claimed.ordered() && message.source() != Source.TEST ? progress.failedTries() : 0;
        return Math.max(before, tries.getOrDefault(message.id(), 0)) + 1;
    }

    /** Whether a failure is about this message alone, so that others may go on. */
    boolean isAlone(Message message, Answer answer) {
        return !claimed.ordered() && message.source() == Source.LOG && answer.failure() == Failure.STATUS && answer.retryAfter() == null;
    }

    /** When a message is tried again that waits alone. */
    void waitsAlone(Message message, Instant until) {
        retryAt.put(message.id(), until);
    }

    /** Null when it waits with all others, or not at all. */
    Instant retryAt(Message message) {
        return retryAt.get(message.id());
    }

    /** Where the webhook is when a message was delivered. */
    Progress delivered(Message message, Instant now) {
        return switch (message.source()) {
            case TEST -> progress.tested();
            case RESYNC -> progress.reachedTo(message.number(), List.of()).resyncedTo(null).succeeded(now);
            case REPLAY -> progress.replayedTo(replayed(message)).succeeded(now);
            case LOG -> reached(message).succeeded(now);
        };
    }

    private Progress reached(Message message) {
        List<Long> done = new ArrayList<>(progress.done());
        done.add(message.number());
        if (outstanding.containsKey(message.number())) {
            return progress.reachedTo(Math.max(progress.reached(), endWithout(message)), done);
        }
        // The part was forgotten while the message was on its way.
        return progress.reachedTo(claimed.ordered() ? Math.max(progress.reached(), message.number()) : progress.reached(), done);
    }

    private Long replayed(Message message) {
        if (progress.replayAt() == null) {
            return null;
        }
        long end = outstanding.containsKey(message.number()) ? endWithout(message) : message.number();
        return end >= progress.replayTo() ? null : Long.valueOf(Math.max(progress.replayAt(), end));
    }

    /** The last number before which the receiver has everything, when it has this message, too. */
    private long endWithout(Message message) {
        return outstanding.keySet().stream().filter(number -> !number.equals(message.number())).findFirst().map(number -> number - 1)
                .orElse(partEnd);
    }

    /** The outcome of a message is stored. */
    void stored(Message message, boolean delivered, Progress after) {
        inFlight.remove(message.id());
        progress = after;
        if (delivered) {
            tries.remove(message.id());
            retryAt.remove(message.id());
            if (message.number() != null) {
                outstanding.remove(message.number(), message);
            }
        } else {
            tries.merge(message.id(), 1, Integer::sum);
        }
    }

    /** The outcome of a message was not wanted: another instance has taken over, or somebody has changed where the webhook is. */
    void overtaken(Message message) {
        inFlight.remove(message.id());
        forgetPart();
        outdated = true;
    }

    /** Where the webhook is was changed without a message. */
    void moved(Progress after) {
        progress = after;
    }

    void outdated() {
        outdated = true;
    }

    /** Nothing is sent until the row is read again. @return whether that is new */
    boolean fails() {
        boolean before = failed;
        outdated = true;
        failed = true;
        return !before;
    }
}
