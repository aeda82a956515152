package vn.loa.visitor;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Who sent a hit. Lives as long as the request; only hashes under the day's key leave it. */
record Visitor(String address, String userAgent) {

    private static final int HASH_BYTES = 16;

    /** 16 bytes: the same visitor has the same all day, and another one under another day's key. */
    byte[] hash(byte[] key) {
        return hmac(key, "visit\n" + address + '\n' + userAgent);
    }

    /** 16 bytes for this visitor and article, from which neither the visitor's hash nor another article follows. */
    byte[] hash(byte[] key, UUID article) {
        return hmac(key, "view\n" + article + '\n' + address + '\n' + userAgent);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), HASH_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
