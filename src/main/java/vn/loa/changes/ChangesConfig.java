package vn.loa.changes;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import vn.loa.settings.Allowed;

/** The log of changes. */
@ConfigMapping(prefix = "loa.changes")
public interface ChangesConfig {

    /** How long a change is kept, so how long a system may be away before it has to start again. */
    @WithDefault("P90D")
    @Allowed(from = "PT1H", to = "P3650D")
    Duration keep();
}
