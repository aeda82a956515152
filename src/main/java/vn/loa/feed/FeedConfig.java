package vn.loa.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/**
 * What feeds say of the portal, and where their links lead. All of it is configuration: the host that a request names
 * is the caller's word, and one answer is kept for all callers.
 */
@ConfigMapping(prefix = "loa.feed")
public interface FeedConfig {

    /** The portal's name. */
    @WithDefault("Loa")
    String title();

    /** Where the public reaches this API. */
    @WithDefault("http://localhost:${quarkus.http.port:8080}")
    PublicUrl api();

    /** The frontend's home page; without it, the API's list of articles. */
    Optional<PublicUrl> site();

    /** Where the frontend shows an article; without it, the article in the API. */
    Optional<LinkPattern> link();
}
