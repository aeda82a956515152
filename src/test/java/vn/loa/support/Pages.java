package vn.loa.support;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Pages to import, and importing them. */
public final class Pages {

    private Pages() {
    }

    /** A fixture of {@code src/test/resources/pages}. */
    public static byte[] read(String name) {
        try (InputStream in = Pages.class.getResourceAsStream("/pages/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode expected(String name) {
        try {
            return new ObjectMapper().readTree(read(name + ".expected.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page without a directive: its title, one second after the other, makes it unique and orders it. */
    public static String news(String title, String stamp, String... paragraphs) {
        return title + "\n\nNgày " + stamp + " - Lượt xem: 10\n\n" + String.join("\n\n", paragraphs) + "\n";
    }

    /** A page whose directive has two sections, the second with these words. */
    public static String directive(String number, String issuedOn, String secondSection) {
        return "Về " + number + "\n\nNgày 08:00:00 01-08-2022 - Lượt xem: 10\n\nNgày " + issuedOn
                + ", Ban Thường vụ Tỉnh ủy ban hành Chỉ thị số " + number + " về việc số " + number.hashCode() + ".\n\n"
                + "1. Các cơ quan, đơn vị tổ chức thực hiện.\n\n2. " + secondSection + "\n";
    }

    public static RequestSpecification asAdmin() {
        return given().header("Authorization", "Bearer " + TestDatabase.ADMIN_KEY);
    }

    public static RequestSpecification page(byte[] body, String type) {
        return asAdmin().contentType(type).body(body);
    }

    public static RequestSpecification page(String text) {
        return page(text.getBytes(StandardCharsets.UTF_8), "text/plain; charset=utf-8");
    }

    public static RequestSpecification fixture(String name) {
        return page(read(name), name.endsWith(".html") ? "text/html" : "text/plain");
    }

    /** Imports and publishes; the article's id. */
    public static String publish(String text) {
        return publish(page(text));
    }

    public static String publish(RequestSpecification page) {
        return page.queryParam("publish", true).post("/api/v1/imports")
                .then().statusCode(201).extract().path("article.id");
    }
}
