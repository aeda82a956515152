package vn.loa.visitor.count;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The random key of a day. Nothing that is kept follows from a visitor without it. Used by one thread at a time. */
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
        try {
            this.fingerprint = MessageDigest.getInstance("SHA-256").digest(key);
            this.mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM + " and SHA-256", e);
        }
    }

    /**
     * A visitor's view of an article.
     *
     * @param hash leads neither to the visitor's own hash nor to that of another article
     * @param mask a secret by which the row's times are shifted, so that they cannot be laid beside other rows' times
     */
    record View(long hash, long mask) {
    }

    LocalDate day() {
        return day;
    }

    /** Of two days that follow each other one is odd. */
    boolean odd() {
        return odd(day);
    }

    static boolean odd(LocalDate day) {
        return Math.floorMod(day.toEpochDay(), 2) == 1;
    }

    /** Tells it from other keys, and says nothing about it: its SHA-256. */
    byte[] fingerprint() {
        return fingerprint;
    }

    boolean hasBytes(byte[] other) {
        return Arrays.equals(key, other);
    }

    /**
     * The same for the same visitor all day, and another one on another day. 64 bits: that two of a million visitors of a
     * day have the same one is as likely as one in 37 million.
     */
    synchronized long hash(Visitor visitor) {
        mac.update((byte) 'v');
        return ByteBuffer.wrap(finish(visitor)).getLong();
    }

    synchronized View hash(Visitor visitor, UUID article) {
        mac.update((byte) 'a');
        mac.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(article.getMostSignificantBits()).putLong(article.getLeastSignificantBits()).array());
        ByteBuffer hash = ByteBuffer.wrap(finish(visitor));
        return new View(hash.getLong(), hash.getLong() >>> Long.SIZE - MASK_BITS);
    }

    private byte[] finish(Visitor visitor) {
        byte[] address = visitor.household().toBytes();
        mac.update((byte) address.length);
        mac.update(address);
        return mac.doFinal(visitor.userAgent().getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing can be hashed or tested with it any more. */
    synchronized void destroy() {
        Arrays.fill(key, (byte) 0);
        try {
            mac.init(new SecretKeySpec(new byte[BYTES], ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
