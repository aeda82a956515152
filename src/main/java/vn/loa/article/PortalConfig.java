package vn.loa.article;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.util.Optional;
import vn.loa.settings.Allowed;

/** What Loa brings for a first look: sample content, and the reader, a portal that shows it. */
@ConfigMapping(prefix = "loa")
public interface PortalConfig {

    /** Whether to load the sample content. Unset: only into the embedded database. */
    Optional<Boolean> sampleContent();

    /** Whether to serve the reader. Unset: together with the sample content. */
    @WithName("reader.enabled")
    Optional<Boolean> readerEnabled();

    /** The directory of the embedded database; set by Loa itself while it runs. */
    @Allowed(internal = true)
    Optional<String> embeddedData();

    default boolean hasSampleContent() {
        return sampleContent().orElse(embeddedData().isPresent());
    }

    default boolean hasReader() {
        return readerEnabled().orElseGet(this::hasSampleContent);
    }
}
