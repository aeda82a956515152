package vn.loa.imports.file;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import vn.loa.settings.Allowed;

/** Limits of the processes that read files. {@code loa.limits.file} limits the files themselves. */
@ConfigMapping(prefix = "loa.imports")
public interface FileConfig {

    /** The heap of Java in such a process. */
    @WithDefault("256M")
    @Allowed(from = "32M", to = "16G")
    MemorySize readerHeap();

    /** A file that is not read within this time is refused, and its process is ended. */
    @WithDefault("60S")
    @Allowed(from = "1S", to = "10M")
    Duration readerDeadline();

    /** Files that are read at the same time. Further ones wait. */
    @WithDefault("2")
    @Allowed(from = "1", to = "64")
    int readers();

    /** How long an import waits for its turn; then it is refused. */
    @WithDefault("2M")
    @Allowed(from = "1S", to = "10M")
    Duration patience();
}
