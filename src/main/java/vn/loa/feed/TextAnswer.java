package vn.loa.feed;

import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.RestResponse;

/** An answer whose form its address names. */
final class TextAnswer {

    private TextAnswer() {
    }

    static RestResponse<byte[]> of(String text, String mediaType) {
        return RestResponse.ResponseBuilder.ok(text.getBytes(StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_TYPE, mediaType + ";charset=UTF-8").build();
    }
}
