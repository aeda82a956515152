package vn.loa.imports.export;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import vn.loa.settings.Allowed;

/** Settings of exports. */
@ConfigMapping(prefix = "loa.exports")
public interface ExportConfig {

    /** A part ends with the line that fills it, before it is compressed. */
    @WithDefault("8M")
    @Allowed(from = "64K", to = "1G")
    MemorySize partSize();

    /** How long an export is kept after its end. */
    @WithDefault("P7D")
    @Allowed(from = "PT1H", to = "P365D")
    Duration kept();

    /** How many exports there are at once, the uploaded ones included. */
    @WithDefault("5")
    @Allowed(from = "1", to = "1000")
    int most();

    /** An export fails when its snapshot becomes older: the database cannot clean up what changed meanwhile. */
    @WithDefault("PT2H")
    @Allowed(from = "PT1M", to = "P2D")
    Duration longestSnapshot();
}
