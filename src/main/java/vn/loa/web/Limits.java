package vn.loa.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a stranger may send. Larger requests are refused before they are read. */
@ConfigMapping(prefix = "loa.limits")
public interface Limits {

    /** The largest request body, files apart. */
    @WithDefault("4M")
    MemorySize body();

    /** The largest file that an editor may upload. */
    @WithDefault("16M")
    MemorySize upload();

    /** The longest path and query together, in bytes. */
    @WithDefault("4K")
    MemorySize uri();

    /** All request headers together. */
    @WithDefault("8K")
    MemorySize headers();
}
