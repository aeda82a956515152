package vn.loa.access;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import vn.loa.settings.Allowed;

/** Who may do what, from the operator's side. */
@ConfigMapping(prefix = "loa")
public interface AccessConfig {

    /** What fits in a header; a token (see {@link Jwt}) is never taken for a key. */
    String KEY = "(?![A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*$)[\\x21-\\x7e]{20,200}";

    /** The first key, with every role. Generated and printed once when it is not set. */
    @Allowed(pattern = AccessConfig.KEY, secret = true, words = "20 to 200 letters, digits and signs without a space, and not three "
            + "parts with dots between them, as a token is")
    Optional<String> adminKey();
}
