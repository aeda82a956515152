package vn.loa.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An article in the terms of schema.org. */
@Schema(name = "NewsArticle", description = "An article as JSON-LD (schema.org/NewsArticle).")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record NewsArticle(
        @Schema(required = true) @JsonProperty("@context") String context,
        @Schema(required = true) @JsonProperty("@type") String schema,
        @Schema(description = "Its identity, which never changes.",
                examples = "urn:uuid:01a206d2-563a-7e8e-8a6a-736bf594a420", required = true)
        @JsonProperty("@id") String id,
        @Schema(description = "Where people read it.", required = true) String url,
        @Schema(description = "The same page.", required = true) String mainEntityOfPage,
        @Schema(required = true) String headline,
        @Schema(description = "The summary.") String description,
        @Schema(required = true) Instant datePublished,
        @Schema(required = true) Instant dateModified,
        @Schema(description = "BCP 47.", required = true) String inLanguage,
        List<String> keywords,
        Agent author,
        @Schema(description = "The portal.", required = true) Agent publisher,
        @Schema(description = "`Withdrawn`, of an article that is.") String creativeWorkStatus,
        @Schema(description = "The directive that it carries.") Legislation about,
        @Schema(description = "The documents that it cites; of an article with a directive, they are the directive's.")
        List<Legislation> citation) {

    static final String CONTEXT = "https://schema.org";
    static final String TYPE = "NewsArticle";
    static final String WITHDRAWN = "Withdrawn";

    /** A person or an organization. */
    @Schema(name = "SchemaOrgAgent", description = "A person or an organization (schema.org).")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Agent(
            @Schema(enumeration = {"Person", "Organization"}, required = true) @JsonProperty("@type") String schema,
            @Schema(required = true) String name,
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
