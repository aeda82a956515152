package vn.loa.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;
import vn.loa.support.Pages;

/**
 * A cache that purges what the log of changes names keeps no outdated response. {@code -Dpurge.steps=100} makes more
 * changes.
 */
@QuarkusTest
class PurgeTest {

    /** The last two belong to no article until a test publishes one with them. */
    private static final List<String> NUMBERS = List.of("1-CT/TU", "2-CT/TU", "3-CT/TU", "4-CT/TU", "05-CT/TU");
    private static final int STEPS = Integer.getInteger("purge.steps", 15);

    private final OutsideCache edge = new OutsideCache();
    private final List<String> articles = new ArrayList<>();
    private final Set<String> slugs = new LinkedHashSet<>();
    private final Set<String> categories = new LinkedHashSet<>();
    private int names;

    private Set<String> addresses() {
        Set<String> all = new LinkedHashSet<>(List.of("/articles", "/articles?include=citations,sections", "/articles?sort=title&size=2",
                "/directives", "/directives?cites=1", "/tags", "/search?q=so+hoa", "/suggest?q=chi", "/feeds/articles.rss",
                "/feeds/articles.atom", "/feeds/articles.json", "/sitemap.xml", "/resolve?q=chuyen+doi+so", "/categories"));
        categories.forEach(slug -> all.add("/categories/" + slug));
        NUMBERS.forEach(number -> all.add("/resolve?q=" + number));
        slugs.forEach(slug -> all.add("/articles/" + slug + "?include=citations"));
        for (String id : articles) {
            for (String below : List.of("", "?include=sections", "?include=citations", "?at=2026-07-15", "/sections", "/sections?fields=eId",
                    "/sections/sec_1", "/sections/sec_1/html", "/sections/sec_9", "/toc", "/directive",
                    "/directive/html", "/directive/akn", "/directive/markdown", "/citations",
                    "/citations?eId=sec_1", "/cited-by", "/sections/sec_1/cited-by", "/jsonld", "/revisions", "/revisions/1?include=citations",
                    "/revisions/1/diff/2")) {
                all.add("/articles/" + id + below);
            }
            all.add("/articles/" + id.toUpperCase(java.util.Locale.ROOT) + "/toc");
            all.add("/articles/%3" + id.charAt(0) + id.substring(1) + "/toc");
        }
        return all.stream().map(path -> "/api/v1" + path).collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new));
    }

    private ObjectNode content(Random random) {
        ObjectNode content = Editing.directive("Tin " + random.nextInt(5), NUMBERS.get(random.nextInt(NUMBERS.size())));
        content.put("slug", "tin-" + names);
        slugs.add("tin-" + names++);
        ((ObjectNode) content.at("/directive")).put("issuedOn", random.nextBoolean() ? "2024-06-01" : "2023-06-01");
        ((ObjectNode) content.at("/sections/0/paragraphs/0")).put("text", "Theo khoản 1 Chỉ thị số " + any(random) + ", Chỉ thị số "
                + any(random) + " ngày 01/6/2024 và Nghị quyết số " + any(random) + ".");
        content.put("category", random.nextInt(4) == 0 ? null : any(random, present()));
        content.put("body", "<p>Căn cứ Chỉ thị số " + any(random) + ".</p>");
        return content;
    }

    private static String any(Random random) {
        return NUMBERS.get(random.nextInt(NUMBERS.size()));
    }

    private static String any(Random random, Collection<String> slugs) {
        return List.copyOf(slugs).get(random.nextInt(slugs.size()));
    }

    /** The slugs of the categories that are there. */
    private static List<String> present() {
        return Pages.asAdmin().header("Cache-Control", "no-cache").get("/api/v1/categories?size=100").path("items.slug");
    }

    /** Some of them are refused. */
    private String stepOfCategory(Random random) {
        String slug = any(random, categories);
        String name = "chuyen-muc-" + names++;
        switch (random.nextInt(4)) {
            case 0 -> category(slug, "{\"slug\": \"" + name + "\", \"title\": \"" + name + "\"}");
            case 1 -> category(slug, "{\"parent\": " + (random.nextBoolean() ? null : "\"" + any(random, categories) + "\"") + "}");
            case 2 -> Pages.asAdmin().header("If-Match", "*").queryParam("moveArticlesTo", any(random, categories))
                    .delete("/api/v1/categories/" + slug);
            default -> Editing.post("/api/v1/categories", "{\"title\": \"" + name + "\"}");
        }
        categories.add(name);
        return "changed the category " + slug;
    }

    private static void category(String slug, String patch) {
        Pages.asAdmin().header("If-Match", "*").contentType("application/merge-patch+json").body(patch)
                .patch("/api/v1/categories/" + slug);
    }

    private String step(Random random) {
        int step = random.nextInt(13);
        if (step >= 10) {
            return stepOfCategory(random);
        }
        String id = articles.get(random.nextInt(articles.size()));
        if (step < 5) {
            Editing.put(id, "*", random.nextInt(6) == 0 ? Editing.news("Không số") : content(random)).then().statusCode(200);
            Editing.publish(id);
            return "published";
        }
        if (step == 5) {
            Editing.retitled(id, "Chưa đăng");
            return "edited";
        }
        if (step < 8) {
            Editing.withdraw(id, "Sai số liệu");
            return "withdrawn";
        }
        Editing.step(id, "remove", random.nextBoolean() ? Map.of("explanation", "Nhầm")
                : Map.of("explanation", "Trùng", "redirectTo", articles.get(random.nextInt(articles.size()))));
        return "removed";
    }

    @ParameterizedTest
    @ValueSource(longs = {18, 2026})
    void what_is_kept_after_a_purge_is_what_loa_answers(long seed) {
        Random random = new Random(seed);
        for (String parent : Arrays.asList(null, "muc-0", "muc-1")) {
            String slug = "muc-" + categories.size();
            Editing.post("/api/v1/categories", "{\"title\": \"" + slug + "\", \"parent\": " + (parent == null ? null : "\"" + parent + "\"")
                    + "}").then().statusCode(201);
            categories.add(slug);
        }
        for (int n = 0; n < 5; n++) {
            articles.add(Editing.created(content(random)));
        }
        edge.purge();
        edge.fill(addresses());
        for (int n = 0; n < STEPS; n++) {
            String done = step(random);
            edge.purge();
            edge.assertTrueToLoa("step " + n + ", " + done);
            edge.fill(addresses());
        }
        assertTrue(edge.size() > 100, "kept " + edge.size());
    }

    @Test
    void a_document_that_is_published_purges_what_cites_it_and_no_other_article() {
        String citing = Editing.published(Editing.directive("Dẫn", "31-CT/TU"));
        String other = Editing.published(Editing.news("Khác"));
        List<String> addresses = List.of("/api/v1/articles/" + citing + "/citations", "/api/v1/articles/" + citing + "/directive/html",
                "/api/v1/articles/" + citing, "/api/v1/articles/" + other);
        edge.purge();
        edge.fill(addresses);
        ObjectNode decree = Editing.directive("Nghị định", "30/2020/NĐ-CP");
        ((ObjectNode) decree.at("/directive")).put("type", "Nghị định");
        String cited = Editing.published(decree);
        edge.purge();
        assertNull(edge.find(addresses.get(0)));
        assertNull(edge.find(addresses.get(1)));
        assertNotNull(edge.find(addresses.get(2)));
        assertNotNull(edge.find(addresses.get(3)));
        edge.fill(addresses);
        assertEquals(Set.of("article-" + citing, "article-" + cited, "cites-30-2020-nd-cp", "cites-31-ct-tu"),
                edge.find(addresses.get(0)).tags());
    }
}
