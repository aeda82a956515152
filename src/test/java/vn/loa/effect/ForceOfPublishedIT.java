package vn.loa.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.support.Application;
import vn.loa.support.AtOnce;
import vn.loa.support.InForceRanges;
import vn.loa.support.TestDatabase;

/**
 * Documents that end and repeal each other are published, changed, withdrawn, removed, brought back and corrected in any order, at either
 * of two instances on one database. The statuses are always those that {@link PublishedModel} works out from the present texts and corrections alone.
 */
class ForceOfPublishedIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STEPS = 60;
    private static final int STEPS_AT_ONCE = 8;

    @TempDir
    Path data;

    private final PublishedModel model = new PublishedModel();
    private final List<String> ids = new ArrayList<>();

    @Test
    void statuses_follow_from_what_is_public_whatever_happened_before() throws Exception {
        try (EmbeddedPostgres database = TestDatabase.start("force-model-postgres");
                Application one = start(database, "one"); Application other = start(database, "other")) {
            Random random = new Random(24);
            List<Application> instances = List.of(one, other);
            for (int i = 0; i < PublishedModel.DOCUMENTS; i++) {
                HttpResponse<String> answer = send(one, "POST", "/api/v1/articles", model.add(random).draft.content().toString(), "application/json");
                assertEquals(201, answer.statusCode(), answer.body());
                ids.add(JSON.readTree(answer.body()).path("id").asText());
            }
            for (int i = 0; i < STEPS; i++) {
                String done = step(instances.get(random.nextInt(2)), random.nextInt(ids.size()), random);
                check(database, "step " + i + ": " + done);
            }
            AtOnce.call(ids.size(), document -> {
                Random own = new Random(document);
                for (int i = 0; i < STEPS_AT_ONCE; i++) {
                    step(instances.get(own.nextInt(2)), document, own);
                }
                return null;
            });
            check(database, "at once");
        }
    }

    private String step(Application loa, int number, Random random) {
        PublishedModel.Document document = model.document(number);
        String path = "/api/v1/articles/" + ids.get(number);
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> {
                PublishedModel.Text text = PublishedModel.Text.random(number, random);
                if (done(loa, "PATCH", path + "/draft", text.content().toString(), "application/merge-patch+json")) {
                    document.draft = text;
                }
            }
            case 3, 4, 5 -> {
                if (done(loa, "POST", path + "/publish", "{}", "application/json")) {
                    document.published();
                }
            }
            case 6 -> {
                if (random.nextBoolean()) {
                    done(loa, "POST", path + "/withdraw", "{\"explanation\": \"Có bản mới\"}", "application/json");
                } else if (done(loa, "POST", path + "/remove", "{\"explanation\": \"Nhầm\"}", "application/json")) {
                    document.isPublic = false;
                }
            }
            case 7, 8, 9, 10 -> correct(loa, number, random);
            default -> {
                int revision = random.nextInt(Math.max(1, document.revisions.size()));
                if (done(loa, "POST", path + "/restore", "{\"revision\": " + (revision + 1) + "}", "application/json")) {
                    document.draft = document.revisions.get(revision);
                }
            }
        }
        return number + " " + document.isPublic + " " + document.revisions.size();
    }

    /** An editor says at one document that a text's repeal was on another day: at the others it counts as before. */
    private void correct(Application loa, int number, Random random) {
        String path = "/api/v1/articles/" + ids.get(number) + "/effects";
        HttpResponse<String> answer = send(loa, "GET", path + "?kind=repeal&source=instruction&size=100", "", "application/json");
        JsonNode items = answer.statusCode() == 200 ? read(answer).path("items") : JSON.createArrayNode();
        if (items.isEmpty()) {
            return;
        }
        JsonNode item = items.get(random.nextInt(items.size()));
        LocalDate since = PublishedModel.correctedDay(random);
        String eId = item.path("target").path("eId").asText();
        String body = JSON.createObjectNode().put("kind", "repeal").put("since", since.toString()).put("corrects", item.path("id").asText())
                .set("target", JSON.createObjectNode().put("eId", eId)).toString();
        if (send(loa, "POST", path, body, "application/json").statusCode() == 201) {
            int article = last(eId);
            LocalDate commences = item.path("since").isNull() ? null : LocalDate.parse(item.path("since").asText());
            String repeal = PublishedModel.repeal(ids.indexOf(item.path("statedIn").path("id").asText()),
                    last(item.path("by").path("provisions").get(0).asText()), commences, number, article);
            model.document(number).corrections.add(new PublishedModel.Correction(article, since, repeal));
        }
    }

    private static int last(String eId) {
        return Integer.parseInt(eId.substring(eId.lastIndexOf('_') + 1));
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean done(Application loa, String method, String path, String body, String type) {
        return send(loa, method, path, body, type).statusCode() == 200;
    }

    private static HttpResponse<String> send(Application loa, String method, String path, String body, String type) {
        try {
            HttpResponse<String> answer = loa.send(method, path, body.getBytes(StandardCharsets.UTF_8), "If-Match", "*",
                    "Authorization", "Bearer " + TestDatabase.ADMIN_KEY, "Content-Type", type);
            assertTrue(answer.statusCode() < 500, answer.body());
            return answer;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A row of the view section_status. */
    private record Row(String where, LocalDate from, LocalDate before, String status) {
        boolean isOn(LocalDate day) {
            return !from.isAfter(day) && before.isAfter(day);
        }
    }

    /** What reads take instead of looking: see the table force. */
    private static final String STORED_OTHERWISE = """
            select count(*) from force f
            left join shown_on(f.article_id, f.shown_from) s on true
            left join force_period p on p.article_id = f.article_id and p.eid = '' and p.from_day <= f.shown_from and p.before_day > f.shown_from
            where (s.shown::text, s.sections, s.from_day, s.before_day)
                    is distinct from (p.shown::text, f.shown_sections, f.shown_from, f.shown_before)
                or f.shown::text is distinct from p.shown::text
                or (f.section_bytes > 0) <> exists (select from force_period o where o.article_id = f.article_id and o.eid <> '')
                or f.issued_on is distinct from (select max(d.issued_on) from document d where d.article_id = f.article_id)
                or exists (select from force_period o where o.article_id = f.article_id
                    and o.shown::text <> shown_status(o.status, o.since, o.until, f.known_until, o.effects)::text)
            """;

    private void check(EmbeddedPostgres database, String when) throws SQLException {
        try (Connection connection = database.getPostgresDatabase().getConnection();
                ResultSet count = connection.createStatement().executeQuery(STORED_OTHERWISE);
                ResultSet ranges = connection.createStatement().executeQuery(InForceRanges.OTHERWISE)) {
            ranges.next();
            assertEquals(0, ranges.getInt(1), when + ": lists on a day have others");
            count.next();
            assertEquals(0, count.getInt(1), when + ": stored otherwise than it is");
        }
        List<Row> rows = rows(database);
        for (LocalDate day : PublishedModel.days()) {
            Map<String, String> stored = rows.stream().filter(row -> row.isOn(day)).collect(Collectors.toMap(Row::where, Row::status));
            for (int i = 0; i < ids.size(); i++) {
                String document = stored.get(ids.get(i) + " ");
                String where = when + ", " + PublishedModel.number(i) + " on " + day;
                if (!model.document(i).isPublic) {
                    assertEquals(null, document, where);
                    continue;
                }
                assertEquals(model.status(i, day), document, where);
                int number = i;
                IntStream.rangeClosed(1, PublishedModel.ARTICLES).forEach(article -> assertEquals(model.status(number, article, day),
                        stored.getOrDefault(ids.get(number) + " art_" + article, document), where + ", Điều " + article));
            }
        }
    }

    private static List<Row> rows(EmbeddedPostgres database) throws SQLException {
        try (Connection connection = database.getPostgresDatabase().getConnection(); ResultSet rows = connection.createStatement().executeQuery(
                "select article_id || ' ' || eid, from_day, before_day, status from section_status")) {
            List<Row> all = new ArrayList<>();
            while (rows.next()) {
                all.add(new Row(rows.getString(1), rows.getObject(2, LocalDate.class), rows.getObject(3, LocalDate.class), rows.getString(4)));
            }
            return all;
        }
    }

    private Application start(EmbeddedPostgres database, String name) throws Exception {
        return Application.start(data.resolve(name), Map.of("loa.cache.enabled", "false",
                "quarkus.datasource.jdbc.url", database.getJdbcUrl("postgres", "postgres"),
                "quarkus.datasource.username", "postgres", "loa.admin-key", TestDatabase.ADMIN_KEY));
    }
}
