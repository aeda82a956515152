package vn.loa.cache;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.loa.http.ApiPaths;
import vn.loa.http.CacheTagged;

/** What {@code Cache-Tag} says of an answer. */
final class TagHeader {

    /**
     * In bytes. All headers of an answer must fit into 4 kB, the buffer that nginx has for them unless told otherwise
     * (proxy_buffer_size); Varnish takes 8 kB for one (http_resp_hdr_len).
     */
    static final int LONGEST = 2000;

    private static final String ARTICLES = ApiPaths.V1 + "/articles/";

    private TagHeader() {
    }

    /**
     * The article that the address is about, what the answer shows, and what the resource says; or that it may show any
     * article.
     *
     * @param path normalized
     * @param shown the answer's entity; null for none
     * @param given what the resource says; null for nothing
     */
    static String of(String path, Object shown, String given) {
        Set<String> tags = new LinkedHashSet<>();
        List<String> said = CacheTagged.parse(given);
        UUID article = articleIn(path);
        if (article != null) {
            tags.add(CacheTagged.ofArticle(article));
        }
        Set<String> shows = CacheTagged.tagsOf(shown);
        boolean known = path.startsWith(ARTICLES) && !(tags.isEmpty() && shows.isEmpty() && said.isEmpty());
        if (!known || said.contains(CacheTagged.LISTS)) {
            tags.add(CacheTagged.LISTS);
        }
        tags.addAll(shows);
        tags.addAll(said);
        return shortened(tags);
    }

    /** As many as fit; where some do not, with the collective tag that stands for them. */
    private static String shortened(Set<String> tags) {
        String all = String.join(" ", tags);
        if (all.length() <= LONGEST) {
            return all;
        }
        List<String> kept = new ArrayList<>(tags);
        if (!tags.contains(CacheTagged.LISTS)) {
            // Behind the article's own: the others are those of what it cites.
            kept.add(1, CacheTagged.CITATIONS);
        }
        StringBuilder header = new StringBuilder(kept.get(0));
        for (String tag : kept.subList(1, kept.size())) {
            if (header.length() + 1 + tag.length() > LONGEST) {
                break;
            }
            header.append(' ').append(tag);
        }
        return header.toString();
    }

    /** However the id is written; null where the address has none. */
    private static UUID articleIn(String path) {
        if (!path.startsWith(ARTICLES)) {
            return null;
        }
        int end = path.indexOf('/', ARTICLES.length());
        try {
            return UUID.fromString(path.substring(ARTICLES.length(), end < 0 ? path.length() : end));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
