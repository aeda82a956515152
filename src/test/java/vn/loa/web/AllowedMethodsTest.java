package vn.loa.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AllowedMethodsTest {

    @Test
    void a_point_in_a_template_is_a_point() {
        Pattern feed = AllowedMethods.pattern("/api/v1/feeds/articles.rss");
        assertTrue(feed.matcher("/api/v1/feeds/articles.rss").matches());
        assertFalse(feed.matcher("/api/v1/feeds/articlesXrss").matches());
    }

    @Test
    void a_parameter_is_one_segment() {
        Pattern views = AllowedMethods.pattern("/api/v1/articles/{id}/views");
        assertTrue(views.matcher("/api/v1/articles/1.5/views").matches());
        assertFalse(views.matcher("/api/v1/articles/1/5/views").matches());
    }
}
