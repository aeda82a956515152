package vn.loa.article;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/** The portal that is published here. */
@ConfigMapping(prefix = "loa.site")
public interface Site {

    /** Where the portal's days begin and end, and what a date on its pages means. */
    @WithDefault("Asia/Ho_Chi_Minh")
    ZoneId zone();
}
