package vn.loa.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

/** A key that a caller shows. The key itself is not here: only its hash is. */
@Entity
@Table(name = "api_key")
class ApiKey {

    private static final String PREFIX = "loa_";
    private static final int RANDOM_BYTES = 24;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String name;
    private byte[] hash;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> roles;

    @Column(name = "created_at")
    private Instant createdAt;

    protected ApiKey() {
    }

    ApiKey(String name, String secret, List<String> roles, Instant now) {
        this.name = name;
        this.hash = hash(secret);
        this.roles = roles;
        this.createdAt = now;
    }

    /** A new secret: a readable prefix and 192 random bits. */
    static String newSecret() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /**
     * SHA-256. Secrets made here have more bits than anybody can try, so that nothing is gained by a slow hash, which
     * every request would pay for.
     */
    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void replaceSecret(String secret) {
        this.hash = hash(secret);
    }

    boolean isFor(String secret) {
        return MessageDigest.isEqual(hash, hash(secret));
    }

    String name() {
        return name;
    }

    List<String> roles() {
        return roles;
    }
}
