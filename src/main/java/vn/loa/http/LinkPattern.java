package vn.loa.http;

import java.util.UUID;

/**
 * The address at which the portal shows an article: absolute, with {@code {slug}} or {@code {id}} in place of the
 * article's own, such as {@code https://www.example.vn/bai-viet/{slug}}.
 */
public record LinkPattern(String value) {

    private static final String SLUG = "{slug}";
    private static final String ID = "{id}";

    public LinkPattern {
        if (!value.contains(SLUG) && !value.contains(ID)) {
            throw new IllegalArgumentException("'" + value + "' must have " + SLUG + " or " + ID);
        }
        // A valid address has no braces: those that are left belong to an unknown placeholder.
        PublicUrl.requireFollowable(filled(value, "id", "slug"));
    }

    /** Reads a setting. */
    public static LinkPattern parse(CharSequence setting) {
        return new LinkPattern(setting.toString().strip());
    }

    public String link(UUID id, String slug) {
        return filled(value, id.toString(), slug);
    }

    private static String filled(String pattern, String id, String slug) {
        return pattern.replace(ID, id).replace(SLUG, slug);
    }
}
