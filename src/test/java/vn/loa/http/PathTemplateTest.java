package vn.loa.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PathTemplateTest {

    private static boolean matches(String template, String path) {
        return PathTemplate.of(template).matches(PathTemplate.segments(path));
    }

    @Test
    void a_point_in_a_template_is_a_point() {
        assertTrue(matches("/api/v1/feeds/articles.rss", "/api/v1/feeds/articles.rss"));
        assertFalse(matches("/api/v1/feeds/articles.rss", "/api/v1/feeds/articlesXrss"));
    }

    @Test
    void a_parameter_is_one_segment_that_is_not_empty() {
        assertTrue(matches("/api/v1/articles/{article}/views", "/api/v1/articles/1.5/views"));
        assertFalse(matches("/api/v1/articles/{article}/views", "/api/v1/articles/1/5/views"));
        assertFalse(matches("/api/v1/articles/{article}/views", "/api/v1/articles//views"));
    }

    @Test
    void a_slash_at_the_end_changes_nothing() {
        assertTrue(matches("/api/v1/articles", "/api/v1/articles/"));
        assertTrue(matches("/api/v1/articles/", "/api/v1/articles"));
        assertFalse(matches("/api/v1/articles", "/api/v1/articles//"));
    }
}
