package vn.loa.feed;

import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.jboss.resteasy.reactive.RestResponse;

/** An answer whose form its address names. */
final class TextAnswer {

    private TextAnswer() {
    }

    /** @param changedAt when anything public last changed: whatever leaves a feed or a sitemap changes it too */
    static RestResponse<byte[]> of(String text, String mediaType, Instant changedAt) {
        return RestResponse.ResponseBuilder.ok(text.getBytes(StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_TYPE, mediaType + ";charset=UTF-8")
                .lastModified(Date.from(changedAt)).build();
    }
}
