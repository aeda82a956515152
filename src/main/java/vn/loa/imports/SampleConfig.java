package vn.loa.imports;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import vn.loa.settings.Allowed;

/** When there is sample content. */
@ConfigMapping(prefix = "loa")
public interface SampleConfig {

    /** Unset: only into the embedded database. */
    Optional<Boolean> sampleContent();

    /** Where the embedded database keeps its data; set by Loa itself when it runs on one. */
    @Allowed(internal = true)
    Optional<String> embeddedData();
}
