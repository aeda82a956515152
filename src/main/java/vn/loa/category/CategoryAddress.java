package vn.loa.category;

import java.util.UUID;
import vn.loa.json.CanonicalUuid;
import vn.loa.text.fold.Slug;

/**
 * How the path of a request names a category: by its id or by a slug. No slug has the form of an id. A text that is neither
 * names no category: then both are null.
 */
public record CategoryAddress(UUID id, String slug) {

    /** Quarkus REST reads path parameters by this method. */
    public static CategoryAddress fromString(String text) {
        if (Slug.parse(text).isPresent()) {
            return new CategoryAddress(null, text);
        }
        try {
            return new CategoryAddress(CanonicalUuid.parse(text), null);
        } catch (IllegalArgumentException e) {
            return new CategoryAddress(null, null);
        }
    }
}
