package vn.loa.http.pipeline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the log of requests. */
@ConfigMapping(prefix = "loa.access-log")
public interface AccessLogConfig {

    /** Whether each request is logged. */
    @WithDefault("false")
    boolean enabled();
}
