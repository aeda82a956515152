package vn.loa.feed;

import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.CacheTagged;

/** Builds a response whose format is fixed by its path. */
final class TextResponse {

    private TextResponse() {
    }

    static RestResponse<byte[]> of(String text, String mediaType) {
        return builder(text, mediaType).build();
    }

    /** @param articles the articles that the response shows */
    static RestResponse<byte[]> of(String text, String mediaType, List<UUID> articles) {
        return builder(text, mediaType).header(CacheTagged.HEADER,
                articles.stream().map(CacheTagged::ofArticle).collect(Collectors.joining(" "))).build();
    }

    private static RestResponse.ResponseBuilder<byte[]> builder(String text, String mediaType) {
        return RestResponse.ResponseBuilder.ok(text.getBytes(StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_TYPE, mediaType + ";charset=UTF-8");
    }
}
