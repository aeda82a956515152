package vn.loa.changes.edge;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.loa.settings.Allowed;

/** Settings of the caches in front that Loa purges. Without any of them nothing is purged. */
@ConfigMapping(prefix = "loa.edge")
public interface EdgeConfig {

    /** An address without a user, a fragment or a comma. */
    String URL = "https?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?(/[!-~&&[^#,\\\\\"<>^`|]]*)?";
    String URL_WORDS = "an address such as http://10.0.0.5:6082/";
    String TOKEN = "[!-~]{1,4000}";

    /** Where Varnish takes purges, by one of the files in {@code src/docs/edge}; several, if there are several. */
    @Allowed(pattern = EdgeConfig.URL, words = "addresses such as http://10.0.0.5:6082/, with commas")
    Optional<List<String>> varnish();

    /** The service's address in Fastly's API. */
    @Allowed(pattern = EdgeConfig.URL, words = "an address such as https://api.fastly.com/service/SERVICE", needs = "loa.edge.fastly-token")
    Optional<String> fastly();

    /** The key for Fastly's API. */
    @Allowed(pattern = EdgeConfig.TOKEN, secret = true, words = "visible ASCII characters, at most 4000")
    Optional<String> fastlyToken();

    /** The zone's address in Cloudflare's API. */
    @Allowed(pattern = EdgeConfig.URL, words = "an address such as https://api.cloudflare.com/client/v4/zones/ZONE",
            needs = "loa.edge.cloudflare-token")
    Optional<String> cloudflare();

    /** The token for Cloudflare's API. */
    @Allowed(pattern = EdgeConfig.TOKEN, secret = true, words = "visible ASCII characters, at most 4000")
    Optional<String> cloudflareToken();

    /** Where another cache takes purges. {@code {tags}} stands for the tags here, in the headers and in the body. */
    @Allowed(pattern = EdgeConfig.URL, secret = true, words = EdgeConfig.URL_WORDS, needs = "loa.edge.template-all-url")
    Optional<String> templateUrl();

    /** Where it takes the request to purge everything. */
    @Allowed(pattern = EdgeConfig.URL, secret = true, words = EdgeConfig.URL_WORDS, needs = "loa.edge.template-url")
    Optional<String> templateAllUrl();

    /** The method of both requests. */
    @WithDefault("POST")
    @Allowed(pattern = "[A-Z]{1,20}", words = "a method such as POST or PURGE")
    String templateMethod();

    /** The headers of both requests. */
    @Allowed(pattern = "(?i)(?!(connection|content-length|expect|host|upgrade):)[A-Z0-9-]{1,100}: [ -~]{1,4000}", secret = true,
            words = "headers like Name: value, with commas between them (one in a value as \\,)")
    Optional<List<String>> templateHeaders();

    /** The body that purges tags. */
    @Allowed(pattern = "(?s).{1,10000}", words = "a text of at most 10000 characters", needs = "loa.edge.template-url")
    Optional<String> templateBody();

    /** The body that purges everything. */
    @Allowed(pattern = "(?s).{1,10000}", words = "a text of at most 10000 characters", needs = "loa.edge.template-url")
    Optional<String> templateAllBody();

    /** What stands between tags. */
    @Allowed(pattern = "[ -~]{1,20}", words = "1 to 20 visible ASCII characters or spaces")
    Optional<String> templateSeparator();

    /** The most tags in one request. */
    @WithDefault("100")
    @Allowed(from = "1", to = "1000")
    int templateTags();

    /** The most bytes that the tags of one request may have, with what stands between them. */
    @WithDefault("6000")
    @Allowed(from = "1K", to = "1M")
    MemorySize templateBytes();

    /** How long a request may take. */
    @WithDefault("5S")
    @Allowed(from = "1S", to = "60S")
    Duration timeout();
}
