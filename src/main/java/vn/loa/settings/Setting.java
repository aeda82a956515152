package vn.loa.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.common.utils.StringUtil;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One setting: a method of a {@code @ConfigMapping}.
 *
 * @param name the full name, {@code loa.visitor.queue}
 * @param type the type of its value, or of each of its values
 * @param required whether it has a default, and therefore always a value
 * @param many whether it is a comma-separated list
 * @param allowed null when the type permits every value
 */
record Setting(String name, Class<?> type, boolean required, boolean many, Allowed allowed) {

    static List<Setting> of(Class<?> mapping) {
        String prefix = mapping.getAnnotation(ConfigMapping.class).prefix();
        return Arrays.stream(mapping.getDeclaredMethods()).filter(method -> !method.isSynthetic())
                .map(method -> of(prefix, method)).toList();
    }

    private static Setting of(String prefix, Method method) {
        Type type = method.getGenericReturnType();
        boolean optional = isOne(type, Optional.class);
        Type value = optional ? argument(type) : type;
        boolean many = value instanceof ParameterizedType parameterized
                && Collection.class.isAssignableFrom((Class<?>) parameterized.getRawType());
        return new Setting(prefix + "." + StringUtil.skewer(method.getName()), (Class<?>) (many ? argument(value) : value),
                !optional && method.isAnnotationPresent(WithDefault.class), many, method.getAnnotation(Allowed.class));
    }

    private static boolean isOne(Type type, Class<?> generic) {
        return type instanceof ParameterizedType parameterized && parameterized.getRawType() == generic;
    }

    private static Type argument(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    /** The environment variable of the setting. */
    String variable() {
        return variable(name);
    }

    static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    boolean isSecret() {
        return allowed != null && allowed.secret();
    }

    boolean isInternal() {
        return allowed != null && allowed.internal();
    }
}
