package vn.loa.article;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Settings of the reader, the portal that Loa brings. */
@ConfigMapping(prefix = "loa.reader")
public interface ReaderConfig {

    /** Whether to serve it. Unset: where the sample content is. */
    Optional<Boolean> enabled();
}
