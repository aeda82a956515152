package vn.loa.http.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import vn.loa.http.Fingerprint;

/**
 * Encrypts with a passphrase that only the client knows. A recorded response may contain a secret that is shown only
 * once (a new API key), so the database alone must not be able to show it.
 */
final class EncryptedBytes {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private EncryptedBytes() {
    }

    static byte[] encrypt(byte[] plain, String passphrase) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, passphrase, nonce, plain, 0);
        byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
        System.arraycopy(encrypted, 0, whole, NONCE_BYTES, encrypted.length);
        return whole;
    }

    static byte[] decrypt(byte[] encrypted, String passphrase) {
        return cipher(Cipher.DECRYPT_MODE, passphrase, Arrays.copyOf(encrypted, NONCE_BYTES), encrypted, NONCE_BYTES);
    }

    private static byte[] cipher(int mode, String passphrase, byte[] nonce, byte[] input, int offset) {
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, new SecretKeySpec(hash("seal", passphrase), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input, offset, input.length - offset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same text has another hash for each purpose. */
    static byte[] hash(String purpose, String text) {
        return Fingerprint.of(purpose + ":", text.getBytes(StandardCharsets.UTF_8));
    }
}
