package vn.loa.settings;

import java.util.HashMap;
import java.util.Map;

/** Settings that were renamed, so that the message about an old name can give the new one. */
final class RetiredSettings {

    private static final Map<String, String> RENAMED = Map.of(
            "loa.feed.api", "loa.public-url",
            "loa.feed.link", "loa.site.link",
            "loa.feed.site", "loa.site.home",
            "loa.feed.title", "loa.site.name");

    private static final Map<String, String> WITH_VARIABLES = new HashMap<>(RENAMED);

    static {
        RENAMED.forEach((old, now) -> WITH_VARIABLES.put(Setting.variable(old), Setting.variable(now)));
    }

    private RetiredSettings() {
    }

    /**
     * The present name of a setting or of its environment variable; null when it was never renamed.
     *
     * @param name the old name; the result is of the same kind
     */
    static String currentName(String name) {
        return WITH_VARIABLES.get(name);
    }
}
