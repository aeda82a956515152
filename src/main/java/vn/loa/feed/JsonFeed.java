package vn.loa.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A feed as JSON Feed 1.1 (jsonfeed.org). */
@Schema(name = "JsonFeed", description = "The newest articles as a JSON Feed 1.1.")
record JsonFeed(
        @Schema(required = true) String version,
        @Schema(required = true) String title,
        @Schema(description = "Where people find the portal.", required = true)
        @JsonProperty("home_page_url") String homePageUrl,
        @Schema(description = "Where this feed is.", required = true)
        @JsonProperty("feed_url") String feedUrl,
        @Schema(description = "The newest first.", required = true) List<FeedItem> items) {

    static final String MEDIA_TYPE = "application/feed+json";
    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    /** An article. */
    @Schema(name = "JsonFeedItem", description = "An article in a JSON Feed.")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record FeedItem(
            @Schema(description = "Never changes.", examples = "urn:uuid:01a206d2-563a-7e8e-8a6a-736bf594a420",
                    required = true)
            String id,
            @Schema(description = "Where people read it.", required = true) String url,
            @Schema(description = "Plain text.", required = true) String title,
            @Schema(description = "Plain text.") String summary,
            @Schema(description = "The body, as HTML that is safe to show.", required = true)
            @JsonInclude(JsonInclude.Include.ALWAYS) @JsonProperty("content_html") String contentHtml,
            @Schema(required = true) @JsonProperty("date_published") Instant datePublished,
            @Schema(required = true) @JsonProperty("date_modified") Instant dateModified,
            List<FeedAuthor> authors,
            List<String> tags,
            @Schema(description = "BCP 47.", required = true) String language) {

        private static FeedItem of(FeedEntry entry) {
            return new FeedItem(entry.urn(), entry.link(), entry.title(), entry.summary(), entry.html(), entry.published(),
                    entry.updated(), entry.byline() == null ? List.of() : List.of(new FeedAuthor(entry.byline())),
                    entry.tags(), entry.language());
        }
    }

    /** The author of an article. */
    @Schema(name = "JsonFeedAuthor", description = "Who wrote an article.")
    record FeedAuthor(@Schema(required = true) String name) {
    }

    static JsonFeed of(Feed feed) {
        return new JsonFeed(VERSION, feed.title(), feed.home(), feed.self(),
                feed.entries().stream().map(FeedItem::of).toList());
    }
}
