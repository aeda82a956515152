package vn.loa.changes.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.loa.changes.webhook.Receiver.Received;

/** Verifies messages as a receiver does, by the specification of Standard Webhooks and with nothing of Loa's own. */
final class Signatures {

    /** What stands before the 32 bytes of a public key of Ed25519 in X.509 (RFC 8410). */
    private static final byte[] HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private Signatures() {
    }

    static List<String> of(Received message, String version) {
        return Arrays.stream(message.signatures().split(" ")).filter(each -> each.startsWith(version + ","))
                .map(each -> each.substring(version.length() + 1)).toList();
    }

    /** @param secret with {@code whsec_} */
    static boolean isBySecret(String secret, Received message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            byte[] expected = mac.doFinal(signed(message));
            return of(message, "v1").stream().anyMatch(each -> MessageDigest.isEqual(expected, Base64.getDecoder().decode(each)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param publicKey with {@code whpk_} */
    static boolean isByKey(String publicKey, Received message) {
        try {
            byte[] raw = Base64.getDecoder().decode(publicKey.substring("whpk_".length()));
            byte[] encoded = Arrays.copyOf(HEAD, HEAD.length + raw.length);
            System.arraycopy(raw, 0, encoded, HEAD.length, raw.length);
            PublicKey key = KeyFactory.getInstance("EdDSA").generatePublic(new X509EncodedKeySpec(encoded));
            boolean verified = false;
            for (String each : of(message, "v1a")) {
                Signature signature = Signature.getInstance("EdDSA");
                signature.initVerify(key);
                signature.update(signed(message));
                verified |= signature.verify(Base64.getDecoder().decode(each));
            }
            return verified;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] signed(Received message) {
        byte[] head = (message.id() + "." + message.timestamp() + ".").getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(head, head.length + message.body().length);
        System.arraycopy(message.body(), 0, whole, head.length, message.body().length);
        return whole;
    }
}
