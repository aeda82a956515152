package vn.loa.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The address at which the portal searches: absolute, with {@code {q}} in place of what is sought. */
public record QueryPattern(String value) {

    private static final String QUERY = "{q}";

    public QueryPattern {
        if (!value.contains(QUERY)) {
            throw new IllegalArgumentException("'" + value + "' must have " + QUERY);
        }
        PublicUrl.requireFollowable(filled(value, "q"));
    }

    /** Reads a setting. */
    public static QueryPattern parse(CharSequence setting) {
        return new QueryPattern(setting.toString().strip());
    }

    public String link(String text) {
        return filled(value, text);
    }

    /** A space becomes {@code %20}, which holds in every part of an address. */
    private static String filled(String pattern, String text) {
        return pattern.replace(QUERY, URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
