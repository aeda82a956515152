package vn.loa.feed;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import vn.loa.support.Editing;
import vn.loa.support.TestClock;

/** The sitemap for search engines. */
@QuarkusTest
class SitemapTest {

    private static final String SITEMAP = "/api/v1/sitemap.xml";
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    @Inject
    TestClock clock;

    @Inject
    DataSource database;

    private static List<String> texts(Element inside, String name) {
        return Xml.all(inside, name).stream().map(Element::getTextContent).toList();
    }

    @Test
    void every_published_article_is_there_with_its_last_change() {
        Editing.published(Editing.news("Một").put("slug", "mot"));
        String second = Editing.published(Editing.news("Hai").put("slug", "hai"));
        String withdrawn = Editing.published(Editing.news("Đã rút"));
        String gone = Editing.published(Editing.news("Đã gỡ"));
        Editing.created(Editing.news("Nháp"));
        clock.advance(Duration.ofHours(1));
        Editing.withdraw(withdrawn, "Sai").then().statusCode(200);
        Editing.remove(gone, "Nhầm").then().statusCode(200);
        Editing.retitled(second, "Hai, sửa");
        Editing.publish(second).then().statusCode(200);

        Element sitemap = Xml.root(given().get(SITEMAP).then().statusCode(200).contentType("application/xml").extract().response());
        assertEquals("urlset", sitemap.getLocalName());
        assertEquals(NAMESPACE, sitemap.getNamespaceURI());
        assertEquals(List.of("http://localhost:8080/api/v1/articles/mot/html", "http://localhost:8080/api/v1/articles/hai/html"),
                texts(sitemap, "loc"));
        assertEquals(List.of("2026-07-15T05:00:00Z", "2026-07-15T06:00:00Z"), texts(sitemap, "lastmod"));
    }

    @Test
    void an_empty_site_has_an_empty_sitemap() {
        assertEquals(0, Xml.all(Xml.root(given().get(SITEMAP)), "url").size());
        given().get(SITEMAP + "?part=1").then().statusCode(200);
    }

    @Test
    void parts_that_are_not_there() {
        given().get(SITEMAP + "?part=2").then().statusCode(404);
        given().get(SITEMAP + "?part=2147483647").then().statusCode(404);
        for (String wrong : List.of("0", "-1", "x", "2147483648")) {
            given().get(SITEMAP + "?part=" + wrong).then().statusCode(400).body("errors.parameter", contains("part"));
        }
    }

    @Test
    void more_than_fifty_thousand_are_split() throws SQLException {
        publishMany(SitemapResource.PART_SIZE + 3);
        Element index = Xml.root(given().get(SITEMAP));
        assertEquals("sitemapindex", index.getLocalName());
        assertEquals(List.of("http://localhost:8080/api/v1/sitemap.xml?part=1", "http://localhost:8080/api/v1/sitemap.xml?part=2"),
                texts(index, "loc"));
        assertEquals(List.of("2026-07-14T00:00:00Z", "2026-07-14T00:00:00Z"), texts(index, "lastmod"));
        Set<String> all = new HashSet<>(texts(Xml.root(given().get(SITEMAP + "?part=1")), "loc"));
        assertEquals(SitemapResource.PART_SIZE, all.size());
        assertTrue(all.addAll(texts(Xml.root(given().get(SITEMAP + "?part=2")), "loc")));
        assertEquals(SitemapResource.PART_SIZE + 3, all.size());
    }

    /** In the role "replica" triggers do not run, so the articles need no texts. */
    private void publishMany(int count) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("""
                    insert into article (id, slug, state, live_revision_id, first_published_at, public_updated_at, created_at,
                                         updated_at, version, listed)
                    select gen_random_uuid(), 'bai-' || n, 'published', n, t, t, t, t, 0, '{}'
                    from generate_series(1, %d) n, (values (timestamptz '2026-07-14T00:00:00Z')) v (t)""".formatted(count));
            statement.execute("set session_replication_role = origin");
            statement.execute("insert into public_count values ('articles.state', 'published', " + count + ")");
        }
    }
}
