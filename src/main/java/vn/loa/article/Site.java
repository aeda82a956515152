package vn.loa.article;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;
import java.util.Optional;
import vn.loa.http.LinkPattern;
import vn.loa.http.PublicUrl;
import vn.loa.settings.Allowed;

/**
 * The portal that is published here. Its addresses are configuration: the host that a request names is the caller's word,
 * and one answer is kept for all callers.
 */
@ConfigMapping(prefix = "loa.site")
public interface Site {

    /** Where the portal's days begin and end, and what a date on its pages means. */
    @WithDefault("Asia/Ho_Chi_Minh")
    ZoneId zone();

    /** What it is called in feeds and JSON-LD. */
    @WithDefault("Loa")
    @Allowed(pattern = ".{1,200}", words = "a name of 1 to 200 characters")
    String name();

    /** Its home page; without it, the API's list of articles. */
    @Allowed(words = "an absolute address without a query, such as https://www.example.vn")
    Optional<PublicUrl> home();

    /** Where it shows an article; without it, the article in the API. */
    @Allowed(words = "an absolute address with {slug} or {id}, such as https://www.example.vn/bai-viet/{slug}")
    Optional<LinkPattern> link();
}
