package vn.loa.feed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An article as feeds tell of it.
 *
 * @param link where people read it
 * @param summary plain text; may be null
 * @param byline plain text; may be null
 * @param html the body, safe and with absolute links; or, where that is too long, the summary
 * @param directiveType of the directive that it carries; null when it carries none
 */
record FeedEntry(UUID id, String link, String language, String title, String summary, String byline, String html,
        List<String> tags, String directiveType, Instant published, Instant updated) {

    /** Its identity, which does not change with its name (RFC 9562, section 4). */
    String urn() {
        return "urn:uuid:" + id;
    }

    FeedEntry withHtml(String body) {
        return new FeedEntry(id, link, language, title, summary, byline, body, tags, directiveType, published, updated);
    }
}
