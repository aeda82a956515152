package vn.loa.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import vn.loa.category.ArticleCategory;

/** A feed as JSON Feed 1.1 (jsonfeed.org). */
record JsonFeed(
        String version,
        String title,
        @JsonProperty("home_page_url") String homePageUrl,
        @JsonProperty("feed_url") String feedUrl,
        List<FeedItem> items) {

    static final String MEDIA_TYPE = "application/feed+json";
    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    /** An article. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record FeedItem(
            String id,
            String url,
            String title,
            String summary,
            @JsonInclude(JsonInclude.Include.ALWAYS) @JsonProperty("content_html") String contentHtml,
            String image,
            @JsonProperty("date_published") Instant datePublished,
            @JsonProperty("date_modified") Instant dateModified,
            List<FeedAuthor> authors,
            List<String> tags,
            String language) {

        private static FeedItem of(FeedEntry entry) {
            return new FeedItem(entry.urn(), entry.link(), entry.title(), entry.summary(), entry.html(),
                    entry.picture() == null ? null : entry.picture().scaled(), entry.published(),
                    entry.updated(), entry.byline() == null ? List.of() : List.of(new FeedAuthor(entry.byline())),
                    words(entry), entry.language());
        }
    }

    /** The category's title, unless it is a tag, too, and the tags. */
    private static List<String> words(FeedEntry entry) {
        return Stream.concat(Stream.ofNullable(entry.category()).map(ArticleCategory::title)
                .filter(title -> entry.tags().stream().noneMatch(title::equalsIgnoreCase)), entry.tags().stream()).toList();
    }

    /** The author of an article. */
    record FeedAuthor(String name) {
    }

    static JsonFeed of(Feed feed) {
        return new JsonFeed(VERSION, feed.title(), feed.home(), feed.self(),
                feed.entries().stream().map(FeedItem::of).toList());
    }
}
