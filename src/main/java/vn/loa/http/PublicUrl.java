package vn.loa.http;

import java.net.URI;
import java.net.URISyntaxException;

/** An absolute address, http or https, without a query and without a slash at its end. */
public record PublicUrl(String value) {

    public PublicUrl {
        requireFollowable(value);
        if (value.indexOf('?') >= 0 || value.indexOf('#') >= 0 || value.endsWith("/")) {
            throw new IllegalArgumentException("'" + value + "' may not have a query, a fragment or a slash at its end");
        }
    }

    /** Reads a setting. A slash at its end is dropped. */
    public static PublicUrl parse(CharSequence setting) {
        return new PublicUrl(setting.toString().strip().replaceFirst("/+$", ""));
    }

    /** @throws IllegalArgumentException when the address is not absolute, or neither http nor https */
    static void requireFollowable(String address) {
        try {
            URI uri = new URI(address);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return;
            }
        } catch (URISyntaxException e) {
            // refused below, like every other text that is no such address
        }
        throw new IllegalArgumentException("'" + address + "' must be an absolute address, such as https://www.example.vn");
    }

    /** @param path beginning with a slash */
    public String at(String path) {
        return value + path;
    }
}
