package vn.loa.media;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.media.picture.Metadata;
import vn.loa.media.picture.TestImages;
import vn.loa.media.picture.TestWebp;
import vn.loa.sql.ReadServers;
import vn.loa.support.AtOnce;
import vn.loa.support.Editing;
import vn.loa.support.Pages;
import vn.loa.support.Statements;

/** Images in the widths of screens. */
@QuarkusTest
class ScaledPictureTest {

    private static final String FILE = "/api/v1/media/{id}";

    @Inject
    DataSource database;
    @Inject
    ScaledPictureRepository scaled;
    @Inject
    MediaRepository media;
    @Inject
    MediaStore store;
    @Inject
    ReadServers servers;

    private static String published(byte[] file, String type, String name) {
        String id = Files.upload(file, type, name);
        Carriers.publishedWith(id);
        return id;
    }

    private static Response at(int width, String id) {
        return given().queryParam("width", width).get(FILE, id);
    }

    private static BufferedImage image(int width, String id) {
        return TestImages.read(at(width, id).then().statusCode(200).extract().asByteArray());
    }

    @Test
    void a_photograph_with_its_place_is_served_at_640_in_60_kb_without_the_place() {
        byte[] file = TestImages.withPlace(TestImages.jpeg(TestImages.photo(4000, 3000)), 1);
        assertTrue(Metadata.of(file).contains("place"));
        String id = published(file, "image/jpeg", "Hiện trường.jpg");
        Response scaled = at(640, id);
        scaled.then().statusCode(200).contentType("image/jpeg").header("Cache-Control", equalTo("public, max-age=60"))
                .header("Accept-Ranges", equalTo("bytes")).header("Content-Disposition", containsString("Hien truong.jpg"))
                .header("Cross-Origin-Resource-Policy", equalTo("cross-origin"))
                .header("ETag", equalTo("\"" + Files.sha256(scaled.asByteArray()) + "\""));
        assertTrue(scaled.asByteArray().length <= 60_000, scaled.asByteArray().length + " bytes");
        assertEquals(List.of(), Metadata.of(scaled.asByteArray()));
        assertEquals(480, TestImages.read(scaled.asByteArray()).getHeight());
        given().header("If-None-Match", scaled.header("ETag")).queryParam("width", 640).get(FILE, id).then().statusCode(304);
        Response part = given().header("Range", "bytes=10-19").queryParam("width", 640).get(FILE, id);
        part.then().statusCode(206);
        assertArrayEquals(Arrays.copyOfRange(scaled.asByteArray(), 10, 20), part.asByteArray());
        given().queryParam("width", 640).head(FILE, id).then().statusCode(200)
                .header("Content-Length", equalTo(String.valueOf(scaled.asByteArray().length)));

        Response whole = given().get(FILE, id);
        assertEquals(List.of(), Metadata.of(whole.asByteArray()));
        assertEquals(4000, TestImages.read(whole.asByteArray()).getWidth());
        Pages.asAdmin().get(FILE + "/info", id).then().body("size", equalTo(whole.asByteArray().length))
                .body("sha256", equalTo(Files.sha256(whole.asByteArray())));
    }

    @Test
    void all_widths_are_made_once_and_stored() throws SQLException {
        String id = published(TestImages.jpeg(TestImages.photo(1000, 500)), "image/jpeg", "a.jpg");
        List<Integer> statuses = AtOnce.call(8, n -> at(List.of(320, 640, 1280, 1920).get(n % 4), id).statusCode());
        assertEquals(Set.of(200), new HashSet<>(statuses));
        assertEquals(3, number("select count(*) from scaled_picture"));
        assertEquals(1 + 3, number("select count(*) from media_content"));
        assertEquals(3, Statements.during(() -> at(320, id)));
        assertEquals(1000, image(1280, id).getWidth());
        assertArrayEquals(at(1280, id).asByteArray(), at(1920, id).asByteArray());
        String same = published(TestImages.jpeg(TestImages.photo(1000, 500)), "image/jpeg", "b.jpg");
        assertEquals(3, Statements.during(() -> at(320, same)));
    }

    @Test
    void a_picture_of_a_telephone_on_its_side_is_shown_upright() {
        String id = Files.upload(TestImages.withPlace(TestImages.jpeg(TestImages.photo(600, 400)), 6), "image/jpeg", "a.jpg");
        Pages.asAdmin().get(FILE + "/info", id).then().body("width", equalTo(400)).body("height", equalTo(600));
        String article = Editing.published(Editing.object(
                "{\"title\": \"Tin\", \"picture\": {\"mediaId\": \"" + id + "\", \"alternativeText\": \"Đường\"}}"));
        given().get("/api/v1/articles/{id}", article).then().body("picture.width", equalTo(400))
                .body("picture.widths.width", contains(320, 400));
        BufferedImage scaled = image(320, id);
        assertEquals(320, scaled.getWidth());
        assertEquals(480, scaled.getHeight());
        assertEquals(6, Metadata.orientation(given().get(FILE, id).asByteArray()));
    }

    @Test
    void every_width_that_an_article_names_is_there() {
        String id = Files.upload(TestWebp.photo(), "image/webp", "Ảnh chụp.webp");
        String article = Editing.published(Editing.object(
                "{\"title\": \"Tin\", \"picture\": {\"mediaId\": \"" + id + "\", \"alternativeText\": \"Đường\"}}"));
        List<Map<String, Object>> widths = given().get("/api/v1/articles/{id}", article).path("picture.widths");
        assertEquals(List.of(320, 640, 800), widths.stream().map(each -> each.get("width")).toList());
        for (Map<String, Object> each : widths) {
            String address = each.get("url").toString();
            Response answer = given().get(address.substring(address.indexOf("/api/")));
            answer.then().statusCode(200).contentType("image/jpeg").header("Content-Disposition", containsString("Anh chup.jpg"));
            assertEquals(each.get("width"), TestImages.read(answer.asByteArray()).getWidth());
        }
    }

    @Test
    void an_animated_image_stays_as_it_is_in_every_width() {
        byte[] apng = TestImages.withPngChunk(TestImages.png(TestImages.photo(400, 300)), "acTL", new byte[] {0, 0, 0, 1, 0, 0, 0, 0});
        Map<String, byte[]> files = Map.of("image/gif", TestImages.animatedGif(400, 300), "image/png", apng,
                "image/webp", TestWebp.extended(1, 3));
        files.forEach((type, file) -> {
            String id = Files.upload(file, type, "a");
            String article = Editing.published(Editing.object(
                    "{\"title\": \"Tin\", \"picture\": {\"mediaId\": \"" + id + "\", \"alternativeText\": \"Đường\"}}"));
            given().get("/api/v1/articles/{id}", article).then().body("picture.widths.size()", equalTo(0));
            byte[] scaled = at(320, id).then().statusCode(200).contentType(type).extract().asByteArray();
            assertArrayEquals(given().get(FILE, id).asByteArray(), scaled);
            assertEquals(List.of(), Metadata.of(scaled));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "321", "-320", "4000", "99999999999", "", "x", "320.0", "320,640"})
    void another_width_is_refused(String width) {
        String id = published(Files.image("png", 30, 20), "image/png", "a.png");
        given().queryParam("width", width).get(FILE, id).then().statusCode(400).body("errors.parameter", contains("width"));
        Pages.asAdmin().queryParam("width", width).get(FILE + "/preview", id).then().statusCode(400)
                .body("errors.parameter", contains("width"));
    }

    @Test
    void what_cannot_be_scaled_says_so() throws SQLException {
        String pdf = published(Files.pdf(500), Files.PDF, "a.pdf");
        at(320, pdf).then().statusCode(400).body("errors[0].parameter", equalTo("width")).body("errors[0].code", equalTo("no-image"));
        for (int[] size : new int[][] {{60_000, 60_000}, {30_000, 10}, {10, 30_000}}) {
            String bomb = Files.send(TestImages.pngOf(size[0], size[1]), "image/png", "a.png").then().statusCode(201)
                    .body("width", equalTo(size[0])).extract().path("id");
            Carriers.publishedWith(bomb);
            at(320, bomb).then().statusCode(400).body("errors[0].code", equalTo("too-many-pixels"))
                    .body("detail", containsString(size[0] + " times " + size[1]));
            given().get(FILE, bomb).then().statusCode(200);
            Editing.create(Editing.object("{\"title\": \"Tin\", \"picture\": {\"mediaId\": \"" + bomb + "\", \"alternativeText\": \"x\"}}"))
                    .then().statusCode(422).body("errors.code", contains("too-many-pixels"));
        }
        byte[] broken = TestImages.pngOf(400, 300);
        String id = published(broken, "image/png", "a.png");
        at(320, id).then().statusCode(400).body("errors[0].code", equalTo("unreadable-image"));
        assertTrue(number("select count(*) from scaled_picture where media_type is null") > 0);
        assertEquals(2, Statements.during(() -> at(320, id).then().statusCode(400)));
    }

    @Test
    void a_picture_for_which_one_instance_has_too_little_memory_is_not_noted_as_broken_for_all() throws SQLException {
        byte[] file = TestWebp.lossless(700, 300);
        String id = published(file, "image/webp", "a.webp");
        ScaledPictures small = new ScaledPictures(scaled, media, store, servers, 1_000);
        for (int n = 0; n < 2; n++) {
            ServedFile served = small.at(media.findPublic(UUID.fromString(id)).orElseThrow(), 320);
            assertEquals("image/webp", served.mediaType());
            assertArrayEquals(file, store.read(served.sha256(), 0, (int) served.size()));
        }
        assertEquals(0, number("select count(*) from scaled_picture"));
        assertEquals(320, image(320, id).getWidth());
        assertEquals(320 * 300 / 700, TestImages.read(store.read(small.at(media.findPublic(UUID.fromString(id)).orElseThrow(), 320).sha256(), 0,
                at(320, id).asByteArray().length)).getHeight());
    }

    @Test
    void what_was_noted_as_broken_for_lack_of_memory_is_scaled_after_an_upgrade() throws Exception {
        String broken = published(TestImages.pngOf(400, 300), "image/png", "a.png");
        at(320, broken).then().statusCode(400);
        long noted = number("select count(*) from scaled_picture");
        String good = published(TestWebp.lossless(700, 300), "image/webp", "a.webp");
        execute("insert into scaled_picture (sha256, width) select sha256, made from media, unnest(array[320, 640]) as made "
                + "where media_type = 'image/webp'");
        at(320, good).then().statusCode(400).body("errors[0].code", equalTo("unreadable-image"));
        try (InputStream migration = getClass().getResourceAsStream("/db/migration/V26__pictures_noted_anew.sql")) {
            execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertEquals(noted, number("select count(*) from scaled_picture"));
        assertEquals(320, image(320, good).getWidth());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_hidden_file_is_hidden_in_every_width_and_editors_see_it() {
        String id = Files.upload(TestImages.jpeg(TestImages.photo(400, 300)), "image/jpeg", "a.jpg");
        at(320, id).then().statusCode(404).body("code", equalTo("not-found"));
        given().queryParam("width", 320).get(FILE + "/preview", id).then().statusCode(401);
        Response preview = Pages.asAdmin().queryParam("width", 320).get(FILE + "/preview", id);
        preview.then().statusCode(200).header("Cache-Control", equalTo("private, no-store")).header("ETag", nullValue());
        assertEquals(320, TestImages.read(preview.asByteArray()).getWidth());
    }

    @Test
    void the_widths_go_with_the_last_file() throws SQLException {
        byte[] file = TestImages.jpeg(TestImages.photo(700, 300));
        String first = Files.upload(file, "image/jpeg", "a.jpg");
        String second = Files.upload(file, "image/jpeg", "b.jpg");
        Response preview = Pages.asAdmin().queryParam("width", 320).get(FILE + "/preview", first);
        // A file whose content is one of the widths.
        String third = Files.upload(preview.asByteArray(), "image/jpeg", "c.jpg");
        Pages.asAdmin().delete(FILE, first).then().statusCode(204);
        assertEquals(3, number("select count(*) from scaled_picture"));
        Pages.asAdmin().delete(FILE, second).then().statusCode(204);
        assertEquals(0, number("select count(*) from scaled_picture"));
        assertEquals(1, number("select count(*) from media_content"));
        assertArrayEquals(preview.asByteArray(), Pages.asAdmin().get(FILE + "/preview", third).asByteArray());
    }

    @Test
    void an_image_can_be_saved_in_a_width() {
        String id = published(TestImages.jpeg(TestImages.photo(400, 300)), "image/jpeg", "a.jpeg");
        given().queryParam("width", 320).queryParam("download", true).get(FILE, id).then().statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename=\"a.jpeg\"; filename*=UTF-8''a.jpeg"));
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
