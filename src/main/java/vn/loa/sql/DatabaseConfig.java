package vn.loa.sql;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import vn.loa.settings.Allowed;

/** What is asked of the database. */
@ConfigMapping(prefix = "loa.database")
public interface DatabaseConfig {

    /** The longest that a statement may take that only reads; it is cancelled then. */
    @WithDefault("30S")
    @Allowed(from = "1S", to = "1H")
    Duration readTimeout();

    /** What the database must be able to do for this instance to be ready. */
    @WithDefault("write")
    @Allowed(words = "read or write")
    Readiness readiness();

    /** {@code READ} is for instances on a standby. */
    enum Readiness {
        READ, WRITE
    }
}
