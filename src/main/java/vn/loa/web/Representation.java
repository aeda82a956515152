package vn.loa.web;

import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * One of several forms of a resource. Its {@code ETag} is a hash of its bytes: every form has its own, and whatever
 * changes it, a citation that now leads somewhere too, changes the tag.
 */
public final class Representation {

    private final byte[] bytes;
    private final String mediaType;
    private final boolean negotiated;

    /**
     * @param mediaType of text, without a charset
     * @param negotiated whether the {@code Accept} header chose the form, which caches must know
     */
    public Representation(String text, String mediaType, boolean negotiated) {
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
        this.mediaType = mediaType;
        this.negotiated = negotiated;
    }

    /** The answer; 304 when the reader has these bytes. */
    public RestResponse<byte[]> answer(HttpHeaders request) {
        String etag = '"' + hash() + '"';
        RestResponse.ResponseBuilder<byte[]> answer = isKnown(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), etag)
                ? RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED)
                : RestResponse.ResponseBuilder.ok(bytes).header(HttpHeaders.CONTENT_TYPE, mediaType + ";charset=UTF-8");
        answer.header(HttpHeaders.ETAG, etag);
        return (negotiated ? answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT) : answer).build();
    }

    /** Weak comparison (RFC 9110, section 13.1.2). */
    private static boolean isKnown(String ifNoneMatch, String etag) {
        return ifNoneMatch != null && (ifNoneMatch.strip().equals("*") || Arrays.stream(ifNoneMatch.split(","))
                .map(String::strip).anyMatch(tag -> (tag.startsWith("W/") ? tag.substring(2) : tag).equals(etag)));
    }

    private String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((mediaType + '\n').getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
