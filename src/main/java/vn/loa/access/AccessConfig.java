package vn.loa.access;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import vn.loa.settings.Allowed;

/** The setting of the admin key. */
@ConfigMapping(prefix = "loa")
public interface AccessConfig {

    /** Printable ASCII, which fits in a header, and not of the form of a token (see {@link Jwt}). */
    String KEY = "(?![A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*$)[\\x21-\\x7e]{20,200}";

    /** The first key, which has every role. If it is not set, a key is generated and printed once. */
    @Allowed(pattern = AccessConfig.KEY, secret = true, words = "20 to 200 letters, digits and signs without a space, and not three "
            + "parts with dots between them, as a token is")
    Optional<String> adminKey();
}
