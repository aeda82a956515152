package vn.loa.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.cache.PublicCache;
import vn.loa.imports.export.ExportWorker;
import vn.loa.support.Editing;
import vn.loa.support.FreshStart;
import vn.loa.support.Pages;
import vn.loa.support.TestClock;

/** What the report of a merge says of an article of which both have several texts. */
@QuarkusTest
class MergeReportTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Inject
    ExportWorker worker;
    @Inject
    PublicCache cache;
    @Inject
    TestClock clock;

    private String article;
    /** The other portal's export, after three more texts of the article, an hour later. */
    private List<byte[]> late;

    private static void publish(String article, String title) {
        Editing.retitled(article, title);
        Editing.publish(article).then().statusCode(200);
    }

    /** The article is here, with its first text. */
    @BeforeEach
    void both() {
        article = Editing.published(Editing.news("Bài chung"));
        List<byte[]> early = Exports.parts(Exports.begin("full"), worker);
        clock.advance(Duration.ofHours(1));
        for (int n = 2; n <= 4; n++) {
            clock.advance(MINUTE);
            publish(article, "Bài chung, bản " + n);
        }
        late = Exports.parts(Exports.begin("full"), worker);
        clock.set(TestClock.START);
        FreshStart.empty();
        cache.invalidate();
        Editing.published(Editing.news("Tin ở đây"));
        merged(early);
        clock.advance(MINUTE);
    }

    private String merged(List<byte[]> parts) {
        String id = Exports.upload(parts);
        Exports.startMerge(id, "soc-trang").then().statusCode(202);
        Exports.ended(id, worker).body("fault", org.hamcrest.Matchers.nullValue());
        return id;
    }

    /** What collided of texts. */
    private List<String> revisions(String id) {
        String report = Pages.asAdmin().get(Exports.EXPORTS + "/{id}/report", id).then().statusCode(200).extract().asString();
        return report.lines().map(JsonPath::new).filter(line -> line.getString("collision").equals("revision"))
                .map(line -> line.getString("id") + " " + line.getString("value") + " " + line.getString("became")).toList();
    }

    @Test
    void texts_that_are_here_already_are_no_collision() {
        assertEquals(List.of(), revisions(merged(late)));
    }

    @Test
    void of_texts_with_other_numbers_the_newest_is_named() {
        publish(article, "Bài chung, sửa ở đây");
        assertEquals(List.of(article + " 4 5"), revisions(merged(late)));
        Pages.asAdmin().get("/api/v1/articles/" + article).then().body("revision", org.hamcrest.Matchers.equalTo(5));
    }

    @Test
    void of_older_texts_that_are_left_out_the_newest_is_named() {
        clock.advance(Duration.ofHours(5));
        publish(article, "Bài chung, sửa ở đây");
        assertEquals(List.of(article + " 4 null"), revisions(merged(late)));
    }
}
