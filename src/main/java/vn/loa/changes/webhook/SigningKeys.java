package vn.loa.changes.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The two keys with which a webhook signs, as Standard Webhooks defines them: {@code v1} is HMAC-SHA256 with a shared secret,
 * {@code v1a} Ed25519, which a receiver verifies without knowing a secret.
 */
final class SigningKeys {

    private static final String ED25519 = "Ed25519";
    private static final String HMAC = "HmacSHA256";
    /** Standard Webhooks asks for 24 to 64. */
    private static final int SECRET_BYTES = 32;
    private static final int PUBLIC_KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret;
    private final byte[] encodedPrivateKey;
    private final PrivateKey privateKey;

    /** @param encodedPrivateKey in PKCS #8 */
    SigningKeys(byte[] secret, byte[] encodedPrivateKey) {
        this.secret = secret;
        this.encodedPrivateKey = encodedPrivateKey;
        try {
            privateKey = KeyFactory.getInstance(ED25519).generatePrivate(new PKCS8EncodedKeySpec(encodedPrivateKey));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no private key of Ed25519", e);
        }
    }

    /** New keys, and the public one in its 32 bytes. */
    record Made(SigningKeys keys, byte[] publicKey) {
    }

    static Made make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ED25519).generateKeyPair();
            byte[] secret = new byte[SECRET_BYTES];
            RANDOM.nextBytes(secret);
            // The encoding (RFC 8410) ends with the bytes of the key.
            byte[] encoded = pair.getPublic().getEncoded();
            return new Made(new SigningKeys(secret, pair.getPrivate().getEncoded()),
                    Arrays.copyOfRange(encoded, encoded.length - PUBLIC_KEY_BYTES, encoded.length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] secret() {
        return secret.clone();
    }

    byte[] encodedPrivateKey() {
        return encodedPrivateKey.clone();
    }

    /** The secret as receivers are given it. */
    String secretWords() {
        return "whsec_" + base64(secret);
    }

    static String publicKeyWords(String base64) {
        // PostgreSQL breaks lines after 76 characters; 32 bytes have 44.
        return "whpk_" + base64.strip();
    }

    /** Both signatures of a message, as in {@code webhook-signature}. */
    String sign(String id, long timestamp, byte[] body) {
        byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            mac.update(head);
            Signature signature = Signature.getInstance(ED25519);
            signature.initSign(privateKey);
            signature.update(head);
            signature.update(body);
            return "v1," + base64(mac.doFinal(body)) + " v1a," + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
