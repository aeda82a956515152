package vn.loa.interference;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;

/** An editor who locks an article for long makes no other caller wait. */
@QuarkusTest
class EditorAtWorkTest {

    /** Generous, because the tests' machine is busy. src/bench/long-publish.sh measures. */
    private static final Duration BOUND = Duration.ofSeconds(4);
    private static final int SECTIONS = 800;

    @Inject
    DataSource database;

    @Test
    void others_go_on_while_a_long_directive_is_published() throws Exception {
        String paragraph = "Các cơ quan, đơn vị tổ chức thực hiện nghiêm túc nhiệm vụ được giao. ".repeat(20).strip();
        String slow = Editing.created(Editing.object("{\"title\": \"Văn bản dài\", \"body\": \"<p>Ban hành.</p>\", "
                + "\"directive\": {\"type\": \"Chỉ thị\"}, \"sections\": ["
                + IntStream.rangeClosed(1, SECTIONS).mapToObj(n -> "{\"number\": \"" + n + "\", \"paragraphs\": [{\"text\": \""
                        + paragraph + "\"}]}").collect(Collectors.joining(",")) + "]}"));
        try (Bystanders others = Bystanders.at(RestAssured.port)) {
            others.awaitAllGood(Duration.ofSeconds(20));
            others.during(() -> Editing.publish(slow).then().statusCode(200)).assertServed(BOUND);
        }
    }

    @Test
    void others_go_on_while_the_row_of_the_article_that_they_read_is_locked() throws Exception {
        try (Bystanders others = Bystanders.at(RestAssured.port)) {
            others.awaitAllGood(Duration.ofSeconds(20));
            others.during(() -> lockWhatIsRead(BOUND.plusSeconds(1))).assertServed(BOUND);
        }
    }

    private void lockWhatIsRead(Duration time) throws Exception {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    select from article a join revision r on r.id = a.live_revision_id
                    where r.title = 'Bài của người đọc' for update of a""");
            // Without rows for this hour, a hit has to insert the counters' rows, as the first hit of an hour does.
            try (Connection other = database.getConnection(); Statement delete = other.createStatement()) {
                delete.execute("delete from article_hour");
            }
            Thread.sleep(time.toMillis());
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
