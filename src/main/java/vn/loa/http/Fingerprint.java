package vn.loa.http;

import java.security.MessageDigest;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

/** The SHA-256 of a text and of the bytes behind it: two requests or answers with the same fingerprint are the same. */
public final class Fingerprint {

    /** Copied for each fingerprint: asking Java's providers for a new one takes longer than the hash of a short text. */
    private static final MessageDigest EMPTY = DigestUtils.getSha256Digest();

    private Fingerprint() {
    }

    /** @param text ends with a character that it has nowhere else, so that no byte could belong to either part */
    public static byte[] of(String text, byte[] bytes) {
        return DigestUtils.updateDigest(DigestUtils.updateDigest(digest(), text), bytes).digest();
    }

    private static MessageDigest digest() {
        try {
            return (MessageDigest) EMPTY.clone();
        } catch (CloneNotSupportedException e) {
            return DigestUtils.getSha256Digest();
        }
    }

    /** The first characters of the fingerprint in base64url; each has six bits. */
    public static String of(String text, byte[] bytes, int characters) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(of(text, bytes)).substring(0, characters);
    }
}
