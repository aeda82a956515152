package vn.loa.access;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import vn.loa.support.Keys;
import vn.loa.support.TightSettings;

/** While the issuer cannot be reached, its tokens are refused. Keys still work. */
@QuarkusTest
@TestProfile(TightSettings.class)
class IssuerAwayTest {

    @Test
    void its_tokens_may_be_shown_again_later() {
        // {"alg":"RS256","kid":"rsa-1"}.{}
        for (int n = 0; n < 3; n++) {
            Keys.showing("eyJhbGciOiJSUzI1NiIsImtpZCI6InJzYS0xIn0.e30.AAAA").get("/api/v1/me").then().statusCode(503)
                    .contentType("application/problem+json").body("code", equalTo("unavailable"))
                    .header("Retry-After", notNullValue());
        }
    }

    @Test
    void keys_and_public_addresses_go_on() {
        Keys.showing(Keys.make("newsroom", "editor")).get("/api/v1/me").then().statusCode(200);
        Keys.showing("eyJhbGciOiJSUzI1NiIsImtpZCI6InJzYS0xIn0.e30.AAAA").get("/api/v1/articles").then().statusCode(200);
        Keys.showing("e30.e30.e30").get("/api/v1/me").then().statusCode(401);
    }
}
