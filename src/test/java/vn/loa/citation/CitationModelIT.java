package vn.loa.citation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.support.Application;
import vn.loa.support.TestDatabase;

/**
 * Citing and cited articles are published, renamed, renumbered, withdrawn, removed and brought back in any order, at either of
 * two instances on one database. After each step, what either instance answers is what {@link CitationModel} works out from
 * the texts alone: where each citation leads, what cites each document where, what a search finds, and what each revision was.
 */
class CitationModelIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ARTICLES = 6;
    /** {@code -Dcitation.steps=400} for more. */
    private static final int STEPS = Integer.getInteger("citation.steps", 50);
    /** A check of every revision, after so many steps. */
    private static final int THOROUGH = 20;
    private static final int STEPS_AT_ONCE = STEPS / 2;

    @TempDir
    Path data;

    private final CitationModel model = new CitationModel();

    @Test
    void citations_lead_where_the_texts_say_whatever_happened_before() throws Exception {
        try (EmbeddedPostgres database = TestDatabase.start("citation-model-postgres");
                Application one = start(database, "one"); Application other = start(database, "other")) {
            Random random = new Random(20);
            List<Application> instances = List.of(one, other);
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < ARTICLES; i++) {
                ids.add(created(one, random));
            }
            for (int i = 0; i < STEPS; i++) {
                step(instances.get(random.nextInt(2)), ids.get(random.nextInt(ARTICLES)), random);
                check(instances.get(random.nextInt(2)), i % THOROUGH == 0);
            }
            atOnce(instances, ids);
            instances.forEach(loa -> check(loa, true));
        }
    }

    /** One editor for each article, all at the same time. None of them may wait for another forever. */
    private void atOnce(List<Application> instances, List<String> ids) throws Exception {
        ExecutorService editors = Executors.newFixedThreadPool(ids.size());
        List<Future<?>> work = new ArrayList<>();
        for (String id : ids) {
            Random random = new Random(ids.indexOf(id));
            work.add(editors.submit(() -> {
                for (int i = 0; i < STEPS_AT_ONCE; i++) {
                    step(instances.get(random.nextInt(2)), id, random);
                }
                return null;
            }));
        }
        for (Future<?> editor : work) {
            editor.get();
        }
        editors.shutdown();
    }

    private void step(Application loa, String id, Random random) throws Exception {
        CitationModel.Article article = model.article(id);
        switch (random.nextInt(8)) {
            case 0, 1 -> {
                JsonNode content = CitationTexts.content(random);
                assertEquals(200, patch(loa, id, content).statusCode());
                article.edited(content);
            }
            case 2 -> {
                JsonNode title = JSON.createObjectNode().put("title", "Bài " + random.nextInt(1000));
                assertEquals(200, patch(loa, id, title).statusCode());
                article.edited(title);
            }
            case 3 -> {
                JsonNode slug = JSON.createObjectNode().put("slug", "bai-" + id.substring(id.length() - 6) + "-" + random.nextInt(3));
                assertEquals(200, patch(loa, id, slug).statusCode());
                article.edited(slug);
            }
            case 4, 5 -> expect(article.publish(), post(loa, id, "publish", "{}"));
            case 6 -> expect(article.withdraw(), post(loa, id, "withdraw", "{\"explanation\": \"Hết hiệu lực\"}"));
            default -> {
                if (random.nextBoolean()) {
                    expect(article.remove(), post(loa, id, "remove", "{\"explanation\": \"Nhầm\"}"));
                } else if (article.revisions() > 0) {
                    int number = 1 + random.nextInt(article.revisions());
                    assertEquals(200, post(loa, id, "restore", "{\"revision\": " + number + "}").statusCode());
                    article.restored(number);
                }
            }
        }
    }

    private static void expect(boolean possible, HttpResponse<String> answer) {
        assertEquals(possible ? 200 : 409, answer.statusCode(), answer.body());
    }

    private void check(Application loa, boolean revisions) {
        for (CitationModel.Article article : model.articles()) {
            String path = "/api/v1/articles/" + article.id();
            if (!article.isPublic()) {
                assertTrue(status(loa, path) >= 404);
                continue;
            }
            JsonNode read = loa.getJson(path + "?include=sections,citations");
            model.update(article, read);
            article.checkText(read);
        }
        for (CitationModel.Article article : model.publicArticles()) {
            String path = "/api/v1/articles/" + article.id();
            model.checkTargets(loa.getJson(path + "?include=sections,citations"));
            model.checkTargets(loa.getJson(path + "?include=sections"));
            assertEquals(model.citedBy(article), CitationModel.places(loa.getJson(path + "/cited-by?size=100")));
            for (int number = 1; revisions && number <= article.revisions(); number++) {
                article.checkRevision(number, loa.getJson(path + "/revisions/" + number + "?include=sections"));
            }
        }
        assertEquals(model.found(), CitationModel.found(loa.getJson("/api/v1/search?q=bai%20&kind=article&size=100")));
        assertEquals(model.register(), CitationModel.counts(loa.getJson("/api/v1/directives?size=100")));
    }

    private static int status(Application loa, String path) {
        try {
            return loa.get(path).statusCode();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without a cache, because it may be a second late at the instance where nothing was changed. */
    private Application start(EmbeddedPostgres database, String name) throws Exception {
        return Application.start(data.resolve(name), Map.of("loa.cache.enabled", "false",
                "quarkus.datasource.jdbc.url", database.getJdbcUrl("postgres", "postgres"),
                "quarkus.datasource.username", "postgres", "loa.admin-key", TestDatabase.ADMIN_KEY));
    }

    private String created(Application loa, Random random) throws Exception {
        JsonNode content = CitationTexts.content(random);
        HttpResponse<String> answer = send(loa, "POST", "/api/v1/articles", content.toString(), "application/json");
        assertEquals(201, answer.statusCode(), answer.body());
        String id = JSON.readTree(answer.body()).path("id").asText();
        model.created(id, content);
        return id;
    }

    private static HttpResponse<String> patch(Application loa, String id, JsonNode patch) throws Exception {
        return send(loa, "PATCH", "/api/v1/articles/" + id + "/draft", patch.toString(), "application/merge-patch+json");
    }

    private static HttpResponse<String> post(Application loa, String id, String step, String body) throws Exception {
        return send(loa, "POST", "/api/v1/articles/" + id + "/" + step, body, "application/json");
    }

    private static HttpResponse<String> send(Application loa, String method, String path, String body, String type)
            throws Exception {
        HttpResponse<String> answer = loa.send(method, path, body.getBytes(StandardCharsets.UTF_8), "If-Match", "*",
                "Authorization", "Bearer " + TestDatabase.ADMIN_KEY, "Content-Type", type);
        assertTrue(answer.statusCode() < 500, answer.body());
        return answer;
    }
}
