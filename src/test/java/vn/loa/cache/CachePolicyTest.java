package vn.loa.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tags as caches want them. */
class CachePolicyTest {

    private static CachePolicy with(Map<String, String> settings) {
        return new CachePolicy(new SmallRyeConfigBuilder().addDefaultInterceptors().addDiscoveredConverters().withMapping(CacheConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100)).build().getConfigMapping(CacheConfig.class));
    }

    @Test
    void tags_have_the_name_and_the_separator_that_are_set() {
        CachePolicy usual = with(Map.of());
        assertEquals("Cache-Tag", usual.tagHeader().toString());
        assertEquals("lists article-1", usual.tags("lists article-1"));
        CachePolicy other = with(Map.of("loa.cache.tag-header", "Surrogate-Key", "loa.cache.tag-separator", "comma"));
        assertEquals("Surrogate-Key", other.tagHeader().toString());
        assertEquals("lists,article-1", other.tags("lists article-1"));
    }
}
