package vn.loa;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithDefault;
import io.smallrye.config.common.utils.StringUtil;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.app.Settings;
import vn.loa.settings.Allowed;
import vn.loa.settings.SettingsCheck;
import vn.loa.support.OwnClasses;

/** Every setting is checked before the application starts. A wrong value is reported in one sentence. */
class SettingsTest {

    private static final List<String> EDGES = List.of("", " ", "0", "-1", "1", "x", "nonsense", "true", "2147483647", "-2147483648",
            "2147483648", "9223372036854775807", "99999999999999999999", "1.5", "NaN", "-PT1S", "0S", "PT1H", "P3650D", "P999999999D",
            "P99999999999999999999D", "1K", "64M", "1G", "8E", "999999Y", "-64M", "http://", "https://a b", "/", "a/b/../..",
            "127.0.0.1/33", "0.0.0.0/0", "::/129", "Asia/Ho_Chi_Minh", "Moon/Base", "+25:00", "[\"a\"]", ",", ",,,", "é", "\uD83D\uDE00",
            "x".repeat(100_000), "${nothing.there}", "${loa.data}", "\n", "\0", "%s%n", "'; drop table article; --");

    private static final int ORDINAL = 100;

    /** Without system properties: Quarkus leaves the settings of an earlier test's profile there. */
    private static SmallRyeConfig config(ConfigSource... sources) {
        return new SmallRyeConfigBuilder().addDefaultInterceptors().addDiscoveredConverters().withSources(sources).build();
    }

    private static List<String> complaints(Map<String, String> properties) {
        return new SettingsCheck(Settings.MAPPINGS).errors(config(new PropertiesConfigSource(properties, "test", ORDINAL)));
    }

    private static List<String> complaintsOfEnvironment(Map<String, String> variables) {
        return new SettingsCheck(Settings.MAPPINGS).errors(config(new EnvConfigSource(variables, ORDINAL)));
    }

    private static Stream<Method> methods() {
        return Settings.MAPPINGS.stream().flatMap(mapping -> Arrays.stream(mapping.getDeclaredMethods()));
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getAnnotation(ConfigMapping.class).prefix() + "." + StringUtil.skewer(method.getName());
    }

    @Test
    void every_mapping_of_the_application_is_checked() {
        Set<String> mappings = OwnClasses.annotatedWith(ConfigMapping.class).map(Class::getName).collect(Collectors.toSet());
        assertEquals(mappings, Settings.MAPPINGS.stream().map(Class::getName).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void every_number_duration_and_size_has_bounds_and_every_text_says_what_it_must_be(Method method) {
        Allowed allowed = method.getAnnotation(Allowed.class);
        Class<?> type = method.getReturnType();
        if (type == int.class || type == long.class || type == Duration.class || type == MemorySize.class) {
            assertFalse(allowed.from().isEmpty() || allowed.to().isEmpty(), name(method));
        } else if (!type.isEnum() && !method.getGenericReturnType().getTypeName().matches(".*(Boolean|boolean|ZoneId|ForwardedHeader).*")) {
            assertTrue(allowed.internal() || !allowed.words().isEmpty(), name(method));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "quarkus.http.port | 99999 | is '99999': it must be a whole number from 0 to 65535.",
        "quarkus.http.port | abc | is 'abc': it must be a whole number from 0 to 65535.",
        "quarkus.http.port | '' | is empty: it must be a whole number from 0 to 65535, or not be set.",
        "quarkus.shutdown.delay | abc | is 'abc': it must be a duration from 0S to 24H, such as 30S.",
        "quarkus.shutdown.delay | -5S | is '-5S': it must be a duration from 0S to 24H, such as 30S.",
        "quarkus.shutdown.timeout | P2D | is 'P2D': it must be a duration from 0S to 24H, such as 30S.",
        "quarkus.http.idle-timeout | 1 hour | is '1 hour': it must be a duration from 0S to 24H, such as 30S.",
        "quarkus.datasource.jdbc.url | postgres://loa:secret@db/loa | has 28 characters: it must be like jdbc:postgresql://HOST:5432/DATABASE.",
        "quarkus.datasource.jdbc.url | jdbc:mysql://db/loa | has 19 characters: it must be like jdbc:postgresql://HOST:5432/DATABASE."})
    void a_wrong_setting_of_the_platform_is_told_in_a_sentence(String name, String value, String told) {
        assertEquals(List.of(name + " (" + name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_") + ") " + told),
                complaints(Map.of(name, value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/[/", "*,/(/", "portal.example", "https://portal.example/", "https://portal.example/path"})
    void an_origin_that_no_browser_sends_is_told_in_a_sentence(String origins) {
        List<String> complaints = complaints(Map.of("quarkus.http.cors.origins", origins));
        assertEquals(1, complaints.size(), complaints.toString());
        assertTrue(complaints.get(0).startsWith("quarkus.http.cors.origins (QUARKUS_HTTP_CORS_ORIGINS) is "), complaints.get(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"quarkus.http.port | 0", "quarkus.http.port | 65535", "quarkus.shutdown.delay | 0S",
        "quarkus.shutdown.delay | PT7S", "quarkus.shutdown.delay | 7", "quarkus.shutdown.timeout | 500ms",
        "quarkus.datasource.jdbc.url | jdbc:postgresql://db:5432/loa?ssl=true", "quarkus.datasource.jdbc.url | ''",
        "quarkus.http.cors.origins | *", "quarkus.http.cors.origins | https://a.example,http://localhost:3000",
        "quarkus.http.cors.origins | /https:\\/\\/.*\\.example/"})
    void a_right_setting_of_the_platform_is_taken(String name, String value) {
        assertEquals(List.of(), complaints(Map.of(name, value)));
    }

    @Test
    void every_setting_is_in_the_guide() throws IOException {
        String guide = Files.readString(Path.of("src/docs/configuration.md"));
        methods().filter(method -> !method.isAnnotationPresent(Allowed.class) || !method.getAnnotation(Allowed.class).internal())
                .map(SettingsTest::name).forEach(name -> assertTrue(guide.contains("`" + name + "`")
                        && guide.contains("`" + name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_") + "`"), name));
    }

    @Test
    void the_defaults_are_right() {
        assertEquals(List.of(), complaints(Map.of()));
        assertEquals(List.of(), complaints(methods().filter(method -> method.isAnnotationPresent(WithDefault.class))
                .collect(Collectors.toMap(SettingsTest::name, method -> method.getAnnotation(WithDefault.class).value()))));
    }

    /** Whatever a setting is set to: either it is refused in a sentence, or Quarkus takes it. */
    @ParameterizedTest
    @MethodSource("methods")
    void each_setting_at_its_edges_is_refused_clearly_or_works(Method method) {
        String name = name(method);
        assertAll(EDGES.stream().map(value -> () -> {
            List<String> complaints = complaints(Map.of(name, value));
            if (complaints.isEmpty()) {
                mapped(method.getDeclaringClass(), Map.of(name, value));
            }
            for (String complaint : complaints) {
                assertTrue(complaint.startsWith(name + " (LOA_"), complaint);
                assertTrue(complaint.matches("(?s).* (must|refers) .*"), complaint);
                assertFalse(complaint.contains("Exception") || complaint.contains("SRCFG"), complaint);
            }
        }));
    }

    private static void mapped(Class<?> mapping, Map<String, String> settings) throws ReflectiveOperationException {
        Object mapped = new SmallRyeConfigBuilder().addDefaultInterceptors().addDiscoveredConverters().withMapping(mapping)
                .withMappingIgnore("loa.**").withSources(new PropertiesConfigSource(settings, "test", 100)).build()
                .getConfigMapping(mapping);
        for (Method method : mapping.getDeclaredMethods()) {
            method.invoke(mapped);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "loa.visitor.address-rate | 0 | 'a whole number from 1 to 1000000'",
        "loa.visitor.hours-kept | -1 | 'a whole number from 1 to 3650'",
        "loa.visitor.queue | many | 'a whole number from 1 to 1000000'",
        "loa.visitor.forwarded-header | via | 'x-forwarded-for or forwarded'",
        "loa.visitor.trusted-proxies | '127.0.0.1,10.0.0.1/8' | 'addresses, or networks like 10.0.0.0/8, with commas'",
        "loa.cache.enabled | flase | 'true or false'",
        "loa.changes.keep | PT59M | 'a duration from PT1H to P3650D, such as 30S, 5M, 2H or P10D'",
        "loa.site.zone | Asia/Saigo | 'a time zone, such as Asia/Ho_Chi_Minh'",
        "loa.limits.uri | 1M | 'a size from 256 to 16000, such as 64M'"})
    void a_wrong_setting_is_named_with_what_it_is_and_what_it_must_be(String name, String value, String mustBe) {
        assertEquals(List.of(name + " (" + name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_") + ") is '" + value + "': it must be " + mustBe + "."),
                complaints(Map.of(name, value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "nineteen-characters", "a key with spaces in it", "clé-d'administration-de-loa",
        "aaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbb.cccccccccccc"})
    void an_admin_key_that_can_be_guessed_or_not_be_sent_is_refused_and_not_shown(String key) {
        List<String> complaints = complaints(Map.of("loa.admin-key", key));
        assertEquals(1, complaints.size());
        assertTrue(complaints.get(0).startsWith("loa.admin-key (LOA_ADMIN_KEY) has " + key.length() + " characters: it must be 20 to 200"),
                complaints.get(0));
        assertFalse(complaints.get(0).contains(key));
    }

    @Test
    void settings_that_need_each_other_are_set_together() {
        assertEquals(List.of("loa.jwt.issuer (LOA_JWT_ISSUER) is set: loa.jwt.audience (LOA_JWT_AUDIENCE) must be set, too."),
                complaints(Map.of("loa.jwt.issuer", "https://id.example.vn")));
        assertEquals(List.of(), complaints(Map.of("loa.jwt.issuer", "https://id.example.vn", "loa.jwt.audience", "loa,portal")));
    }

    @ParameterizedTest
    @CsvSource({"loa.visiter.queue, loa.visitor.queue", "loa.cache.maxage, loa.cache.max-age", "%prod.loa.dat, loa.data",
        "loa.limits.boddy, loa.limits.body"})
    void a_misspelt_property_is_told_with_the_nearest_known_one(String wrong, String nearest) {
        assertEquals(List.of(wrong.replace("%prod.", "") + " is not a setting of Loa. Did you mean " + nearest + "?"),
                complaints(Map.of(wrong, "1")));
    }

    @ParameterizedTest
    @CsvSource({"loa.feed.api, loa.public-url", "loa.feed.link, loa.site.link", "loa.feed.site, loa.site.home", "loa.feed.title, loa.site.name"})
    void a_name_that_a_setting_had_once_is_told_with_the_present_one(String old, String now) {
        assertEquals(List.of(old + " is called " + now + " now."), complaints(Map.of(old, "https://www.example.vn/{slug}")));
        String variable = old.toUpperCase().replace('.', '_');
        assertEquals(List.of(variable + " is called " + now.toUpperCase().replaceAll("[.-]", "_") + " now."),
                complaintsOfEnvironment(Map.of(variable, "https://www.example.vn/{slug}")));
    }

    @ParameterizedTest
    @CsvSource({"LOA_VISITOR_ADRESS_RATE, LOA_VISITOR_ADDRESS_RATE", "LOA_DATADIR, LOA_DATA", "LOA_ADMINKEY, LOA_ADMIN_KEY",
        "loa_site_zne, LOA_SITE_ZONE"})
    void a_misspelt_variable_is_told_with_the_nearest_known_one(String wrong, String nearest) {
        assertEquals(List.of(wrong.toUpperCase(Locale.ROOT) + " is not a setting of Loa. Did you mean " + nearest + "?"),
                complaintsOfEnvironment(Map.of(wrong, "1")));
    }

    @Test
    void what_kubernetes_sets_for_services_called_loa_is_left_alone() {
        Set<String> variables = new HashSet<>();
        for (String service : List.of("LOA", "LOA_DB", "LOA_POSTGRES_RW")) {
            variables.addAll(Set.of(service + "_SERVICE_HOST", service + "_SERVICE_PORT", service + "_SERVICE_PORT_HTTP", service + "_PORT",
                    service + "_PORT_8080_TCP", service + "_PORT_8080_TCP_PROTO", service + "_PORT_8080_TCP_PORT", service + "_PORT_8080_TCP_ADDR"));
        }
        assertEquals(List.of(), complaintsOfEnvironment(variables.stream().collect(Collectors.toMap(name -> name, name -> "10.0.0.1"))));
    }

    @Test
    void no_setting_has_a_name_that_kubernetes_may_set() {
        methods().map(SettingsTest::name).forEach(name -> assertEquals(1,
                complaintsOfEnvironment(Map.of(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_") + "X", "1")).size(), name));
    }

    @Test
    void variables_and_elements_of_lists_are_checked_like_properties() {
        assertEquals(1, complaintsOfEnvironment(Map.of("LOA_VISITOR_ADDRESS_RATE", "0")).size());
        assertEquals(List.of(), complaintsOfEnvironment(Map.of("LOA_VISITOR_TRUSTED_PROXIES", "10.0.0.0/8,::1")));
        assertEquals(List.of(), complaints(Map.of("loa.visitor.trusted-proxies[0]", "10.0.0.0/8")));
        assertEquals(1, complaints(Map.of("loa.visitor.trusted-proxies[0]", "10.0.0.0/88")).size());
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertEquals(3, complaints(Map.of("loa.visitor.queue", "0", "loa.cache.memory", "-1", "loa.nothing", "x")).size());
    }
}
