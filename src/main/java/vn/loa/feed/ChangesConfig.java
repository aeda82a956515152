package vn.loa.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** The log of changes. */
@ConfigMapping(prefix = "loa.changes")
public interface ChangesConfig {

    /** How long a change is kept, so how long a system may be away before it has to start again. */
    @WithDefault("P90D")
    @DurationMin(hours = 1)
    Duration keep();
}
