package vn.loa.access;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who may do what, from the operator's side. */
@ConfigMapping(prefix = "loa")
interface AccessConfig {

    /** The first key, with every role. Generated and printed once when it is not set. */
    Optional<String> adminKey();
}
