package vn.loa.feed;

import vn.loa.html.XmlWriter;

/** Writes a feed as Atom (RFC 4287). Each text is marked as plain or HTML. */
final class AtomFeed {

    static final String MEDIA_TYPE = "application/atom+xml";
    static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private AtomFeed() {
    }

    static String write(Feed feed) {
        XmlWriter xml = new XmlWriter();
        xml.start("feed", "xmlns", NAMESPACE).element("title", feed.title(), "type", "text").element("id", feed.self())
                .empty("link", "rel", "self", "type", MEDIA_TYPE, "href", feed.self())
                .empty("link", "rel", "alternate", "href", feed.home())
                .element("updated", feed.updated().toString());
        // For entries without an author (RFC 4287, section 4.2.1).
        author(feed.title(), xml);
        feed.entries().forEach(entry -> entry(entry, feed.categories(), xml));
        return xml.finish();
    }

    private static void entry(FeedEntry entry, String categories, XmlWriter xml) {
        xml.start("entry", "xml:lang", entry.language()).element("title", entry.title(), "type", "text")
                .element("id", entry.urn()).empty("link", "rel", "alternate", "href", entry.link())
                .element("published", entry.published().toString()).element("updated", entry.updated().toString());
        if (entry.byline() != null) {
            author(entry.byline(), xml);
        }
        if (entry.category() != null) {
            xml.empty("category", "term", entry.category().slug(), "label", entry.category().title(), "scheme", categories);
        }
        if (entry.directiveType() != null) {
            xml.empty("category", "term", entry.directiveType(), "scheme", Feed.DIRECTIVE_TYPE);
        }
        entry.tags().forEach(tag -> xml.empty("category", "term", tag));
        if (entry.picture() != null) {
            xml.empty("link", "rel", "enclosure", "type", entry.picture().type(), "length",
                    String.valueOf(entry.picture().length()), "href", entry.picture().url());
        }
        if (entry.summary() != null) {
            xml.element("summary", entry.summary(), "type", "text");
        }
        xml.element("content", entry.html(), "type", "html").end();
    }

    private static void author(String name, XmlWriter xml) {
        xml.start("author").element("name", name).end();
    }
}
