package vn.loa.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.loa.web.Api;

/** Absolute addresses, as configured. */
@ApplicationScoped
class FeedLinks {

    private final PublicUrl api;
    private final String home;
    private final LinkPattern articles;

    FeedLinks(FeedConfig config) {
        this.api = config.api();
        this.home = config.site().map(PublicUrl::value).orElse(api.at(Api.V1 + "/articles"));
        this.articles = config.link().orElseGet(() -> new LinkPattern(api.at(Api.V1 + "/articles/by-slug/{slug}")));
    }

    /** Where people read an article. */
    String article(UUID id, String slug) {
        return articles.link(id, slug);
    }

    /** Where people find the portal. */
    String home() {
        return home;
    }

    /** @param path of this API, with its query */
    String api(String path) {
        return api.at(path);
    }
}
