package vn.loa.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import vn.loa.http.ApiPaths;
import vn.loa.http.LinkPattern;
import vn.loa.http.PublicServer;
import vn.loa.http.PublicUrl;

/**
 * The pages on which people read what the API answers: those of the portal, where it is configured; the reader's otherwise; and
 * without a reader the HTML that the API itself has.
 */
@ApplicationScoped
public class PortalLinks {

    /** The path of the reader; a slash follows. */
    public static final String READER = "/reader";

    private final PublicServer server;
    private final Site site;
    private final boolean hasReader;

    PortalLinks(Site site, PublicServer server, ReaderConfig reader, SampleConfig sample) {
        this.server = server;
        this.site = site;
        this.hasReader = reader.enabled().orElseGet(() -> sample.sampleContent().orElse(sample.embeddedData().isPresent()));
    }

    /** The absolute address of an article's page. */
    public String article(UUID id, String slug) {
        return absolute(page(id, slug));
    }

    /** The address of an article's page for an answer of this API: without a host, where the page is in Loa itself. */
    public String page(UUID id, String slug) {
        return site.link().map(pattern -> pattern.link(id, slug))
                .orElse(hasReader ? READER + "/articles/" + slug : html(slug));
    }

    /**
     * {@link #page} at a part of the text.
     *
     * @param eId null for the whole
     */
    public String page(UUID id, String slug, String eId) {
        String page = page(id, slug);
        // A page that is named by a fragment has no room for another one.
        return eId == null || page.indexOf('#') >= 0 ? page : page + "#" + encoded(eId);
    }

    /** The absolute address of a category's page. */
    public String category(UUID id, String slug) {
        return absolute(site.categoryLink().map(pattern -> pattern.link(id, slug))
                .orElse((hasReader ? READER + "/categories/" : ApiPaths.CATEGORIES + "/") + slug));
    }

    /** The path of an article's HTML in the API. */
    public static String html(String slug) {
        return ApiPaths.ARTICLES + "/" + slug + "/html";
    }

    /** The absolute address of the portal's first page. */
    public String home() {
        return absolute(front());
    }

    /** The address of the portal's first page for an answer of this API. */
    public String front() {
        return site.home().map(PublicUrl::value).orElse(hasReader ? READER + "/" : "/");
    }

    /** Where the portal finds a document that several texts may be; empty when it does not. */
    public Optional<String> choice(String text) {
        return site.resolveLink().map(pattern -> pattern.link(text))
                .or(() -> hasReader ? Optional.of(READER + "/search?q=" + encoded(text)) : Optional.empty());
    }

    /** Where the portal finds a document that is not published here; empty when nothing is configured. */
    public Optional<String> elsewhere(String text) {
        return site.resolveLink().map(pattern -> pattern.link(text));
    }

    public boolean hasReader() {
        return hasReader;
    }

    /** @param path a path of this API, with its query */
    public String api(String path) {
        return server.url().at(path);
    }

    private String absolute(String address) {
        return address.startsWith("/") ? api(address) : address;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
