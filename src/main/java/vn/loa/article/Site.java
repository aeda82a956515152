package vn.loa.article;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;
import java.util.Optional;
import vn.loa.http.LinkPattern;
import vn.loa.http.PublicUrl;
import vn.loa.http.QueryPattern;
import vn.loa.settings.Allowed;

/**
 * Settings of the portal. Its URIs are configured and not taken from a request's Host header, because a client can
 * forge that header and cached responses are the same for all clients.
 */
@ConfigMapping(prefix = "loa.site")
public interface Site {

    String DEFAULT_NAME = "Loa";

    /** The time zone of the portal's days and of dates in requests. */
    @WithDefault("Asia/Ho_Chi_Minh")
    ZoneId zone();

    /** The portal's name in feeds and JSON-LD. */
    @WithDefault(DEFAULT_NAME)
    @Allowed(pattern = ".{1,200}", words = "a name of 1 to 200 characters")
    String name();

    /** The portal's home page; unset: the reader's, or the first page of the API. */
    @Allowed(words = "an absolute address without a query, such as https://www.example.vn")
    Optional<PublicUrl> home();

    /** The pattern of an article's page; unset: the reader's, or the article's HTML in the API. */
    @Allowed(words = "an absolute address with {slug} or {id}, such as https://www.example.vn/bai-viet/{slug}")
    Optional<LinkPattern> link();

    /** The pattern of a category's page; unset: the reader's, or the category in the API. */
    @Allowed(words = "an absolute address with {slug} or {id}, such as https://www.example.vn/chuyen-muc/{slug}")
    Optional<LinkPattern> categoryLink();

    /** The pattern of the page that finds a document by what somebody typed; unset: the reader's search, if there is one. */
    @Allowed(words = "an absolute address with {q}, such as https://www.example.vn/tra-cuu?q={q}")
    Optional<QueryPattern> resolveLink();
}
