package vn.loa.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.changes.ChangesConfig;
import vn.loa.http.PublicAddress;
import vn.loa.http.PublicServer;

/** The URIs of links are configured, and Loa does not start with malformed ones. */
class PortalLinksTest {

    private static final UUID ID = UUID.fromString("01a206d2-563a-7e8e-8a6a-736bf594a420");

    private static <C> C config(Class<C> type, Map<String, String> settings) {
        return configured(settings, type).getConfigMapping(type);
    }

    private static SmallRyeConfig configured(Map<String, String> settings, Class<?>... types) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().addDefaultInterceptors().addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(settings, "test", 100));
        Stream.of(types).forEach(builder::withMapping);
        return builder.build();
    }

    private static PortalLinks links(Map<String, String> settings) {
        SmallRyeConfig config = configured(settings, Site.class, PublicAddress.class, ReaderConfig.class, SampleConfig.class);
        return new PortalLinks(config.getConfigMapping(Site.class),
                new PublicServer(config.getConfigMapping(PublicAddress.class), () -> 43210),
                config.getConfigMapping(ReaderConfig.class), config.getConfigMapping(SampleConfig.class));
    }

    @Test
    void without_settings_links_lead_to_the_api_on_this_machine() {
        PortalLinks links = links(Map.of());
        assertEquals("http://localhost:8080/api/v1/articles/tin/html", links.article(ID, "tin"));
        assertEquals("/api/v1/articles/tin/html#art_5__para_2__point_%C4%91", links.page(ID, "tin", "art_5__para_2__point_đ"));
        assertEquals("http://localhost:8080/", links.home());
        assertEquals(Optional.empty(), links.choice("7-CT/TU"));
        assertEquals("http://localhost:9090/x", links(Map.of("quarkus.http.port", "9090")).api("/x"));
        assertEquals("http://localhost:43210/x", links(Map.of("quarkus.http.port", "0")).api("/x"));
    }

    @ParameterizedTest
    @CsvSource({"PT1H, PT1H", "30D, P30D", "P90D, P90D"})
    void changes_are_kept_as_long_as_the_setting_says(String setting, Duration kept) {
        assertEquals(kept, config(ChangesConfig.class, Map.of("loa.changes.keep", setting)).keep());
    }

    @Test
    void links_lead_to_the_frontend() {
        PortalLinks links = links(Map.of("loa.site.link", "https://www.example.vn/bai-viet/{slug}?so={id}",
                "loa.site.home", "https://www.example.vn/", "loa.public-url", "https://api.example.vn/"));
        assertEquals("https://www.example.vn/bai-viet/tin?so=" + ID, links.article(ID, "tin"));
        assertEquals("https://www.example.vn", links.home());
        assertEquals("https://api.example.vn/api/v1/sitemap.xml", links.api("/api/v1/sitemap.xml"));
    }

    @Test
    void with_the_reader_links_lead_to_its_pages() {
        PortalLinks links = links(Map.of("loa.sample-content", "true", "loa.public-url", "https://api.example.vn"));
        assertEquals("https://api.example.vn/reader/articles/tin", links.article(ID, "tin"));
        assertEquals("/reader/articles/tin#sec_4", links.page(ID, "tin", "sec_4"));
        assertEquals("https://api.example.vn/reader/", links.home());
        assertEquals(Optional.of("/reader/search?q=7-CT%2FTU%20m%E1%BB%A5c%201"), links.choice("7-CT/TU mục 1"));
        assertEquals(Optional.empty(), links.elsewhere("7-CT/TU"));
        assertFalse(links(Map.of("loa.sample-content", "true", "loa.reader.enabled", "false")).hasReader());
        assertTrue(links(Map.of("loa.reader.enabled", "true")).hasReader());
    }

    @Test
    void a_portal_that_is_configured_is_preferred_to_the_reader() {
        PortalLinks links = links(Map.of("loa.reader.enabled", "true", "loa.site.link", "https://www.example.vn/#/{slug}",
                "loa.site.resolve-link", "https://www.example.vn/tra-cuu?so={q}"));
        assertEquals("https://www.example.vn/#/tin", links.page(ID, "tin", "sec_4"));
        assertEquals(Optional.of("https://www.example.vn/tra-cuu?so=a%26b"), links.choice("a&b"));
        assertEquals(Optional.of("https://www.example.vn/tra-cuu?so=a%26b"), links.elsewhere("a&b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://www.example.vn/tra-cuu", "/tra-cuu?q={q}", "https://www.example.vn/{slug}?q={q}", "{q}"})
    void a_search_that_leads_nowhere_stops_the_start(String pattern) {
        assertThrows(ConfigValidationException.class, () -> links(Map.of("loa.site.resolve-link", pattern)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://www.example.vn/bai-viet", "/bai-viet/{slug}", "www.example.vn/{slug}", "ftp://example.vn/{id}",
        "https://www.example.vn/{name}/{slug}", "https://www.example.vn/a b/{slug}", "javascript:{slug}", "https:///{slug}"})
    void a_link_that_leads_nowhere_stops_the_start(String pattern) {
        assertThrows(ConfigValidationException.class, () -> links(Map.of("loa.site.link", pattern)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"www.example.vn", "https://www.example.vn/?a=b", "https://www.example.vn/#a", "mailto:a@example.vn"})
    void a_site_that_has_no_address_stops_the_start(String site) {
        assertThrows(ConfigValidationException.class, () -> links(Map.of("loa.site.home", site)));
        assertThrows(ConfigValidationException.class, () -> links(Map.of("loa.public-url", site)));
    }
}
