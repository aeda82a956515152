package vn.loa.feed;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The log of changes. */
@ConfigMapping(prefix = "loa.changes")
public interface ChangesConfig {

    /** How long a change is kept, so how long a system may be away before it has to start again. */
    @WithDefault("P90D")
    @WithConverter(AnHourAtLeast.class)
    Duration keep();

    /** A constraint would do, but for one of them Quarkus makes a second validator at every start. */
    final class AnHourAtLeast extends DurationConverter {

        private static final Duration LEAST = Duration.ofHours(1);

        @Override
        public Duration convert(String setting) {
            Duration duration = super.convert(setting);
            if (duration != null && duration.compareTo(LEAST) < 0) {
                throw new IllegalArgumentException("'" + setting + "' must be an hour at least");
            }
            return duration;
        }
    }
}
