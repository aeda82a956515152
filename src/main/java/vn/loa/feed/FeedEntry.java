package vn.loa.feed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.loa.category.ArticleCategory;

/**
 * An article in a feed.
 *
 * @param link the URI of the article's page
 * @param summary plain text; may be null
 * @param byline plain text; may be null
 * @param html the body as safe HTML with absolute links; the summary when the body is too long
 * @param picture may be null
 * @param category null for none
 * @param directiveType the type of the article's directive; null when it carries none
 */
record FeedEntry(UUID id, String link, String language, String title, String summary, String byline, String html,
        List<String> tags, FeedPicture picture, ArticleCategory category, String directiveType, Instant published, Instant updated) {

    /** The entry's permanent identity, which does not change with the slug (RFC 9562, section 4). */
    String urn() {
        return "urn:uuid:" + id;
    }

    FeedEntry withHtml(String body) {
        return new FeedEntry(id, link, language, title, summary, byline, body, tags, picture, category, directiveType, published, updated);
    }
}
