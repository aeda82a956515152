package vn.loa.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import vn.loa.http.Roles;

/** An API key. Its secret is not stored: only a hash is. */
@Entity
@DynamicUpdate
@Table(name = "api_key")
class ApiKey {

    private static final String PREFIX = "loa_";
    private static final int RANDOM_BYTES = 24;
    /** Six random characters tell keys apart, and leave 156 bits of the secret unknown. */
    private static final int PREFIX_LENGTH = PREFIX.length() + 6;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String name;
    private byte[] hash;
    private String prefix;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> roles;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    /** Only {@link LastUse} writes it, outside the request's transaction. */
    @Column(name = "last_used_at", insertable = false, updatable = false)
    private Instant lastUsedAt;

    protected ApiKey() {
    }

    private ApiKey(String name, String secret, List<String> roles, String createdBy, Instant now) {
        this.name = name;
        this.hash = hash(secret);
        this.roles = roles;
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    /** A key whose secret {@link #newSecret()} made. */
    static ApiKey generated(String name, String secret, List<String> roles, String createdBy, Instant now) {
        ApiKey key = new ApiKey(name, secret, roles, createdBy, now);
        key.prefix = secret.substring(0, PREFIX_LENGTH);
        return key;
    }

    /** A key whose secret the operator chose. It has no prefix, because the first characters might give the secret away. */
    static ApiKey configured(String name, String secret, List<String> roles, String createdBy, Instant now) {
        return new ApiKey(name, secret, roles, createdBy, now);
    }

    /** A new secret: a readable prefix and 192 random bits. */
    static String newSecret() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /**
     * The SHA-256 of a secret. A slow hash would gain nothing, because generated secrets have too many bits to be guessed,
     * and every request would pay for it.
     */
    static byte[] hash(String secret) {
        return DigestUtils.sha256(secret);
    }

    /** Replaces the secret by one that the operator chose. */
    void replaceSecret(String secret) {
        this.hash = hash(secret);
        this.prefix = null;
    }

    void expireAt(Instant instant) {
        this.expiresAt = instant;
    }

    void revoke(Instant now) {
        this.revokedAt = now;
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    /** Whether the key is neither revoked nor expired. */
    boolean isUsable(Instant now) {
        return !isRevoked() && (expiresAt == null || now.isBefore(expiresAt));
    }

    boolean isAdmin() {
        return roles.contains(Roles.ADMIN);
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    /** The first characters of the secret; null when the operator chose it. */
    String prefix() {
        return prefix;
    }

    /** The roles as they were given. Each may include others: {@link Roles#including}. */
    List<String> roles() {
        return roles;
    }

    Instant createdAt() {
        return createdAt;
    }

    String createdBy() {
        return createdBy;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    Instant revokedAt() {
        return revokedAt;
    }

    /** Accurate to {@link LastUse#PRECISION}. */
    Instant lastUsedAt() {
        return lastUsedAt;
    }
}
