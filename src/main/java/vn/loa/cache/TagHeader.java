package vn.loa.cache;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.loa.http.ApiPaths;
import vn.loa.http.CacheTagged;

/** Builds the {@code Cache-Tag} header of a response. */
final class TagHeader {

    /**
     * In bytes. All headers of a response must fit into 4 kB, nginx's default buffer for them (proxy_buffer_size).
     * Varnish takes 8 kB for one header (http_resp_hdr_len).
     */
    static final int MAX_LENGTH = 2000;

    private TagHeader() {
    }

    /**
     * The tags of the article that the path names, of the articles that the response shows, and those that the resource set.
     * Responses outside {@code /articles/…}, and those without any such tag, also have the tag for lists, because they
     * may show any article.
     *
     * @param path normalized
     * @param named the tag of the article that the path names; null when it names none
     * @param shown the response's entity; null when there is none
     * @param given the tags that the resource set; null when it set none
     */
    static String of(String path, String named, Object shown, String given) {
        Set<String> tags = new LinkedHashSet<>();
        List<String> givenTags = CacheTagged.parse(given);
        if (named != null) {
            tags.add(named);
        }
        Set<String> shownTags = CacheTagged.tagsOf(shown);
        boolean isAboutArticles = path.startsWith(ApiPaths.ARTICLES + "/") && !(tags.isEmpty() && shownTags.isEmpty() && givenTags.isEmpty());
        if (!isAboutArticles || givenTags.contains(CacheTagged.LISTS)) {
            tags.add(CacheTagged.LISTS);
        }
        tags.addAll(shownTags);
        tags.addAll(givenTags);
        return shortened(tags);
    }

    /** The tags that fit. When some do not fit, a collective tag stands for them. */
    private static String shortened(Set<String> tags) {
        String all = String.join(" ", tags);
        if (all.length() <= MAX_LENGTH) {
            return all;
        }
        List<String> kept = new ArrayList<>(tags);
        if (!tags.contains(CacheTagged.LISTS)) {
            // Second place, behind the article's own tag: the remaining tags are those of cited articles.
            kept.add(1, CacheTagged.CITATIONS);
        }
        StringBuilder header = new StringBuilder(kept.get(0));
        for (String tag : kept.subList(1, kept.size())) {
            if (header.length() + 1 + tag.length() > MAX_LENGTH) {
                break;
            }
            header.append(' ').append(tag);
        }
        return header.toString();
    }
}
