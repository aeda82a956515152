package vn.loa.app.embedded;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import vn.loa.settings.Allowed;

/** Settings of the embedded database. */
@ConfigMapping(prefix = "loa")
public interface DataConfig {

    String DEFAULT_DATA = "data";

    /** The directory of the embedded database; created when it is missing. */
    @WithDefault(DEFAULT_DATA)
    @Allowed(pattern = ".*\\S.*", words = "a directory")
    String data();

    /** The directory while the embedded database runs. Set by Loa itself. */
    @Allowed(internal = true)
    Optional<String> embeddedData();
}
