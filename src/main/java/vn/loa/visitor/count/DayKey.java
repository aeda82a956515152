package vn.loa.visitor.count;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The random key under which a day's visitors and views are hashed. Without it, no stored hash can be linked to an address or
 * a user agent.
 */
final class DayKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final int MASK_BITS = 62;

    private final LocalDate day;
    private final byte[] key;
    private final byte[] fingerprint;
    private final Mac mac;

    DayKey(LocalDate day, byte[] key) {
        this.day = day;
        this.key = key;
        this.fingerprint = DigestUtils.sha256(key);
        try {
            this.mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /**
     * What stands for a visitor's view of an article. Its values lead to no other row; the number of the transaction that wrote the
     * rows does, until they are destroyed.
     *
     * @param hash has nothing in common with the visitor's own hash, nor with that of another article
     * @param mask a secret by which the row's time is shifted, so that no two rows have their time in common
     */
    record ViewHash(long hash, long mask) {
    }

    LocalDate day() {
        return day;
    }

    /** Says which half of the tables has the day. Of two consecutive days, one is odd. */
    boolean odd() {
        return odd(day);
    }

    static boolean odd(LocalDate day) {
        return Math.floorMod(day.toEpochDay(), 2) == 1;
    }

    /** The key's SHA-256, which tells keys apart and does not reveal them. */
    byte[] fingerprint() {
        return fingerprint;
    }

    boolean hasBytes(byte[] other) {
        return Arrays.equals(key, other);
    }

    /**
     * A visitor's hash, which is the same all day. It has 64 bits: the probability that two of a day's million visitors have
     * the same one is 1 in 37 million.
     */
    synchronized long hash(Visitor visitor) {
        mac.update((byte) 'v');
        return ByteBuffer.wrap(finish(visitor)).getLong();
    }

    synchronized ViewHash hash(Visitor visitor, UUID article) {
        mac.update((byte) 'a');
        mac.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(article.getMostSignificantBits()).putLong(article.getLeastSignificantBits()).array());
        ByteBuffer hash = ByteBuffer.wrap(finish(visitor));
        return new ViewHash(hash.getLong(), hash.getLong() >>> Long.SIZE - MASK_BITS);
    }

    private byte[] finish(Visitor visitor) {
        byte[] address = visitor.clientPrefix().toBytes();
        mac.update((byte) address.length);
        mac.update(address);
        return mac.doFinal(visitor.userAgent().getBytes(StandardCharsets.UTF_8));
    }

    /** Overwrites the key in memory. Afterwards nothing can be hashed with it. */
    synchronized void destroy() {
        Arrays.fill(key, (byte) 0);
        try {
            mac.init(new SecretKeySpec(new byte[BYTES], ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
