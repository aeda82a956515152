package vn.loa.settings;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Finds misspelt settings: names that begin like Loa's and that Loa does not know. They would otherwise have no effect.
 */
final class UnknownSettings {

    private static final String PREFIX = "loa.";
    private static final String VARIABLE_PREFIX = "LOA_";
    private static final Pattern PROFILE = Pattern.compile("^%[^.]+\\.");
    private static final Pattern INDEX = Pattern.compile("\\[\\d+]$");
    private static final Pattern VARIABLE_INDEX = Pattern.compile("_\\d+_$");
    /**
     * Variables that Kubernetes sets for services called "loa" and "loa-…" (Kubernetes documentation: Service,
     * environment variables).
     */
    private static final Pattern KUBERNETES = Pattern.compile(
            "LOA_(SERVICE|PORT)(_.*)?|LOA_.+_SERVICE_(HOST|PORT(_.*)?)|LOA_.+_PORT(_\\d+_(TCP|UDP|SCTP)(_.*)?)?");

    private final Collection<Setting> known;

    UnknownSettings(Collection<Setting> known) {
        this.known = known;
    }

    List<String> errors(SmallRyeConfig config) {
        Set<String> errors = new TreeSet<>();
        for (ConfigSource source : config.getConfigSources()) {
            for (String name : source.getPropertyNames()) {
                errors.addAll(source instanceof EnvConfigSource
                        ? variableError(name.toUpperCase(Locale.ROOT))
                        : propertyError(PROFILE.matcher(name).replaceFirst("")));
            }
        }
        return List.copyOf(errors);
    }

    private List<String> propertyError(String property) {
        return property.startsWith(PREFIX) ? error(INDEX.matcher(property).replaceFirst(""), Setting::name) : List.of();
    }

    /** The source also lists, with dots, the properties that it derives from variables. */
    private List<String> variableError(String variable) {
        return !variable.startsWith(VARIABLE_PREFIX) || KUBERNETES.matcher(variable).matches() ? List.of()
                : error(VARIABLE_INDEX.matcher(variable).replaceFirst(""), Setting::variable);
    }

    private List<String> error(String name, Function<Setting, String> form) {
        Set<String> names = known.stream().filter(setting -> !setting.isInternal() || form.apply(setting).equals(name))
                .map(form).collect(Collectors.toSet());
        if (names.contains(name)) {
            return List.of();
        }
        String now = RetiredSettings.currentName(name);
        if (now != null) {
            return List.of(name + " is called " + now + " now.");
        }
        String nearest = names.stream().min(Comparator.<String>comparingInt(each -> distance(each, name))
                .thenComparing(Comparator.naturalOrder())).orElseThrow();
        return List.of(name + " is not a setting of Loa. Did you mean " + nearest + "?");
    }

    /** The number of letters to insert, delete or replace (Levenshtein distance). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int exchanged = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
