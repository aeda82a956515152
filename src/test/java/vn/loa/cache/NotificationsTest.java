package vn.loa.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import vn.loa.support.Editing;
import vn.loa.support.Keys;
import vn.loa.support.Pages;

/** The notifications to other instances: changes that the public sees, and nothing that only editors see. */
@QuarkusTest
class NotificationsTest {

    private static final String END = "end of the test";

    @Inject
    DataSource database;

    private Connection listening;

    @BeforeEach
    void listen() throws SQLException {
        listening = database.getConnection();
        try (Statement statement = listening.createStatement()) {
            statement.execute("listen loa_public_change");
        }
    }

    @AfterEach
    void listen_no_more() throws SQLException {
        try (Statement statement = listening.createStatement()) {
            statement.execute("unlisten *");
        }
        listening.close();
    }

    /** The notifications since the last call: "next" unchanged, a stamp as "changed". */
    private List<String> told() throws SQLException {
        try (Connection other = database.getConnection(); Statement statement = other.createStatement()) {
            statement.execute("select pg_notify('loa_public_change', '" + END + "')");
        }
        List<String> told = new ArrayList<>();
        while (!told.contains(END)) {
            PGNotification[] some = listening.unwrap(PGConnection.class).getNotifications(10_000);
            Arrays.stream(some).map(PGNotification::getParameter).forEach(told::add);
        }
        return told.stream().filter(word -> !word.equals(END)).map(word -> word.equals("next") ? word : "changed").distinct()
                .toList();
    }

    private void assertTold(String... words) throws SQLException {
        assertEquals(List.of(words), told());
    }

    @Test
    void what_only_editors_see_is_not_told() throws SQLException {
        String fresh = Editing.created(Editing.news("Mới").put("slug", "moi"));
        Editing.retitled(fresh, "Mới, sửa");
        Editing.patch(fresh, "*", "{\"slug\": \"moi-hon\"}").then().statusCode(200);
        assertTold();
        String id = Editing.published(Editing.directive("Chỉ thị", "31-CT/TU"));
        told();
        Editing.retitled(id, "Chỉ thị, sửa");
        Editing.patch(id, "*", "{\"slug\": \"chi-thi-khac\"}").then().statusCode(200);
        Editing.post("/api/v1/articles/" + id + "/previews", "{}");
        Editing.step(id, "restore", "*", Map.of("revision", 1)).then().statusCode(200);
        Pages.asAdmin().header("If-Match", "*").post("/api/v1/articles/" + id + "/discard-draft").then().statusCode(204);
        Keys.make("newsroom", "editor");
        Pages.asAdmin().contentType("application/json").body("{\"total\": 5}").put("/api/v1/visitors/base").then().statusCode(204);
        Pages.asAdmin().header("If-Match", "*").delete("/api/v1/articles/" + fresh + "/draft").then().statusCode(204);
        assertTold();
    }

    @Test
    void every_step_that_the_public_sees_is_told() throws SQLException {
        String id = Editing.created(Editing.news("Tin"));
        Editing.publish(id).then().statusCode(200);
        assertTold("changed");
        Editing.patch(id, "*", "{\"slug\": \"ten-moi\"}").then().statusCode(200);
        Editing.publish(id).then().statusCode(200);
        assertTold("changed");
        Editing.withdraw(id, "Sai").then().statusCode(200);
        assertTold("changed");
        Editing.remove(id, "Nhầm").then().statusCode(200);
        assertTold("changed");
        Pages.publish(Pages.news("Tin nhập", "08:00:00 01-06-2024", "Nội dung."));
        assertTold("changed");
    }

    @Test
    void a_plan_is_told_as_what_it_is() throws SQLException {
        String id = Editing.created(Editing.news("Tin"));
        String schedule = Editing.post("/api/v1/schedules", "{\"articleId\": \"" + id
                + "\", \"action\": \"publish\", \"at\": \"2026-07-15T06:00:00Z\"}").then().statusCode(201).extract().path("id");
        assertTold("next");
        Pages.asAdmin().delete("/api/v1/schedules/" + schedule).then().statusCode(204);
        assertTold("next");
    }
}
