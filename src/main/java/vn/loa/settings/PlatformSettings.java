package vn.loa.settings;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.common.utils.StringUtil;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Checks the settings of Quarkus that the guide names to operators. Quarkus itself finds a wrong one late, when the
 * database runs already, and reports it with a stack trace, or not at all.
 */
final class PlatformSettings {

    private static final int LAST_PORT = 65_535;
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern POSTGRESQL = Pattern.compile("jdbc:(?:otel:)?postgresql:.*", Pattern.DOTALL);
    /** RFC 6454, section 6.2: without a path, also without a slash at the end. */
    private static final Pattern ORIGIN = Pattern.compile("\\*|null|[A-Za-z][A-Za-z0-9+.-]*://[^/\\s]+");
    private static final String DURATION = "a duration from 0S to 24H, such as 30S";

    private static final List<PlatformSetting> ALL = List.of(
            // The URL is not printed, because it may contain a password.
            new PlatformSetting("quarkus.datasource.jdbc.url", "like jdbc:postgresql://HOST:5432/DATABASE", true, true,
                    (url, config) -> POSTGRESQL.matcher(url.strip()).matches()),
            new PlatformSetting("quarkus.http.port", "a whole number from 0 to " + LAST_PORT, false, false, PlatformSettings::isPort),
            new PlatformSetting("quarkus.http.idle-timeout", DURATION, false, false, PlatformSettings::isDuration),
            new PlatformSetting("quarkus.shutdown.delay", DURATION, false, false, PlatformSettings::isDuration),
            new PlatformSetting("quarkus.shutdown.timeout", DURATION, false, false, PlatformSettings::isDuration),
            new PlatformSetting("quarkus.http.cors.origins", "*, or origins such as https://portal.example, or regular "
                    + "expressions between slashes, with commas between them", false, false, PlatformSettings::areOrigins));

    /**
     * One setting of Quarkus.
     *
     * @param words complete "it must be …"
     * @param mayBeEmpty whether an empty value counts as not set
     */
    private record PlatformSetting(String name, String words, boolean secret, boolean mayBeEmpty,
            BiPredicate<String, SmallRyeConfig> permits) {

        /** Null when the setting is right, or not set. */
        private String error(SmallRyeConfig config) {
            String subject = name + " (" + Setting.variable(name) + ")";
            String value;
            try {
                value = SettingsCheck.value(name, config);
            } catch (IllegalArgumentException | NoSuchElementException e) {
                return subject + " refers to something that is not there.";
            }
            if (value == null || value.isEmpty() && mayBeEmpty || !value.isEmpty() && permits.test(value, config)) {
                return null;
            }
            String is = value.isEmpty() ? " is empty" : secret ? " has " + value.length() + " characters" : " is '" + value + "'";
            return subject + is + ": it must be " + words + (value.isEmpty() ? ", or not be set." : ".");
        }
    }

    private PlatformSettings() {
    }

    static List<String> errors(SmallRyeConfig config) {
        return ALL.stream().map(setting -> setting.error(config)).filter(Objects::nonNull).toList();
    }

    private static boolean isPort(String value, SmallRyeConfig config) {
        return value.strip().matches("[0-9]{1,5}") && Integer.parseInt(value.strip()) <= LAST_PORT;
    }

    private static boolean isDuration(String value, SmallRyeConfig config) {
        try {
            Duration duration = config.convert(value, Duration.class);
            return duration != null && !duration.isNegative() && duration.compareTo(LONGEST) <= 0;
        } catch (RuntimeException e) {
            // The converter reports unreadable text with various exceptions.
            return false;
        }
    }

    private static boolean areOrigins(String value, SmallRyeConfig config) {
        return Arrays.stream(StringUtil.split(value)).allMatch(origin -> isOrigin(origin.strip()));
    }

    /** Quarkus takes what stands between slashes as a regular expression. */
    private static boolean isOrigin(String origin) {
        if (origin.length() < 2 || !origin.startsWith("/") || !origin.endsWith("/")) {
            return ORIGIN.matcher(origin).matches();
        }
        try {
            Pattern.compile(origin.substring(1, origin.length() - 1));
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
