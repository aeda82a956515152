package vn.loa.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import vn.loa.article.PictureView;

/** An article in the terms of schema.org. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record NewsArticle(
        @JsonProperty("@context") String context,
        @JsonProperty("@type") String schema,
        @JsonProperty("@id") String id,
        String url,
        String mainEntityOfPage,
        String headline,
        String description,
        Image image,
        Instant datePublished,
        Instant dateModified,
        String inLanguage,
        List<String> keywords,
        String articleSection,
        Agent author,
        Agent publisher,
        String creativeWorkStatus,
        Legislation about,
        List<Legislation> citation) {

    static final String CONTEXT = "https://schema.org";
    static final String TYPE = "NewsArticle";
    static final String WITHDRAWN = "Withdrawn";

    /** An image. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Image(
            @JsonProperty("@type") String schema,
            String url,
            int width,
            int height,
            String caption,
            String creditText) {

        /** Null for none. */
        static Image of(PictureView picture) {
            return picture == null ? null : new Image("ImageObject", picture.url(), picture.width(), picture.height(),
                    picture.caption(), picture.credit());
        }
    }

    /** A person or an organization. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Agent(
            @JsonProperty("@type") String schema,
            String name,
            String url) {

        static Agent person(String name) {
            return new Agent("Person", name, null);
        }

        /** @param url may be null */
        static Agent organization(String name, String url) {
            return new Agent("Organization", name, url);
        }
    }
}
