package vn.loa.media;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import vn.loa.http.PublicAddress;
import vn.loa.support.Editing;
import vn.loa.support.Pages;
import vn.loa.support.Statements;

/** The image that stands for an article. */
@QuarkusTest
class ArticlePictureTest {

    private static final String ARTICLE = "/api/v1/articles/{id}";

    @Inject
    PublicAddress address;

    private static String article(String picture) {
        return "{\"title\": \"Tin\", \"picture\": " + picture + "}";
    }

    private static String picture(String file) {
        return """
                {"mediaId": "%s", "alternativeText": "Trụ sở \\"mới\\"", "caption": "Trụ sở ủy ban", "credit": "Ảnh: Lâm Hân"}"""
                .formatted(file);
    }

    private static String published(String file) {
        return Editing.published(Editing.object(article(picture(file))));
    }

    @Test
    void the_page_of_an_article_without_scripts_shows_its_picture() {
        String file = Files.upload(Files.image("png", 1500, 600), "image/png", "a.png");
        Document page = Jsoup.parse(given().get(ARTICLE + "/html", published(file)).then().statusCode(200).extract().asString());
        Element image = page.selectFirst("main > figure img");
        assertEquals(address.publicUrl().at("/api/v1/media/" + file) + "?width=1920", image.attr("src"));
        assertEquals("Trụ sở \"mới\"", image.attr("alt"));
        assertEquals("Trụ sở ủy ban – Ảnh: Lâm Hân", page.selectFirst("main > figure figcaption").text());
    }

    @Test
    void the_sitemap_names_the_picture_of_an_article() {
        String file = Files.upload(Files.image("png", 1500, 600), "image/png", "a.png");
        published(file);
        Editing.published(Editing.news("Không có hình"));
        given().get("/api/v1/sitemap.xml").then().statusCode(200).body("urlset.url.size()", equalTo(2))
                .body("urlset.url.image.size()", equalTo(1))
                .body("urlset.url[0].image.loc", equalTo(address.publicUrl().at("/api/v1/media/" + file) + "?width=1920"));
    }

    @Test
    void an_article_and_lists_show_its_picture_with_absolute_addresses() {
        String file = Files.upload(Files.image("png", 1500, 600), "image/png", "a.png");
        String id = published(file);
        String url = address.publicUrl().at("/api/v1/media/" + file);
        Response article = given().get(ARTICLE, id);
        article.then().statusCode(200).body("picture.mediaId", equalTo(file)).body("picture.url", equalTo(url))
                .body("picture.type", equalTo("image/png")).body("picture.width", equalTo(1500)).body("picture.height", equalTo(600))
                .body("picture.alternativeText", equalTo("Trụ sở \"mới\"")).body("picture.caption", equalTo("Trụ sở ủy ban"))
                .body("picture.credit", equalTo("Ảnh: Lâm Hân")).body("picture.widths.width", contains(320, 640, 1280, 1500))
                .body("picture.widths.url", contains(url + "?width=320", url + "?width=640", url + "?width=1280", url + "?width=1920"));
        for (String list : List.of("/api/v1/articles", "/api/v1/articles?include=picture", "/api/v1/articles?fields=picture",
                "/api/v1/articles?fields=title&include=picture", "/api/v1/articles?include=sections")) {
            given().get(list).then().statusCode(200).body("items[0].picture", equalTo(article.path("picture")));
        }
        given().get(ARTICLE + "/revisions/1", id).then().body("picture", equalTo(article.path("picture")));
        Pages.asAdmin().get("/api/v1/drafts?scope=all").then().body("items[0].picture", equalTo(article.path("picture")));
        Editing.draft(id).then().body("picture", equalTo(article.path("picture")));
        assertEquals(1, Statements.during(() -> given().header("Cache-Control", "no-cache").get(ARTICLE, id)));
    }

    @Test
    void an_article_without_a_picture_says_so() {
        String id = Editing.published(Editing.object("{\"title\": \"Tin\"}"));
        given().get(ARTICLE, id).then().body("containsKey('picture')", equalTo(true)).body("picture", nullValue());
        given().get("/api/v1/articles").then().body("items[0].containsKey('picture')", equalTo(true));
    }

    @Test
    void a_picture_makes_its_file_public_and_keeps_it() {
        String file = Files.upload(Files.image("jpg", 30, 20), "image/jpeg", "a.jpg");
        String id = Editing.created(Editing.object(article(picture(file))));
        given().get("/api/v1/media/{id}", file).then().statusCode(404);
        Pages.asAdmin().delete("/api/v1/media/{id}", file).then().statusCode(409).body("articles", contains(id));
        Editing.publish(id).then().statusCode(200);
        given().get("/api/v1/media/{id}", file).then().statusCode(200);
        Pages.asAdmin().get("/api/v1/media/{id}/info", file).then().body("isPublic", equalTo(true));

        Editing.patch(id, "*", "{\"picture\": null}").then().statusCode(200).body("picture", nullValue());
        Editing.publish(id).then().statusCode(200);
        given().get(ARTICLE, id).then().body("picture", nullValue());
        given().get(ARTICLE + "/revisions/1", id).then().body("picture.mediaId", equalTo(file));
        given().get("/api/v1/media/{id}", file).then().statusCode(200);
        Pages.asAdmin().delete("/api/v1/media/{id}", file).then().statusCode(409);
        given().get(ARTICLE + "/revisions/1/diff/2", id).then().statusCode(200).body("fields.field", contains("picture"));
        Editing.step(id, "restore", "*", java.util.Map.of("revision", 1)).then().statusCode(200).body("picture.mediaId", equalTo(file));
    }

    @Test
    void a_draft_with_a_picture_is_sent_back_as_it_was_read_and_changed_member_by_member() {
        String file = Files.upload(Files.image("jpg", 30, 20), "image/jpeg", "a.jpg");
        String id = Editing.created(Editing.object(article(picture(file))));
        Response draft = Editing.draft(id);
        Editing.put(id, draft.header("ETag"), draft.asString()).then().statusCode(200).body("picture", equalTo(draft.path("picture")));
        Editing.patch(id, "*", "{\"picture\": {\"caption\": \"  Khác \", \"credit\": null}}").then().statusCode(200)
                .body("picture.caption", equalTo("Khác")).body("picture.credit", nullValue()).body("picture.mediaId", equalTo(file));
        Editing.put(id, "*", "{\"title\": \"Tin\"}").then().statusCode(200).body("picture", nullValue());
    }

    @Test
    void what_is_no_picture_is_refused_by_name() {
        String pdf = Files.uploadPdf(500);
        refused(picture("01a206d2-563a-7e8e-8a6a-736bf594a420"), 422, "/picture/mediaId", "not-found");
        refused(picture(pdf), 422, "/picture/mediaId", "no-image");
        refused("{\"mediaId\": \"" + pdf + "\"}", 422, "/picture/alternativeText", "not-blank");
        refused("{\"alternativeText\": \"x\"}", 422, "/picture/mediaId", "not-null");
        refused("{\"mediaId\": \"" + pdf + "\", \"alternativeText\": \"\\u200b \"}", 422, "/picture/alternativeText", "not-blank");
        refused(picture(pdf).replace("Trụ sở ủy ban", "x".repeat(1001)), 422, "/picture/caption", "size");
        refused("{\"mediaId\": \"x\", \"alternativeText\": 5}", 400, "/picture/mediaId", "wrong-form");
        refused("\"" + pdf + "\"", 400, "/picture", "wrong-form");
        refused("[]", 400, "/picture", "wrong-form");
        refused("{\"id\": \"" + pdf + "\", \"alternativeText\": \"x\"}", 400, "/picture/id", "unknown-field");
        String id = Editing.created(Editing.object("{\"title\": \"Tin\"}"));
        Editing.patch(id, "*", "{\"picture\": {\"caption\": \"x\"}}").then().statusCode(422)
                .body("errors.pointer", hasItem("/picture/mediaId"));
    }

    private static void refused(String picture, int status, String pointer, String code) {
        Editing.create(Editing.object(article(picture))).then().statusCode(status).body("errors.pointer", hasItem(pointer))
                .body("errors.find { it.pointer == '" + pointer + "' }.code", equalTo(code));
    }

    @Test
    void lists_include_the_files_that_articles_carry() {
        String file = Files.upload(Files.image("jpg", 30, 20), "image/jpeg", "a.jpg");
        String with = Editing.published(Editing.object("{\"title\": \"Một\", \"attachments\": [{\"id\": \"" + file + "\", \"title\": \"Hình\"}]}"));
        Editing.published(Editing.object("{\"title\": \"Hai\"}"));
        List<Object> attachments = given().get(ARTICLE, with).path("attachments");
        for (String query : List.of("include=attachments", "fields=attachments", "fields=title&include=attachments")) {
            given().get("/api/v1/articles?sort=title&" + query).then().statusCode(200)
                    .body("items.attachments", contains(List.of(), attachments));
        }
        assertEquals(2, Statements.during(() ->
                given().header("Cache-Control", "no-cache").get("/api/v1/articles?count=none&include=attachments")));
    }

    @Test
    void files_in_bodies_have_absolute_addresses_and_are_stored_without_the_server() {
        String file = Files.upload(Files.image("jpg", 30, 20), "image/jpeg", "a.jpg");
        String path = "/api/v1/media/" + file;
        String url = address.publicUrl().at(path);
        String body = "<p><img src='%1$s' alt='Hình, src=&quot;%1$s'> <a href='%1$s?download=true'>Tải</a> "
                .formatted(path) + "<a href='/gioi-thieu'>Giới thiệu</a> src=\"" + path + "\"</p>";
        ObjectNode content = Editing.directive("Tin", "31-CT/TU").put("body", body);
        content.putArray("attachments").addObject().put("id", file);
        String id = Editing.created(content);
        Response draft = Editing.draft(id);
        String shown = draft.path("body");
        assertEquals(2, count(shown, "=\"" + url), shown);
        assertEquals(4, count(shown, path), shown);
        Editing.put(id, draft.header("ETag"), draft.asString()).then().statusCode(200).body("body", equalTo(shown))
                .body("warnings.size()", equalTo(0));
        Editing.publish(id).then().statusCode(200);
        given().get(ARTICLE, id).then().body("body", equalTo(shown));
        given().get("/api/v1/articles?fields=body").then().body("items[0].body", equalTo(shown));
        given().get(ARTICLE + "/directive/html", id).then().body(containsString("<img src=\"" + url));
        given().get("/api/v1/feeds/articles.json").then().body("items[0].content_html", containsString("<img src=\"" + url));
        Editing.patch(id, "*", "{\"body\": \"<p>Không.</p>\"}").then().statusCode(200);
        Editing.patch(id, "*", "{\"body\": \"<p><img src=\\\"" + address.publicUrl().at("/api/v1/media/01a206d2-563a-7e8e-8a6a-736bf594a420")
                + "\\\" alt=\\\"x\\\"></p>\"}").then().statusCode(200).body("warnings.code", contains("file-not-attached"));
    }

    @Test
    void feeds_and_structured_data_have_the_picture() {
        byte[] image = Files.image("png", 800, 400);
        String file = Files.upload(image, "image/png", "a.png");
        String id = published(file);
        String url = address.publicUrl().at("/api/v1/media/" + file);
        given().get("/api/v1/feeds/articles.rss").then().body("rss.channel.item.enclosure.@url", equalTo(url))
                .body("rss.channel.item.enclosure.@length", equalTo(String.valueOf(image.length)))
                .body("rss.channel.item.enclosure.@type", equalTo("image/png"));
        given().get("/api/v1/feeds/articles.atom").then()
                .body("feed.entry.link.find { it.@rel == 'enclosure' }.@href", equalTo(url))
                .body("feed.entry.link.find { it.@rel == 'enclosure' }.@length", equalTo(String.valueOf(image.length)));
        given().get("/api/v1/feeds/articles.json").then().body("items[0].image", equalTo(url + "?width=1280"));
        given().get(ARTICLE + "/jsonld", id).then().body("image.'@type'", equalTo("ImageObject")).body("image.url", equalTo(url))
                .body("image.width", equalTo(800)).body("image.height", equalTo(400)).body("image.caption", equalTo("Trụ sở ủy ban"))
                .body("image.creditText", equalTo("Ảnh: Lâm Hân"));
    }

    private static int count(String text, String words) {
        return text.split(java.util.regex.Pattern.quote(words), -1).length - 1;
    }
}
