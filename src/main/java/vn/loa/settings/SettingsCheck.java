package vn.loa.settings;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.common.utils.StringUtil;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Checks all settings before anything is started. Each error is a sentence with the setting, its value and the
 * permitted values.
 */
public final class SettingsCheck {

    private static final String SYSTEM_PROPERTIES = "SysPropConfigSource";

    private final Collection<Setting> settings;

    /** @param mappings the interfaces with {@code @ConfigMapping}; several may declare the same setting */
    public SettingsCheck(Collection<Class<?>> mappings) {
        Map<String, Setting> byName = new LinkedHashMap<>();
        mappings.stream().flatMap(mapping -> Setting.of(mapping).stream())
                .sorted(Comparator.comparing(Setting::name)).forEach(setting -> byName.put(setting.name(), setting));
        this.settings = List.copyOf(byName.values());
    }

    Collection<Setting> settings() {
        return settings;
    }

    /** Empty when all settings are valid. */
    public List<String> errors(SmallRyeConfig config) {
        return Stream.of(settings.stream().map(setting -> error(setting, config)).filter(Objects::nonNull).toList(),
                new UnknownSettings(settings).errors(config), PlatformSettings.errors(config)).flatMap(List::stream).toList();
    }

    private static String error(Setting setting, SmallRyeConfig config) {
        String subject = setting.name() + " (" + setting.variable() + ")";
        List<String> values;
        try {
            values = values(setting, config);
        } catch (IllegalArgumentException | NoSuchElementException e) {
            // SmallRye's message about an expression that refers to itself or to a missing setting.
            return subject + " refers to something that is not there: " + e.getMessage().replaceFirst("^SRCFG\\d+: ", "") + ".";
        }
        if (values == null) {
            return null;
        }
        String text = String.join(",", values);
        if (setting.isInternal()) {
            return isSetByLoa(setting, config) ? null : subject + " is '" + text + "': it must not be set; Loa does it itself.";
        }
        SettingRule rule = new SettingRule(setting, config);
        if (text.isEmpty()) {
            return setting.required()
                    ? subject + " is empty: it must be " + rule.description() + ", or not be set." : null;
        }
        if (!values.stream().allMatch(rule::permits)) {
            return subject + (setting.isSecret() ? " has " + text.length() + " characters" : " is '" + text + "'")
                    + ": it must be " + rule.description() + ".";
        }
        String needed = setting.allowed() == null ? "" : setting.allowed().needs();
        return needed.isEmpty() || isSet(needed, config) ? null
                : subject + " is set: " + needed + " (" + Setting.variable(needed) + ") must be set, too.";
    }

    /** The values as they were written; null when the setting is not set. */
    private static List<String> values(Setting setting, SmallRyeConfig config) {
        String value = value(setting.name(), config);
        if (value != null) {
            return setting.many() && !value.isEmpty() ? List.of(StringUtil.split(value)) : List.of(value);
        }
        if (setting.many()) {
            List<String> elements = new ArrayList<>();
            config.getIndexedProperties(setting.name()).forEach(name -> elements.add(value(name, config)));
            return elements.isEmpty() ? null : elements;
        }
        return null;
    }

    /** Null when the setting is not set. */
    static String value(String name, SmallRyeConfig config) {
        ConfigValue value = config.getConfigValue(name);
        if (value.getValue() == null && value.getRawValue() != null) {
            throw new NoSuchElementException("it is '" + value.getRawValue() + "'");
        }
        return value.getValue();
    }

    private static boolean isSet(String name, SmallRyeConfig config) {
        String value = value(name, config);
        return value != null && !value.isEmpty() || !config.getIndexedProperties(name).isEmpty();
    }

    /** In development mode, a restart in the same process finds the values that the first start set. */
    private static boolean isSetByLoa(Setting setting, SmallRyeConfig config) {
        ConfigValue value = config.getConfigValue(setting.name());
        return value.getConfigSourceName().startsWith(SYSTEM_PROPERTIES);
    }
}
