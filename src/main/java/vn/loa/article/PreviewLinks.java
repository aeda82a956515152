package vn.loa.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and reads the tokens of preview links: which article, which working copy of it, until when. Nothing is stored
 * for a link; all instances sign with the same key, which the first one that needs it makes.
 */
@ApplicationScoped
class PreviewLinks {

    /**
     * What a link shows.
     *
     * @param begun when its working copy was begun: a later one, made after a publish, is not what was shared
     */
    record Preview(UUID article, Instant begun, Instant expiresAt) {
    }

    private static final String KEY_NAME = "preview";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int CONTENT_BYTES = 4 * Long.BYTES;
    private static final int MAC_BYTES = 32;

    private final EntityManager entities;

    PreviewLinks(EntityManager entities) {
        this.entities = entities;
    }

    String token(Preview preview) {
        byte[] content = ByteBuffer.allocate(CONTENT_BYTES)
                .putLong(preview.article.getMostSignificantBits()).putLong(preview.article.getLeastSignificantBits())
                .putLong(micros(preview.begun)).putLong(preview.expiresAt.getEpochSecond()).array();
        byte[] mac = mac(content);
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(ByteBuffer.allocate(CONTENT_BYTES + MAC_BYTES).put(content).put(mac).array());
    }

    /** Empty for a token that was not made here or is too old. */
    Optional<Preview> read(String token, Instant now) {
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
        Preview preview = new Preview(new UUID(fields.getLong(), fields.getLong()),
                Instant.EPOCH.plus(fields.getLong(), ChronoUnit.MICROS), Instant.ofEpochSecond(fields.getLong()));
        return now.isBefore(preview.expiresAt) ? Optional.of(preview) : Optional.empty();
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
        entities.createNativeQuery("insert into signing_key (name, key) values (?1, ?2) on conflict do nothing")
                .setParameter(1, KEY_NAME).setParameter(2, fresh).executeUpdate();
        return readKey().get(0);
    }

    private List<byte[]> readKey() {
        return entities.createNativeQuery("select key from signing_key where name = ?1", byte[].class)
                .setParameter(1, KEY_NAME).getResultList();
    }
}
