package vn.loa.article;

import java.util.UUID;
import vn.loa.json.CanonicalUuid;
import vn.loa.text.fold.Slug;

/**
 * How the path of a request names an article: by its id or by a slug. No slug has the form of an id, so no text is both. A
 * text that is neither names no article: then both are null.
 */
public record ArticleAddress(UUID id, Slug slug) {

    /** Quarkus REST reads path parameters by this method. */
    public static ArticleAddress fromString(String text) {
        Slug slug = Slug.parse(text).orElse(null);
        if (slug != null) {
            return new ArticleAddress(null, slug);
        }
        try {
            return new ArticleAddress(CanonicalUuid.parse(text), null);
        } catch (IllegalArgumentException e) {
            return new ArticleAddress(null, null);
        }
    }
}
