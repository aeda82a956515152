package vn.loa.imports.job.store;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import vn.loa.settings.Allowed;

/** How import jobs work, and how much they may bring. */
@ConfigMapping(prefix = "loa.import-jobs")
public interface ImportJobConfig {

    /** How many workers of this instance import items at the same time. 0: jobs are left to other instances. */
    @WithDefault("2")
    @Allowed(from = "0", to = "64")
    int workers();

    /** The largest upload of a job, all parts together. It is stored in the database until its items are found. */
    @WithDefault("4G")
    @Allowed(from = "1M", to = "1T")
    MemorySize upload();

    /** The most items of a job. */
    @WithDefault("1000000")
    @Allowed(from = "1", to = "100000000")
    long items();

    /** How long a job that ended, or to which no part came, is kept with its report. */
    @WithDefault("90D")
    @Allowed(from = "1H", to = "3650D")
    Duration retention();
}
