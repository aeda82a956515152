package vn.loa.http;

import java.util.UUID;

/**
 * Where the frontend shows an article: an absolute address with {@code {slug}} or {@code {id}} in the place of the
 * article's, such as {@code https://www.example.vn/bai-viet/{slug}}.
 */
public record LinkPattern(String value) {

    private static final String SLUG = "{slug}";
    private static final String ID = "{id}";

    public LinkPattern {
        if (!value.contains(SLUG) && !value.contains(ID)) {
            throw new IllegalArgumentException("'" + value + "' must have " + SLUG + " or " + ID);
        }
        // Braces are in no address: any that are left stand for something that is not known.
        PublicUrl.requireFollowable(filled(value, "id", "slug"));
    }

    /** Of a setting. */
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
