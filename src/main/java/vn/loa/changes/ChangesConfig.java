package vn.loa.changes;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import vn.loa.settings.Allowed;

/** Settings of the log of changes. */
@ConfigMapping(prefix = "loa.changes")
public interface ChangesConfig {

    /** How long a change is kept. A system that was offline for longer must fetch everything again. */
    @WithDefault("P90D")
    @Allowed(from = "PT1H", to = "P3650D")
    Duration keep();
}
