package vn.loa.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import vn.loa.settings.Allowed;

/**
 * What feeds say of the portal, and where their links lead. All of it is configuration: the host that a request names
 * is the caller's word, and one answer is kept for all callers.
 */
@ConfigMapping(prefix = "loa.feed")
public interface FeedConfig {

    /** The portal's name. */
    @WithDefault("Loa")
    @Allowed(pattern = ".{1,200}", words = "a name of 1 to 200 characters")
    String title();

    /** Where the public reaches this API. */
    @WithDefault("http://localhost:${quarkus.http.port:8080}")
    @Allowed(words = "an absolute address without a query, such as https://api.example.vn")
    PublicUrl api();

    /** The frontend's home page; without it, the API's list of articles. */
    @Allowed(words = "an absolute address without a query, such as https://www.example.vn")
    Optional<PublicUrl> site();

    /** Where the frontend shows an article; without it, the article in the API. */
    @Allowed(words = "an absolute address with {slug} or {id}, such as https://www.example.vn/bai-viet/{slug}")
    Optional<LinkPattern> link();
}
