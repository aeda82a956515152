package vn.loa.article;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import vn.loa.settings.Allowed;

/** Settings of the sample content. */
@ConfigMapping(prefix = "loa")
public interface SampleConfig {

    /** Whether to load it. Unset: only into the embedded database. */
    Optional<Boolean> sampleContent();

    /** The directory of the embedded database; set by Loa itself while it runs. */
    @Allowed(internal = true)
    Optional<String> embeddedData();
}
