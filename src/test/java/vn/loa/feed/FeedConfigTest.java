package vn.loa.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.article.Site;
import vn.loa.changes.ChangesConfig;
import vn.loa.http.PublicAddress;

/** The URIs of links are configured, and Loa does not start with malformed ones. */
class FeedConfigTest {

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

    private static FeedLinks links(Map<String, String> settings) {
        SmallRyeConfig config = configured(settings, Site.class, PublicAddress.class);
        return new FeedLinks(config.getConfigMapping(Site.class), config.getConfigMapping(PublicAddress.class));
    }

    @Test
    void without_settings_links_lead_to_the_api_on_this_machine() {
        FeedLinks links = links(Map.of());
        assertEquals("http://localhost:8080/api/v1/articles/tin", links.article(ID, "tin"));
        assertEquals("http://localhost:8080/api/v1/articles", links.home());
        assertEquals("http://localhost:9090/x", links(Map.of("quarkus.http.port", "9090")).api("/x"));
    }

    @ParameterizedTest
    @CsvSource({"PT1H, PT1H", "30D, P30D", "P90D, P90D"})
    void changes_are_kept_as_long_as_the_setting_says(String setting, Duration kept) {
        assertEquals(kept, config(ChangesConfig.class, Map.of("loa.changes.keep", setting)).keep());
    }

    @Test
    void links_lead_to_the_frontend() {
        FeedLinks links = links(Map.of("loa.site.link", "https://www.example.vn/bai-viet/{slug}?so={id}",
                "loa.site.home", "https://www.example.vn/", "loa.public-url", "https://api.example.vn/"));
        assertEquals("https://www.example.vn/bai-viet/tin?so=" + ID, links.article(ID, "tin"));
        assertEquals("https://www.example.vn", links.home());
        assertEquals("https://api.example.vn/api/v1/sitemap.xml", links.api("/api/v1/sitemap.xml"));
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
