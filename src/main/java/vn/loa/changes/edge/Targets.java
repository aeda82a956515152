package vn.loa.changes.edge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.loa.changes.edge.Target.Call;
import vn.loa.http.CacheTagged;

/** The targets that the operator has set. */
final class Targets {

    /** Varnish takes headers of 8 kB (http_req_hdr_len). */
    private static final int VARNISH_BYTES = 6000;
    private static final int VARNISH_TAGS = 1000;
    /** The files for Varnish take it for all tags. */
    private static final String EVERYTHING = "*";
    /** Fastly's documentation of the batch of surrogate keys. */
    private static final int FASTLY_TAGS = 256;
    /** Cloudflare's documentation of purging by tags. */
    private static final int CLOUDFLARE_TAGS = 100;
    private static final int ANY_BYTES = 1 << 20;
    private static final String IN_JSON = "\",\"";

    private Targets() {
    }

    static List<Target> of(EdgeConfig config) {
        List<Target> all = new ArrayList<>();
        config.varnish().ifPresent(urls -> urls.stream().distinct().forEach(url -> all.add(varnish(url))));
        config.fastly().ifPresent(url -> all.add(fastly(url, config.fastlyToken().orElseThrow())));
        config.cloudflare().ifPresent(url -> all.add(cloudflare(url, config.cloudflareToken().orElseThrow())));
        config.templateUrl().ifPresent(url -> all.add(template(url, config)));
        return all;
    }

    private static Target varnish(String url) {
        return new Target("varnish " + url, new Call("PURGE", url, Map.of(CacheTagged.HEADER, Target.TAGS), null),
                new Call("PURGE", url, Map.of(CacheTagged.HEADER, EVERYTHING), null), " ", VARNISH_TAGS, VARNISH_BYTES);
    }

    private static Target fastly(String service, String token) {
        Map<String, String> headers = Map.of("Fastly-Key", token, "Content-Type", "application/json", "Accept", "application/json");
        return new Target("fastly " + service,
                new Call("POST", below(service, "purge"), headers, "{\"surrogate_keys\":[\"" + Target.TAGS + "\"]}"),
                new Call("POST", below(service, "purge_all"), headers, null), IN_JSON, FASTLY_TAGS, ANY_BYTES);
    }

    private static Target cloudflare(String zone, String token) {
        Map<String, String> headers = Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json");
        String purge = below(zone, "purge_cache");
        return new Target("cloudflare " + zone, new Call("POST", purge, headers, "{\"tags\":[\"" + Target.TAGS + "\"]}"),
                new Call("POST", purge, headers, "{\"purge_everything\":true}"), IN_JSON, CLOUDFLARE_TAGS, ANY_BYTES);
    }

    private static Target template(String url, EdgeConfig config) {
        Map<String, String> headers = new LinkedHashMap<>();
        config.templateHeaders().orElse(List.of()).forEach(line -> {
            String[] header = line.split(": ", 2);
            headers.put(header[0], header[1]);
        });
        // The path may hold a secret.
        return new Target("template " + url.split("/", 4)[2],
                new Call(config.templateMethod(), url, headers, config.templateBody().orElse(null)),
                new Call(config.templateMethod(), config.templateAllUrl().orElseThrow(), headers, config.templateAllBody().orElse(null)),
                config.templateSeparator().orElse(","), config.templateTags(), (int) config.templateBytes().asLongValue());
    }

    private static String below(String url, String path) {
        return url.endsWith("/") ? url + path : url + "/" + path;
    }
}
