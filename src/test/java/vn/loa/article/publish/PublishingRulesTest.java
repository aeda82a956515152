package vn.loa.article.publish;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.article.schedule.Schedules;
import vn.loa.support.Editing;
import vn.loa.support.TestClock;

/**
 * What must always hold, held after each step of random lives: an article is edited, published, withdrawn, removed,
 * restored and scheduled in any order, and a simple model says what editors and readers must see.
 */
@QuarkusTest
class PublishingRulesTest {

    private static final int STEPS = 20;
    private static final String ARTICLE = "/api/v1/articles/{id}";

    @Inject
    TestClock clock;

    @Inject
    Schedules schedules;

    /** The expected state of the article. */
    private static final class Model {
        String state = "draft";
        String workingCopy;
        Instant publishAt;
        Instant withdrawAt;
        Instant firstPublished;
        final List<String> titles = new ArrayList<>();
        final List<Instant> times = new ArrayList<>();

        boolean isPublic() {
            return state.equals("published") || state.equals("withdrawn");
        }

        String shown() {
            return workingCopy != null ? workingCopy : titles.get(titles.size() - 1);
        }

        void publish(Instant now) {
            titles.add(shown());
            times.add(now);
            workingCopy = null;
            state = "published";
            firstPublished = firstPublished == null ? now : firstPublished;
            publishAt = null;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_rules_hold_after_each_step_of_a_random_life(long seed) {
        Random random = new Random(seed);
        Model model = new Model();
        model.workingCopy = "Tin đầu";
        String id = Editing.created(content(model.workingCopy));
        List<String> frozen = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            String draftBefore = Editing.draft(id).asString();
            String etagBefore = Editing.etag(id);
            String what = step + " (seed " + seed + ")";
            boolean accepted = step(random, id, model, etagBefore);
            if (accepted) {
                assertNotEquals(etagBefore, Editing.etag(id), what);
            } else {
                assertEquals(draftBefore, Editing.draft(id).asString(), "a refused request changes nothing: " + what);
                assertEquals(etagBefore, Editing.etag(id), what);
            }
            clock.advance(Duration.ofMinutes(1 + random.nextInt(90)));
            time(model);
            schedules.runDue();
            assertEditorsSee(id, model, what);
            assertReadersSee(id, model, frozen, what);
        }
    }

    private static com.fasterxml.jackson.databind.node.ObjectNode content(String title) {
        return Editing.directive(title, "31-CT/TU");
    }

    /** Runs the steps that were planned for the present moment, in their order. */
    private void time(Model model) {
        Instant now = clock.instant();
        boolean publish = model.publishAt != null && !model.publishAt.isAfter(now);
        boolean withdraw = model.withdrawAt != null && !model.withdrawAt.isAfter(now);
        if (publish && withdraw && model.withdrawAt.isBefore(model.publishAt)) {
            withdraw(model);
            model.publish(now);
            return;
        }
        if (publish) {
            model.publish(now);
        }
        if (withdraw) {
            withdraw(model);
        }
    }

    private static void withdraw(Model model) {
        model.withdrawAt = null;
        if (model.state.equals("published")) {
            model.state = "withdrawn";
        }
    }

    /** Whether it was accepted; that it had to be is asserted. */
    private boolean step(Random random, String id, Model model, String etag) {
        String title = "Tiêu đề " + random.nextInt(1000) + " – hòa giải, đất đai";
        boolean locked = model.publishAt != null;
        switch (random.nextInt(9)) {
            case 0, 1 -> {
                boolean expected = !locked;
                return expect(expected, Editing.put(id, etag, content(title)), 409, () -> model.workingCopy = title);
            }
            case 2 -> {
                // Another caller was faster.
                Editing.put(id, "\"v99999\"", content(title)).then().statusCode(412);
                return false;
            }
            case 3 -> {
                boolean expected = model.workingCopy != null || model.state.equals("withdrawn");
                return expect(expected, Editing.publish(id), 409, () -> model.publish(clock.instant()));
            }
            case 4 -> {
                return expect(model.state.equals("published"), Editing.withdraw(id, "Lý do"), 409, () -> {
                    model.state = "withdrawn";
                    model.withdrawAt = null;
                });
            }
            case 5 -> {
                // Rarely, because little happens afterwards.
                if (random.nextInt(3) > 0) {
                    return expect(false, Editing.remove(id, " "), 422, () -> { });
                }
                return expect(model.isPublic(), Editing.remove(id, "Lý do"), 409, () -> {
                    model.state = "gone";
                    model.publishAt = null;
                    model.withdrawAt = null;
                });
            }
            case 6 -> {
                boolean expected = !model.titles.isEmpty() && !locked;
                int revision = 1 + random.nextInt(Math.max(1, model.titles.size()));
                return expect(expected, Editing.step(id, "restore", etag, Map.of("revision", revision)), 409,
                        () -> model.workingCopy = model.titles.get(revision - 1));
            }
            case 7 -> {
                Instant at = clock.instant().plus(Duration.ofMinutes(30 + random.nextInt(100)));
                boolean expected = !locked && (model.workingCopy != null || model.state.equals("withdrawn"));
                return expect(expected, plan(id, "publish", at), 409, () -> {
                    model.publishAt = at;
                    model.state = model.state.equals("draft") ? "scheduled" : model.state;
                });
            }
            default -> {
                Instant at = clock.instant().plus(Duration.ofMinutes(30 + random.nextInt(100)));
                boolean expected = model.withdrawAt == null && (model.state.equals("published") || locked);
                return expect(expected, plan(id, "withdraw", at), 409, () -> model.withdrawAt = at);
            }
        }
    }

    private static Response plan(String id, String action, Instant at) {
        String explanation = action.equals("withdraw") ? ", \"explanation\": \"Hết hạn\"" : "";
        return Editing.post("/api/v1/schedules",
                "{\"articleId\": \"" + id + "\", \"action\": \"" + action + "\", \"at\": \"" + at + "\"" + explanation + "}");
    }

    private static boolean expect(boolean accepted, Response answer, int refusal, Runnable effect) {
        assertEquals(accepted, answer.statusCode() < 300, answer.asString());
        if (accepted) {
            effect.run();
        } else {
            assertEquals(refusal, answer.statusCode(), answer.asString());
        }
        return accepted;
    }

    private static void assertEditorsSee(String id, Model model, String what) {
        Response draft = Editing.draft(id);
        assertEquals(model.state, draft.path("state"), what);
        assertEquals(model.workingCopy != null, draft.<Boolean>path("edited"), what);
        assertEquals(model.shown(), draft.path("title"), what);
        assertEquals(3, draft.<List<?>>path("sections").size(), what);
    }

    private static void assertReadersSee(String id, Model model, List<String> frozen, String what) {
        int expected = model.isPublic() ? 200 : model.state.equals("gone") ? 410 : 404;
        for (String part : List.of("", "/sections", "/toc", "/citations", "/views", "/revisions")) {
            given().get(ARTICLE + part, id).then().statusCode(expected);
        }
        boolean listed = given().get("/api/v1/articles").<List<String>>path("items.id").contains(id);
        assertEquals(model.isPublic(), listed, what);
        if (!model.isPublic()) {
            return;
        }
        Response article = given().get(ARTICLE, id);
        assertEquals(model.titles.get(model.titles.size() - 1), article.path("title"), what);
        assertEquals(model.state.equals("withdrawn"), article.path("withdrawal") != null, what);
        assertEquals(model.firstPublished, Instant.parse(article.path("firstPublishedAt")), what);
        assertEquals(model.titles.size(), article.<Integer>path("revision"), what);
        // The latest, and an older one in turn.
        int latest = model.titles.size();
        for (int n : new int[] {latest, 1 + Math.floorMod(what.hashCode(), latest)}) {
            Response revision = given().queryParam("include", "sections").get(ARTICLE + "/revisions/" + n, id);
            String text = revision.path("title") + "|" + revision.path("body") + "|" + revision.path("sections.paragraphs");
            while (n > frozen.size()) {
                frozen.add(null);
            }
            if (frozen.get(n - 1) == null) {
                frozen.set(n - 1, text);
            }
            assertEquals(frozen.get(n - 1), text, "revision " + n + " never changes: " + what);
            assertEquals(model.titles.get(n - 1), revision.path("title"), what);
            Integer at = given().queryParam("at", model.times.get(n - 1).toString()).get(ARTICLE, id).path("revision");
            assertEquals(n, at, what);
        }
    }
}
