package vn.loa.visitor.read;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.Pages;
import vn.loa.support.TestClock;
import vn.loa.visitor.count.Tables;

/** The stream with the views of an article, event by event. */
@QuarkusTest
class ArticleStreamTest {

    private static final String STREAM = "/api/v1/visitors/stream";

    @Inject
    VisitorsSnapshot snapshot;

    @Inject
    DataSource database;

    private final List<Socket> open = new ArrayList<>();

    @BeforeEach
    void countersAreKnown() {
        snapshot.refresh();
    }

    @AfterEach
    void everybodyLeaves() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** The lines of the stream, after the headers. */
    private BufferedReader stream(String query, List<String> headers) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        open.add(socket);
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(("GET " + STREAM + query + " HTTP/1.1\r\nHost: test\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        BufferedReader lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
            headers.add(line.toLowerCase(Locale.ROOT));
        }
        return lines;
    }

    /** The next event, without the lengths of chunks. */
    private static List<String> event(BufferedReader lines) throws IOException {
        List<String> event = new ArrayList<>();
        for (String line = lines.readLine(); event.isEmpty() || !line.isEmpty(); line = lines.readLine()) {
            if (!line.isEmpty() && !line.matches("[0-9a-f]+")) {
                event.add(line);
            }
        }
        return event;
    }

    private static void view(String article, String visitor) {
        given().header("User-Agent", visitor).contentType("application/json").body("{\"articleId\":\"" + article + "\"}")
                .post("/api/v1/hits").then().statusCode(204);
    }

    private static void visit(String visitor) {
        given().header("User-Agent", visitor).noContentType().post("/api/v1/hits").then().statusCode(204);
    }

    @Test
    void proxies_are_told_to_pass_every_event_on_at_once() throws IOException {
        List<String> headers = new ArrayList<>();
        List<String> event = event(stream("", headers));
        assertTrue(headers.containsAll(List.of("content-type: text/event-stream", "cache-control: no-store, no-transform",
                "x-accel-buffering: no")), headers.toString());
        assertEquals(List.of("event", "retry", "data"), event.stream().map(line -> line.split(":")[0]).toList());
    }

    @Test
    void with_an_article_its_views_are_sent_too_and_sent_again_when_they_have_changed() throws IOException {
        String article = Pages.publish(Pages.news("Tin", "08:00:00 01-06-2024", "Nội dung."));
        String other = Pages.publish(Pages.news("Khác", "08:00:00 02-06-2024", "Nội dung."));
        BufferedReader lines = stream("?article=tin", new ArrayList<>());
        assertEquals("event: visitors", event(lines).get(0));
        assertEquals(List.of("event: views", "retry: 5000", "data: {\"views\":10,\"asOf\":\"" + TestClock.START + "\"}"), event(lines));
        view(other, "Firefox");
        view(article, "Firefox");
        snapshot.refresh();
        assertTrue(event(lines).get(2).contains("\"online\":1"));
        assertTrue(event(lines).get(2).contains("\"views\":11"));
        snapshot.refresh();
        view(article, "Chrome");
        snapshot.refresh();
        assertTrue(event(lines).get(2).contains("\"online\":2"));
        assertTrue(event(lines).get(2).contains("\"views\":12"));
    }

    @Test
    void an_articles_id_or_former_slug_will_do_and_what_is_not_public_is_not_found() throws IOException {
        String article = Editing.published(Editing.news("Tên cũ"));
        Editing.patch(article, "*", "{\"slug\":\"ten-moi\"}").then().statusCode(200);
        Editing.publish(article).then().statusCode(200);
        for (String address : List.of(article, "ten-cu")) {
            BufferedReader lines = stream("?article=" + address, new ArrayList<>());
            event(lines);
            assertTrue(event(lines).get(2).contains("\"views\":0"));
        }
        String draft = Editing.created(Editing.news("Bản nháp"));
        for (String address : List.of(draft, "ban-nhap", UUID.randomUUID().toString(), "x", "X Y", "%")) {
            given().queryParam("article", address).get(STREAM).then().statusCode(404).body("errors.parameter", contains("article"));
        }
        given().queryParam("article", "").get(STREAM).then().statusCode(400);
        given().queryParam("article", article, draft).get(STREAM).then().statusCode(400);
        given().queryParam("article", article).queryParam("page", "1").get(STREAM).then().statusCode(400);
    }

    @Test
    void an_article_that_is_removed_sends_no_more_views() throws IOException {
        String article = Editing.published(Editing.news("Tin"));
        BufferedReader lines = stream("?article=" + article, new ArrayList<>());
        event(lines);
        event(lines);
        Editing.remove(article, "Sai.").then().statusCode(200);
        for (String visitor : List.of("Firefox", "Chrome")) {
            visit(visitor);
            snapshot.refresh();
            assertEquals("event: visitors", event(lines).get(0));
        }
    }

    @Test
    void while_the_views_cannot_be_read_the_sites_counters_go_on_and_afterwards_the_views_do() throws IOException {
        String article = Editing.published(Editing.news("Tin"));
        BufferedReader lines = stream("?article=" + article, new ArrayList<>());
        event(lines);
        event(lines);
        view(article, "Firefox");
        Tables.execute(database, "alter table article_views rename to article_views_away");
        try {
            snapshot.refresh();
            assertTrue(event(lines).get(2).contains("\"online\":1"));
        } finally {
            Tables.execute(database, "alter table article_views_away rename to article_views");
        }
        snapshot.refresh();
        assertTrue(event(lines).get(2).contains("\"views\":1"));
    }
}
