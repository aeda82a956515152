package vn.loa.feed;

/** Examples for the contract of formats that are not JSON. */
final class FeedExamples {

    static final String NAME = "example";
    static final String RSS = """
            <?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" \
            xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>\
            <title>Loa</title><link>https://www.example.vn</link><description>Loa</description>\
            <atom:link rel="self" type="application/rss+xml" href="https://api.example.vn/api/v1/feeds/articles.rss"/>\
            <lastBuildDate>Wed, 27 Jul 2022 01:44:11 GMT</lastBuildDate><item><title>Bảo đảm an toàn giao thông</title>\
            <link>https://www.example.vn/bai-viet/bao-dam-an-toan-giao-thong</link>\
            <guid isPermaLink="false">urn:uuid:01a206d2-563a-7e8e-8a6a-736bf594a420</guid>\
            <pubDate>Wed, 27 Jul 2022 01:44:11 GMT</pubDate><category>an toàn giao thông</category>\
            <content:encoded>&lt;p&gt;Ngày 13/7/2022 …&lt;/p&gt;</content:encoded></item></channel></rss>
            """;
    static final String ATOM = """
            <?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title type="text">Loa</title>\
            <id>https://api.example.vn/api/v1/feeds/articles.atom</id>\
            <link rel="self" type="application/atom+xml" href="https://api.example.vn/api/v1/feeds/articles.atom"/>\
            <link rel="alternate" href="https://www.example.vn"/><updated>2022-07-27T01:44:11Z</updated>\
            <author><name>Loa</name></author><entry xml:lang="vi"><title type="text">Bảo đảm an toàn giao thông</title>\
            <id>urn:uuid:01a206d2-563a-7e8e-8a6a-736bf594a420</id>\
            <link rel="alternate" href="https://www.example.vn/bai-viet/bao-dam-an-toan-giao-thong"/>\
            <published>2022-07-27T01:44:11Z</published><updated>2022-07-27T01:44:11Z</updated>\
            <category term="an toàn giao thông"/><content type="html">&lt;p&gt;Ngày 13/7/2022 …&lt;/p&gt;</content></entry></feed>
            """;
    static final String SITEMAP = """
            <?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>\
            <loc>https://www.example.vn/bai-viet/bao-dam-an-toan-giao-thong</loc><lastmod>2022-07-27T01:44:11Z</lastmod>\
            </url></urlset>
            """;

    private FeedExamples() {
    }
}
