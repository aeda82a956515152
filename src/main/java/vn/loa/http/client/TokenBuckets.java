package vn.loa.http.client;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;

/**
 * A token bucket for each address. A bucket is stored as the moment when it will be full again (the generic cell rate
 * algorithm, ITU-T I.371). A full bucket needs no storage, so another address may overwrite it: 65,536 slots in two
 * arrays of numbers are enough for an instance, and cost the garbage collector nothing.
 */
public final class TokenBuckets {

    private static final int BITS = 16;
    private static final int PROBES = 4;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final long perToken;
    private final long whole;
    private final long[] clients = new long[1 << BITS];
    /** In nanoseconds since the epoch. */
    private final long[] fullAt = new long[1 << BITS];
    /** Secret, so that nobody can choose addresses that overwrite a certain other one. */
    private final long spread = new SecureRandom().nextLong() | 1;

    /**
     * @param perToken the time in which a token comes back
     * @param burst tokens that a full bucket has
     */
    public TokenBuckets(Duration perToken, int burst) {
        this.perToken = perToken.toNanos();
        this.whole = this.perToken * burst;
    }

    /**
     * What a bucket answered.
     *
     * @param retryAfter 0 when the tokens were taken, otherwise how many seconds to wait for them
     * @param left tokens that are in the bucket now
     * @param full in how many seconds the bucket is full again
     */
    public record Taken(long retryAfter, long left, long full) {
    }

    /**
     * Takes a token.
     *
     * @param now in milliseconds since the epoch
     * @return 0, or how many seconds to wait for the next token
     */
    public long take(IpAddress client, long now) {
        return take(client.clientPrefixBits(), 1, now).retryAfter();
    }

    /**
     * Takes several tokens, or none.
     *
     * @param client a number that no other client has
     * @param tokens at most those of a full bucket
     * @param now in milliseconds since the epoch
     */
    public synchronized Taken take(long client, int tokens, long now) {
        long nanos = now * NANOS_PER_MILLI;
        int slot = find(client, nanos);
        long before = fullAt(slot, nanos);
        long next = before + tokens * perToken;
        boolean enough = next - nanos <= whole;
        fullAt[slot] = enough ? next : before;
        long debt = fullAt[slot] - nanos;
        return new Taken(enough ? 0 : secondsUntil(next, nanos), (whole - debt) / perToken, Duration.ofNanos(debt).toSeconds() + 1);
    }

    /** Gives a token back that was taken a moment ago. */
    public synchronized void giveBack(IpAddress client) {
        long bits = client.clientPrefixBits();
        int slot = slotOf(bits);
        if (clients[slot] == bits) {
            fullAt[slot] -= perToken;
        }
    }

    private int find(long bits, long nanos) {
        int slot = slotOf(bits);
        if (clients[slot] != bits) {
            clients[slot] = bits;
            fullAt[slot] = nanos;
        }
        return slot;
    }

    /** When the bucket is full again; now when it is. */
    private long fullAt(int slot, long nanos) {
        // No bucket takes so long to fill: the clock was set back. Such a bucket counts as full.
        return fullAt[slot] > nanos + whole ? nanos : Math.max(fullAt[slot], nanos);
    }

    private long secondsUntil(long next, long nanos) {
        return Math.max(1, Duration.ofNanos(next - nanos - whole).toSeconds());
    }

    /** Forgets full buckets, so that no address stays in memory only because no other one has overwritten it. */
    public synchronized void forgetFull(long now) {
        for (int slot = 0; slot < clients.length; slot++) {
            if (fullAt[slot] <= now * NANOS_PER_MILLI) {
                clients[slot] = 0;
                fullAt[slot] = 0;
            }
        }
    }

    /** How many buckets are stored. */
    public synchronized long size() {
        return Arrays.stream(fullAt).filter(full -> full != 0).count();
    }

    /** The slot of the client's bucket, or else of the possible slots the one whose bucket is full first. */
    private int slotOf(long bits) {
        int first = (int) (bits * spread >>> Long.SIZE - BITS);
        int fullest = first;
        for (int n = 0; n < PROBES; n++) {
            int slot = first + n & (1 << BITS) - 1;
            if (clients[slot] == bits) {
                return slot;
            }
            if (fullAt[slot] < fullAt[fullest]) {
                fullest = slot;
            }
        }
        return fullest;
    }
}
