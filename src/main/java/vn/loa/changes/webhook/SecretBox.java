package vn.loa.changes.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/** Encrypts the secrets of webhooks with the operator's key, by AES-256-GCM, so that the database alone does not show them. */
@ApplicationScoped
class SecretBox {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final List<byte[]> keys;

    SecretBox(WebhookConfig config) {
        keys = Stream.of(config.encryptionKey(), config.formerEncryptionKey()).flatMap(Optional::stream)
                .map(key -> Base64.getDecoder().decode(key.strip())).toList();
    }

    boolean hasKey() {
        return !keys.isEmpty();
    }

    /** @throws vn.loa.problem.ProblemException 409 when there is no key */
    void requireKey() {
        if (!hasKey()) {
            throw Problem.of(ProblemType.CONFLICT, "Webhooks need a key that encrypts their secrets: the operator sets "
                    + "loa.webhook.encryption-key.").asException();
        }
    }

    /** @param owner whose it is: what is moved to another row cannot be read there */
    byte[] close(byte[] secret, UUID owner, String purpose) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce, owner, purpose).doFinal(secret);
            byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + closed.length);
            System.arraycopy(closed, 0, whole, NONCE_BYTES, closed.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty when it was encrypted with another key, or changed since. */
    Optional<byte[]> open(byte[] closed, UUID owner, String purpose) {
        for (byte[] key : keys) {
            try {
                return Optional.of(cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(closed, NONCE_BYTES), owner, purpose)
                        .doFinal(closed, NONCE_BYTES, closed.length - NONCE_BYTES));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                // The other key may be the right one.
            }
        }
        return Optional.empty();
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, UUID owner, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((purpose + ":" + owner).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
