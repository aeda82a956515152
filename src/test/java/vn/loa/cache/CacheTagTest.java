package vn.loa.cache;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;

/** Which cache tags responses have, and that their headers stay small enough. */
@QuarkusTest
class CacheTagTest {

    /** In bytes: nginx's default buffer for the headers of a response (proxy_buffer_size). */
    private static final int NGINX = 4096;

    private static Set<String> tags(String path) {
        String header = given().redirects().follow(false).get("/api/v1" + path).header("Cache-Tag");
        assertTrue(header.length() <= 2048, path);
        return Set.of(header.split(" "));
    }

    private static ObjectNode decree() {
        ObjectNode decree = Editing.directive("Nghị định", "30/2020/NĐ-CP");
        ((ObjectNode) decree.at("/directive")).put("type", "Nghị định");
        return decree;
    }

    @Test
    void whatever_shows_a_citation_is_named_after_the_cited_article_and_number() {
        String cited = "article-" + Editing.published(decree());
        String citing = Editing.published(Editing.directive("Dẫn", "31-CT/TU"));
        String own = "article-" + citing;
        String article = "/articles/" + citing;
        for (String path : List.of("/citations", "?include=sections", "?include=citations", "?include=sections&fields=title,sections",
                "/sections", "/sections?fields=eId", "/sections/sec_1", "/sections/sec_1/html", "/sections/sec_1/akn",
                "/directive", "/directive/html", "/directive/text", "/directive/markdown",
                "/directive/akn", "/jsonld", "/revisions/1?include=citations")) {
            Set<String> tags = tags(article + path);
            assertTrue(tags.containsAll(Set.of(own, cited, "cites-30-2020-nd-cp")), path + " " + tags);
            assertTrue(!tags.contains("lists"), path + " " + tags);
        }
        for (String path : List.of("", "/toc", "/sections/sec_2", "/revisions")) {
            assertEquals(Set.of(own), tags(article + path), path);
        }
        assertTrue(tags("/articles?include=citations").containsAll(Set.of(own, cited, "lists", "cites-30-2020-nd-cp")));
    }

    @Test
    void what_is_not_here_yet_is_named_after_what_it_waits_for() {
        String citing = Editing.published(Editing.directive("Dẫn", "31-CT/TU"));
        assertTrue(tags("/articles/" + citing + "/citations").contains("cites-30-2020-nd-cp"));
        String draft = Editing.created(Editing.news("Chưa"));
        assertEquals(Set.of("article-" + draft), tags("/articles/" + draft));
        assertEquals(Set.of("lists"), tags("/articles/chua-co"));
        assertEquals(Set.of("lists"), tags("/resolve?q=99-CT/TU"));
    }

    @Test
    void what_may_show_any_article_is_named_after_the_lists() {
        String id = Editing.published(Editing.directive("Tin", "31-CT/TU"));
        for (String path : List.of("/articles", "/directives", "/search?q=tin", "/suggest?q=tin", "/feeds/articles.rss",
                "/feeds/articles.atom", "/feeds/articles.json", "/resolve?q=31-CT/TU")) {
            assertEquals(Set.of("lists", "article-" + id), tags(path), path);
        }
        for (String path : List.of("/tags", "/sitemap.xml")) {
            assertEquals(Set.of("lists"), tags(path), path);
        }
        for (String path : List.of("/cited-by", "/sections/sec_1/cited-by")) {
            assertEquals(Set.of("lists", "article-" + id), tags("/articles/" + id + path), path);
        }
    }

    @Test
    void what_moved_or_is_gone_is_named_after_both_articles() {
        String kept = Editing.published(Editing.news("Giữ").put("slug", "cu"));
        Editing.patch(kept, "*", "{\"slug\": \"moi\"}").then().statusCode(200);
        Editing.publish(kept).then().statusCode(200);
        assertEquals(Set.of("article-" + kept), tags("/articles/cu"));
        String removed = Editing.published(Editing.news("Bỏ").put("slug", "bo"));
        Editing.step(removed, "remove", Map.of("explanation", "Trùng", "redirectTo", kept)).then().statusCode(200);
        Set<String> both = Set.of("article-" + removed, "article-" + kept);
        for (String path : List.of(removed, "bo", removed + "/sections")) {
            assertEquals(both, tags("/articles/" + path), path);
        }
        Editing.remove(kept, "Sai").then().statusCode(200);
        given().get("/api/v1/articles/" + removed).then().statusCode(410);
        assertEquals(both, tags("/articles/" + removed));
    }

    @Test
    void the_largest_answers_pass_a_proxy_with_its_usual_buffers() {
        String[] ids = new String[100];
        for (int n = 0; n < ids.length; n++) {
            ids[n] = Editing.published(Editing.news("Tin số " + n));
        }
        String law = Editing.published(code());
        for (String path : List.of("/articles?size=100&include=sections,citations,changeHistory&fields=title,slug,sections,citations",
                "/articles?size=100", "/feeds/articles.json?size=100")) {
            Set<String> tags = tags(path);
            assertTrue(tags.contains("lists") && !tags.contains("citations"), path);
            assertTrue(tags.contains("article-" + law), path);
        }
        String article = "/articles/" + law;
        for (String path : List.of("?include=sections,citations", "/citations?size=100", "/sections?size=100", "/directive",
                "/directive/html", "/directive/akn", "/jsonld", "/sections/sec_1")) {
            Set<String> tags = tags(article + path);
            assertTrue(tags.containsAll(Set.of("article-" + law, "citations")), path + " " + tags);
            int bytes = headerBytes("/api/v1" + article + path);
            assertTrue(bytes < NGINX, path + " has " + bytes + " bytes of headers");
        }
        for (String path : List.of("/articles?size=100&page=1", "/articles?size=100&tag=X&type=X&issuer=X&number=X".replace("X", "x".repeat(90)),
                "/search?size=100&q=tin")) {
            int bytes = headerBytes("/api/v1" + path);
            assertTrue(bytes < NGINX, path + " has " + bytes + " bytes of headers");
        }
    }

    /** 24 sections that cite 100 documents each. */
    static ObjectNode code() {
        ObjectNode content = Editing.directive("Bộ luật", "91/2015/QH13");
        ArrayNode sections = content.putArray("sections");
        for (int section = 0; section < 24; section++) {
            StringBuilder text = new StringBuilder("Thay thế");
            for (int n = 0; n < 100; n++) {
                text.append(" Nghị định số ").append(section * 100 + n + 1).append("/2020/NĐ-CP;");
            }
            sections.addObject().put("number", String.valueOf(section + 1)).putArray("paragraphs").addObject().put("text", text.toString());
        }
        return content;
    }

    /** The size of a response from the status line to the empty line. */
    static int headerBytes(String path) {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n"
                    + "Origin: https://www.example.vn\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            InputStream in = new BufferedInputStream(socket.getInputStream());
            StringBuilder head = new StringBuilder();
            while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
                int next = in.read();
                assertTrue(next >= 0, head.toString());
                head.append((char) next);
            }
            assertTrue(head.toString().startsWith("HTTP/1.1 200"), head.toString());
            return head.length();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
