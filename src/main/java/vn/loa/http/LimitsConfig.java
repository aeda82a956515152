package vn.loa.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import vn.loa.http.client.RequestCost;
import vn.loa.settings.Allowed;

/** Limits of requests and answers. A larger request is refused before it is read. */
@ConfigMapping(prefix = "loa.limits")
public interface LimitsConfig {

    /** The largest body of a document, from a caller whose key may send one. {@code LargeBody} has the limits of others. */
    @WithDefault("4M")
    @Allowed(from = "4K", to = "1G", percentOfHeap = 25)
    MemorySize body();

    /** The largest file that an editor may upload. */
    @WithDefault("16M")
    @Allowed(from = "4K", to = "1G", percentOfHeap = 25)
    MemorySize upload();

    /** The largest PDF or Word file that an editor may import. */
    @WithDefault("32M")
    @Allowed(from = "4K", to = "1G", percentOfHeap = 25)
    MemorySize file();

    /** The largest answer of a list, in bytes of JSON. The answer of a single article has no limit. */
    @WithDefault("8M")
    @Allowed(from = "4K", to = "1G", percentOfHeap = 25)
    MemorySize answer();

    /** Within this time a client must take 256 kB of a large answer or a file, or its rest. In 30 seconds that is 70 kbit/s. */
    @WithDefault("30S")
    @Allowed(from = "1S", to = "10M")
    Duration answerWindow();

    /** The longest path and query together, in bytes. */
    @WithDefault("4K")
    @Allowed(from = "256", to = "16000")
    MemorySize uri();

    /** The longest request headers together, in bytes. */
    @WithDefault("8K")
    @Allowed(from = "1K", to = "32K")
    MemorySize headers();

    /** Memory for all bodies together, from their first byte to the end of the answer. Not set: a quarter of the heap. */
    @Allowed(from = "1M", to = "64G", percentOfHeap = 50, words = "a size from 1M to half of Java's heap, such as 128M")
    Optional<MemorySize> bodies();

    /** Bodies that one client may send at the same time. A client is an IPv4 address or an IPv6 /64. */
    @WithDefault("64")
    @Allowed(from = "1", to = "1000000")
    int clientBodies();

    /** Within this time {@link #bodyPace()} bytes of a body must come, or its rest. */
    @WithDefault("10S")
    @Allowed(from = "1S", to = "10M")
    Duration bodyWindow();

    /** Bytes of a body in each {@link #bodyWindow()}: 64 kB in ten seconds are 52 kbit/s. */
    @WithDefault("64K")
    @Allowed(from = "1", to = "1G")
    MemorySize bodyPace();

    /** Within this time the whole body must come. */
    @WithDefault("5M")
    @Allowed(from = "1S", to = "1H")
    Duration bodyDeadline();

    /**
     * Units of reading that come back to a client every second; {@link RequestCost} says what a request costs. A client is an
     * IPv4 address, an IPv6 /64, or a key. Not set: reading has no limit.
     */
    @Allowed(from = "1", to = "1000000", words = "a whole number from 1 to 1000000, or not be set")
    Optional<Integer> reads();

    /** The units that a client may use at once. */
    @WithDefault("500")
    @Allowed(from = "20", to = "1000000")
    int readsBurst();

    /** Units of reading that come back every second to a caller with a key, who is then not counted by address. Not set: no limit. */
    @Allowed(from = "1", to = "1000000", words = "a whole number from 1 to 1000000, or not be set", needs = "loa.limits.reads")
    Optional<Integer> keyedReads();
}
