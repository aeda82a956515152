package vn.loa.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.loa.article.Site;
import vn.loa.http.ApiPaths;
import vn.loa.http.LinkPattern;
import vn.loa.http.PublicAddress;
import vn.loa.http.PublicUrl;

/** Absolute URIs, made of the configured ones. */
@ApplicationScoped
class FeedLinks {

    private final PublicUrl api;
    private final String home;
    private final LinkPattern articles;

    FeedLinks(Site site, PublicAddress address) {
        this.api = address.publicUrl();
        this.home = site.home().map(PublicUrl::value).orElse(api.at(ApiPaths.ARTICLES));
        this.articles = site.link().orElseGet(() -> new LinkPattern(api.at(ApiPaths.ARTICLES + "/{slug}")));
    }

    /** The URI of an article's page. */
    String article(UUID id, String slug) {
        return articles.link(id, slug);
    }

    /** The URI of the portal. */
    String home() {
        return home;
    }

    /** @param path a path of this API, with its query */
    String api(String path) {
        return api.at(path);
    }
}
