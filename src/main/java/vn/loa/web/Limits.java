package vn.loa.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import vn.loa.settings.Allowed;

/** What a stranger may send and ask for. Larger requests are refused before they are read. */
@ConfigMapping(prefix = "loa.limits")
public interface Limits {

    /** The largest request body, files apart. */
    @WithDefault("4M")
    @Allowed(from = "4K", to = "1G", percentOfHeap = 25)
    MemorySize body();

    /** The largest file that an editor may upload. */
    @WithDefault("16M")
    @Allowed(from = "4K", to = "1G", percentOfHeap = 25)
    MemorySize upload();

    /** The largest answer of a list, in bytes of JSON. A single article is answered however large it is. */
    @WithDefault("8M")
    @Allowed(from = "4K", to = "1G", percentOfHeap = 25)
    MemorySize answer();

    /** The longest path and query together, in bytes. */
    @WithDefault("4K")
    @Allowed(from = "256", to = "16000")
    MemorySize uri();

    /** All request headers together. */
    @WithDefault("8K")
    @Allowed(from = "1K", to = "32K")
    MemorySize headers();
}
