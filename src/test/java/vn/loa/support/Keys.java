package vn.loa.support;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Callers of every kind. */
public final class Keys {

    private Keys() {
    }

    public static RequestSpecification showing(String key) {
        return given().header("Authorization", "Bearer " + key);
    }

    /** A caller with a new key of this role. */
    public static RequestSpecification as(String role) {
        return showing(make("the " + role + " " + System.nanoTime(), role));
    }

    /** A new key. */
    public static String make(String name, String... roles) {
        return want(Map.of("name", name, "roles", roles)).post("/api/v1/keys")
                .then().statusCode(201).extract().path("key");
    }

    public static RequestSpecification want(Object body) {
        return Pages.asAdmin().contentType("application/json").body(body);
    }
}
