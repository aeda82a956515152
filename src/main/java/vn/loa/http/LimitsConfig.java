package vn.loa.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import vn.loa.settings.Allowed;

/** What a stranger may send and ask for. Larger requests are refused before they are read. */
@ConfigMapping(prefix = "loa.limits")
public interface LimitsConfig {

    /** The largest body of a document, from a caller whose key may send one. Others are smaller: {@code LargeBody}. */
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

    /** In each such time a reader must take 256 kB of a large answer, or its rest: 30 seconds are 70 kbit/s. */
    @WithDefault("30S")
    @Allowed(from = "1S", to = "10M")
    Duration answerWindow();

    /** The longest path and query together, in bytes. */
    @WithDefault("4K")
    @Allowed(from = "256", to = "16000")
    MemorySize uri();

    /** All request headers together. */
    @WithDefault("8K")
    @Allowed(from = "1K", to = "32K")
    MemorySize headers();

    /** What all bodies together may take of the memory, from their first byte to the end of the answer. Not set: a quarter. */
    @Allowed(from = "1M", to = "64G", percentOfHeap = 50, words = "a size from 1M to half of Java's heap, such as 128M")
    Optional<MemorySize> bodies();

    /** Bodies that one client may have under way: an address, an IPv6 /64. */
    @WithDefault("64")
    @Allowed(from = "1", to = "1000000")
    int clientBodies();

    /** In each such time, as many bytes of a body must come as {@link #bodyPace()} says, or its rest. */
    @WithDefault("10S")
    @Allowed(from = "1S", to = "10M")
    Duration bodyWindow();

    /** 64 kB in ten seconds are 52 kbit/s. */
    @WithDefault("64K")
    @Allowed(from = "1", to = "1G")
    MemorySize bodyPace();

    /** After this long a body must have come whole. */
    @WithDefault("5M")
    @Allowed(from = "1S", to = "1H")
    Duration bodyDeadline();
}
