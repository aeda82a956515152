package vn.loa.changes.edge;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A cache that is purged, and how. Its requests are templates in which {@link #TAGS} stands for tags. A tag has only letters, digits
 * and hyphens, so that it is written the same in an address, a header and JSON.
 *
 * @param name tells it apart in the database, in metrics and in logs: without secrets
 * @param tagged what purges tags
 * @param all what purges everything
 * @param separator what stands between tags
 * @param mostTags in one request
 * @param mostBytes that the tags of one request may have
 */
record Target(String name, Call tagged, Call all, String separator, int mostTags, int mostBytes) {

    static final String TAGS = "{tags}";

    /**
     * A request.
     *
     * @param headers the names with the values
     * @param body null for none
     */
    record Call(String method, String url, Map<String, String> headers, String body) {

        private Call with(String tags) {
            Map<String, String> filled = new LinkedHashMap<>();
            headers.forEach((name, value) -> filled.put(name, value.replace(TAGS, tags)));
            return new Call(method, url.replace(TAGS, tags), filled, body == null ? null : body.replace(TAGS, tags));
        }

        HttpRequest request(Duration timeout) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(timeout)
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            headers.forEach(request::setHeader);
            return request.build();
        }
    }

    /** The requests that purge these tags: as few as the target's limits allow. */
    List<Call> calls(Collection<String> tags) {
        List<Call> calls = new ArrayList<>();
        List<String> some = new ArrayList<>();
        int bytes = 0;
        for (String tag : tags) {
            if (some.size() == mostTags || !some.isEmpty() && bytes + separator.length() + tag.length() > mostBytes) {
                calls.add(tagged.with(String.join(separator, some)));
                some.clear();
                bytes = 0;
            }
            bytes += tag.length() + (some.isEmpty() ? 0 : separator.length());
            some.add(tag);
        }
        if (!some.isEmpty()) {
            calls.add(tagged.with(String.join(separator, some)));
        }
        return calls;
    }
}
