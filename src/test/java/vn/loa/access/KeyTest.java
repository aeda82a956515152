package vn.loa.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Pages;
import vn.loa.support.TestDatabase;

@QuarkusTest
class KeyTest {

    @Inject
    DataSource database;

    @Test
    void without_a_key_nothing_is_imported() {
        given().contentType("text/plain").body(Pages.read("canonical.txt")).queryParam("publish", true)
                .post("/api/v1/imports").then().statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer")).body("code", equalTo("unauthorized"));
        given().get("/api/v1/articles").then().body("page.totalItems", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "Bearer ", "Bearer", "Basic YWRtaW46YWRtaW4=", "Bearer " + TestDatabase.ADMIN_KEY + "x",
            TestDatabase.ADMIN_KEY, "Bearer a b c", "Bearer ' or 1=1 --"})
    void a_wrong_key_opens_nothing(String authorization) {
        given().header("Authorization", authorization).contentType("text/plain").body(Pages.read("canonical.txt"))
                .post("/api/v1/imports").then().statusCode(401).body("code", equalTo("unauthorized"));
    }

    @Test
    void the_scheme_is_not_case_sensitive() {
        given().header("Authorization", "bearer " + TestDatabase.ADMIN_KEY).contentType("text/plain")
                .body(Pages.read("canonical.txt")).post("/api/v1/imports").then().statusCode(201);
    }

    @Test
    void public_addresses_do_not_look_at_keys() {
        given().header("Authorization", "Bearer wrong").get("/api/v1/articles").then().statusCode(200);
        given().header("Authorization", "Bearer wrong").get("/api/v1/visitors").then().statusCode(200);
    }

    @Test
    void only_a_hash_of_the_key_is_stored() throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet rows = connection.createStatement().executeQuery("select hash, k::text from api_key k")) {
            rows.next();
            assertEquals(HexFormat.of().formatHex(ApiKey.hash(TestDatabase.ADMIN_KEY)),
                    HexFormat.of().formatHex(rows.getBytes(1)));
            assertFalse(rows.getString(2).contains(TestDatabase.ADMIN_KEY));
            assertFalse(rows.next());
        }
    }
}
