package vn.loa.settings;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.common.utils.StringUtil;
import java.math.BigInteger;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks the value of one setting, and describes the permitted values. */
final class SettingRule {

    /** The words that the converter knows. It would read any other word as "false" without an error. */
    private static final Set<String> YES_OR_NO = Set.of("true", "false", "yes", "no", "on", "off", "1", "0");

    private final Setting setting;
    private final SmallRyeConfig config;

    SettingRule(Setting setting, SmallRyeConfig config) {
        this.setting = setting;
        this.config = config;
    }

    /** Whether the value, or one value of a list, is permitted. */
    boolean permits(String value) {
        if (isBoolean()) {
            return YES_OR_NO.contains(value.strip().toLowerCase(Locale.ROOT));
        }
        Allowed allowed = setting.allowed();
        try {
            Object converted = config.convert(value, setting.type());
            return converted != null && (allowed == null || matches(value, allowed) && isWithin(converted, allowed));
        } catch (RuntimeException e) {
            // Converters report unreadable text with various exceptions.
            return false;
        }
    }

    private boolean isBoolean() {
        return setting.type() == boolean.class || setting.type() == Boolean.class;
    }

    private static boolean matches(String value, Allowed allowed) {
        return allowed.pattern().isEmpty() || value.strip().matches(allowed.pattern());
    }

    private boolean isWithin(Object value, Allowed allowed) {
        return (allowed.from().isEmpty() || number(value).compareTo(bound(allowed.from())) >= 0)
                && (allowed.to().isEmpty() || number(value).compareTo(bound(allowed.to())) <= 0)
                && (allowed.percentOfHeap() == 0 || number(value).compareTo(heap(allowed)) <= 0);
    }

    private BigInteger bound(String text) {
        return number(config.convert(text, setting.type()));
    }

    private static BigInteger heap(Allowed allowed) {
        return BigInteger.valueOf(Runtime.getRuntime().maxMemory() / 100 * allowed.percentOfHeap());
    }

    private static BigInteger number(Object value) {
        if (value instanceof MemorySize size) {
            return size.asBigInteger();
        }
        return value instanceof Duration duration
                ? BigInteger.valueOf(duration.getSeconds()).multiply(BigInteger.valueOf(1_000_000_000))
                        .add(BigInteger.valueOf(duration.getNano()))
                : BigInteger.valueOf(((Number) value).longValue());
    }

    /** The permitted values in words, for "it must be …". */
    String description() {
        Allowed allowed = setting.allowed();
        if (allowed != null && !allowed.words().isEmpty()) {
            return allowed.words();
        }
        if (isBoolean()) {
            return "true or false";
        }
        if (setting.type().isEnum()) {
            return Arrays.stream(setting.type().getEnumConstants()).map(constant -> StringUtil.skewer(constant.toString()))
                    .collect(Collectors.joining(" or "));
        }
        if (setting.type() == ZoneId.class) {
            return "a time zone, such as Asia/Ho_Chi_Minh";
        }
        if (setting.type() == MemorySize.class) {
            return "a size" + bounds(allowed) + ", such as 64M";
        }
        return setting.type() == Duration.class ? "a duration" + bounds(allowed) + ", such as 30S, 5M, 2H or P10D"
                : "a whole number" + bounds(allowed);
    }

    private static String bounds(Allowed allowed) {
        if (allowed == null) {
            return "";
        }
        String heap = allowed.percentOfHeap() == 0 ? "" : " and " + allowed.percentOfHeap() + " % of Java's heap ("
                + heap(allowed).divide(BigInteger.valueOf(1 << 20)) + "M)";
        return " from " + allowed.from() + " to " + allowed.to() + heap;
    }
}
