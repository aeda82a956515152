package vn.loa.search.index;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the search index. */
@ConfigMapping(prefix = "loa.search")
public interface IndexConfig {

    /**
     * Whether this start makes the search index anew, while the present one answers. After a change of the index's grammar
     * that happens by itself.
     */
    @WithDefault("false")
    boolean rebuild();
}
