package vn.loa.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jsoup.nodes.Entities;
import vn.loa.html.XmlWriter;

/**
 * Writes a feed as RSS 2.0. The body is {@code content:encoded}, and the author is {@code dc:creator}, because RSS's
 * own {@code author} is an e-mail address. A title is plain text, a description HTML (RSS Best Practices Profile).
 */
final class RssFeed {

    static final String MEDIA_TYPE = "application/rss+xml";

    /** RFC 822 with a four-digit year, as RSS 2.0 requires. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private RssFeed() {
    }

    static String write(Feed feed) {
        XmlWriter xml = new XmlWriter();
        xml.start("rss", "version", "2.0", "xmlns:atom", AtomFeed.NAMESPACE,
                "xmlns:content", "http://purl.org/rss/1.0/modules/content/", "xmlns:dc", "http://purl.org/dc/elements/1.1/");
        xml.start("channel").element("title", feed.title()).element("link", feed.home())
                .element("description", feed.title())
                .empty("atom:link", "rel", "self", "type", MEDIA_TYPE, "href", feed.self());
        if (!feed.entries().isEmpty()) {
            xml.element("lastBuildDate", date(feed.updated()));
        }
        feed.entries().forEach(entry -> item(entry, feed.categories(), xml));
        return xml.finish();
    }

    private static void item(FeedEntry entry, String categories, XmlWriter xml) {
        xml.start("item").element("title", entry.title()).element("link", entry.link())
                .element("guid", entry.urn(), "isPermaLink", "false").element("pubDate", date(entry.published()));
        if (entry.byline() != null) {
            xml.element("dc:creator", entry.byline());
        }
        if (entry.category() != null) {
            xml.element("category", entry.category().title(), "domain", categories);
        }
        if (entry.directiveType() != null) {
            xml.element("category", entry.directiveType(), "domain", Feed.DIRECTIVE_TYPE);
        }
        entry.tags().forEach(tag -> xml.element("category", tag));
        if (entry.picture() != null) {
            xml.empty("enclosure", "url", entry.picture().url(), "length", String.valueOf(entry.picture().length()),
                    "type", entry.picture().type());
        }
        if (entry.summary() != null) {
            xml.element("description", Entities.escape(entry.summary()));
        }
        xml.element("content:encoded", entry.html()).end();
    }

    private static String date(Instant instant) {
        return DATE.format(instant);
    }
}
