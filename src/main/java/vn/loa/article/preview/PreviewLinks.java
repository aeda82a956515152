package vn.loa.article.preview;

import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.DigestUtils;
import vn.loa.access.AuditEvent;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;

/**
 * Signs and verifies the tokens of preview links. A token contains the article, its working copy, the expiry and the
 * creator. Links are not stored; only their revocations are. One link is known beforehand (see {@link KnownPreview}). All instances
 * sign with one key, which the first one that needs it creates.
 */
@ApplicationScoped
class PreviewLinks {

    /**
     * The content of a link's token.
     *
     * @param workingCopyCreatedAt when the working copy was created; a working copy after a publish is another one, which the link
     *     does not show
     * @param createdAt by the database's clock, see {@link #now}
     * @param creatorId the creator of the link, see {@link #creatorId}
     */
    record Preview(UUID article, Instant workingCopyCreatedAt, Instant expiresAt, Instant createdAt, long creatorId) {
    }

    /** The longest validity of a link. */
    static final Duration MAX_VALIDITY = Duration.ofDays(30);
    /** Older than every revocation: a link that is known beforehand was there before. */
    private static final Instant BEFORE_ALL = Instant.EPOCH;
    /** When links are made and revoked is the database's time, because the clocks of instances differ. */
    private static final String NOW = "clock_timestamp()";
    private static final NamedSql FORGET = NamedSql.of("delete from preview_end where ended_at < " + NOW + " - :kept * interval '1 day'")
            .with("kept", MAX_VALIDITY.toDays() + 1);
    private static final NamedSql REVOKE = NamedSql.of("insert into preview_end (links, ended_at) values (:links, " + NOW + ") "
            + "on conflict (links) do update set ended_at = greatest(preview_end.ended_at, excluded.ended_at)");

    /** Begins the name of a caller with a key. */
    private static final String KEY = "key:";
    private static final NamedSql HOLD_KEY = NamedSql.of("select from api_key where name = :name and revoked_at is null for share");

    private static final String KEY_NAME = "preview";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int CONTENT_BYTES = 6 * Long.BYTES;
    private static final int MAC_BYTES = 32;

    private final KnownPreview known;
    private final SqlReader rows;
    private final SqlWriter changes;

    PreviewLinks(KnownPreview known, SqlReader rows, SqlWriter changes) {
        this.known = known;
        this.rows = rows;
        this.changes = changes;
    }

    String token(Preview preview) {
        byte[] content = ByteBuffer.allocate(CONTENT_BYTES)
                .putLong(preview.article.getMostSignificantBits()).putLong(preview.article.getLeastSignificantBits())
                .putLong(micros(preview.workingCopyCreatedAt)).putLong(preview.expiresAt.getEpochSecond())
                .putLong(micros(preview.createdAt)).putLong(preview.creatorId).array();
        byte[] mac = mac(content);
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(ByteBuffer.allocate(CONTENT_BYTES + MAC_BYTES).put(content).put(mac).array());
    }

    /** Identifies a caller by the first bytes of the SHA-256 of its name. */
    static long creatorId(String caller) {
        return ByteBuffer.wrap(DigestUtils.sha256(caller)).getLong();
    }

    /** Empty for a token that is forged, expired or revoked. */
    Optional<Preview> read(String token, Instant now) {
        return (token.equals(known.token()) ? known() : signed(token))
                .filter(preview -> now.isBefore(preview.expiresAt) && !isRevoked(preview));
    }

    private Optional<Preview> known() {
        return known.createdAt().map(created ->
                new Preview(known.article(), created, created.plus(MAX_VALIDITY), BEFORE_ALL, creatorId(known.token())));
    }

    private Optional<Preview> signed(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != CONTENT_BYTES + MAC_BYTES) {
            return Optional.empty();
        }
        byte[] content = new byte[CONTENT_BYTES];
        byte[] mac = new byte[MAC_BYTES];
        ByteBuffer.wrap(bytes).get(content).get(mac);
        if (!MessageDigest.isEqual(mac, mac(content))) {
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(content);
        return Optional.of(new Preview(new UUID(fields.getLong(), fields.getLong()),
                instant(fields.getLong()), Instant.ofEpochSecond(fields.getLong()), instant(fields.getLong()), fields.getLong()));
    }

    private boolean isRevoked(Preview preview) {
        return !rows.read("select from preview_end where links in (?, ?) and ended_at >= ?", row -> true,
                linksOfArticle(preview.article), linksOfCreator(preview.creatorId), preview.createdAt).isEmpty();
    }

    /**
     * Keeps the caller's key, if it has one, from being revoked until the transaction ends. Waits for a revocation that has begun.
     *
     * @throws AuthenticationFailedException when the key was revoked since the request began
     */
    void holdKey(String caller) {
        if (caller.startsWith(KEY) && rows.readCurrent(HOLD_KEY.with("name", caller.substring(KEY.length())), row -> true).isEmpty()) {
            throw new AuthenticationFailedException("no usable key");
        }
    }

    /** The database's time, in the caller's transaction. */
    Instant now() {
        return rows.readCurrent(NamedSql.of("select " + NOW + " as now"), row -> row.get("now", Instant.class)).get(0);
    }

    /** Revokes all links of an article that were created until now. */
    void revokeAllOf(UUID article) {
        revoke(linksOfArticle(article));
    }

    /**
     * Revokes all links that a key created, in the transaction in which the key is revoked. None is being created meanwhile: who
     * creates one holds the key.
     */
    void onRevokedKey(@Observes AuditEvent event) {
        if (event.action().equals("key.revoke")) {
            revoke(linksOfCreator(creatorId(KEY + event.details().get("name"))));
        }
    }

    private void revoke(String links) {
        changes.update(FORGET);
        changes.update(REVOKE.with("links", links));
    }

    private static String linksOfArticle(UUID article) {
        return "article:" + article;
    }

    private static String linksOfCreator(long creatorId) {
        return "maker:" + Long.toHexString(creatorId);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private byte[] mac(byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(), ALGORITHM));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] key() {
        List<byte[]> existing = readKey();
        if (!existing.isEmpty()) {
            return existing.get(0);
        }
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        changes.update(NamedSql.of("insert into signing_key (name, key) values (:name, :key) on conflict do nothing")
                .with("name", KEY_NAME).with("key", fresh));
        return readKey().get(0);
    }

    private List<byte[]> readKey() {
        return rows.read("select key from signing_key where name = ?", row -> row.get("key", byte[].class), KEY_NAME);
    }
}
