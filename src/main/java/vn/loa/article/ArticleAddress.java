package vn.loa.article;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.json.CanonicalUuid;
import vn.loa.text.fold.Slug;

/**
 * How the path of a request names an article: by its id or by a slug. No slug has the form of an id, so no text is both. A
 * text that is neither names no article: then both are null.
 */
@Schema(name = "ArticleAddress", type = SchemaType.STRING, description = ArticleAddress.DESCRIPTION)
public record ArticleAddress(UUID id, Slug slug) {

    public static final String DESCRIPTION = "The article's id or slug. A former slug is answered 301.";
    public static final String ID_OR_SLUG = "The article's id, or a slug that it has or had.";
    public static final String EXAMPLE = "bao-dam-an-toan-giao-thong-hoc-duong-ngay-tu-dau-nam-hoc-moi";

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
