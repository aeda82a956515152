package vn.loa.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Issuer;
import vn.loa.support.Keys;
import vn.loa.support.Pages;
import vn.loa.support.SmallBodies;

/** Tokens of an OpenID Connect issuer. Their times are the machine's: the verifier knows no other clock. */
@QuarkusTest
@TestProfile(SmallBodies.class)
class TokenTest {

    /** RSA and EC, given by the issuer. */
    KeyPair[] keys;

    @ConfigProperty(name = "loa.jwt.issuer")
    String issuer;

    @Test
    void a_token_opens_what_its_roles_allow() {
        Instant expiry = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 300);
        String token = rsa(good().expiresAt(expiry));
        me(token).statusCode(200).body("name", equalTo("user-1")).body("kind", equalTo("token"))
                .body("roles", contains("editor", "publisher")).body("expiresAt", equalTo(expiry.toString()));
        Keys.showing(token).contentType("text/plain").body(Pages.read("canonical.txt")).post("/api/v1/imports")
                .then().statusCode(201);
        Keys.showing(token).get("/api/v1/keys").then().statusCode(403);
    }

    @Test
    void an_elliptic_curve_will_do() {
        me(good().jws().keyId(Issuer.EC_KEY).algorithm(io.smallrye.jwt.algorithm.SignatureAlgorithm.ES256)
                .sign(keys[1].getPrivate())).statusCode(200);
    }

    @Test
    void what_a_tokens_bearer_did_is_audited() {
        Keys.showing(rsa(withRoles("admin"))).contentType("application/json")
                .body(Map.of("name", "made by a person", "roles", List.of("editor"))).post("/api/v1/keys")
                .then().statusCode(201).body("createdBy", equalTo("token:user-1"));
        Keys.showing(rsa(withRoles("admin"))).get("/api/v1/audit?actor=token:user-1").then().statusCode(200)
                .body("items.action", contains("key.create"));
    }

    @Test
    void names_that_are_no_roles_give_nothing() {
        me(rsa(withRoles("owner", "ADMIN", "offline_access"))).statusCode(200).body("roles", empty());
        me(rsa(base().claim("groups", List.of("admin")).claim("realm_access", "admin"))).body("roles", empty());
        me(rsa(base().claim("realm_access", Map.of("roles", "editor other")))).body("roles", contains("editor"));
        me(rsa(base().claim("realm_access", Map.of("roles", Map.of("editor", Map.of("1", "portal.example"))))))
                .body("roles", contains("editor"));
        me(rsa(base())).body("roles", empty());
        Keys.showing(rsa(base())).contentType("text/plain").body(Pages.read("canonical.txt")).post("/api/v1/imports")
                .then().statusCode(403).body("code", equalTo("forbidden"));
    }

    @Test
    void keys_work_beside_tokens() {
        me(Keys.make("newsroom", "editor")).statusCode(200).body("kind", equalTo("key"));
    }

    @Test
    void a_token_of_another_issuer_is_refused() {
        refused(rsa(good().issuer("https://other.example")));
        refused(rsa(io.smallrye.jwt.build.Jwt.claims().subject("user-1").audience(Issuer.AUDIENCE).expiresIn(300)));
    }

    @Test
    void a_token_for_somebody_else_is_refused() {
        refused(rsa(good().audience("another service")));
        refused(sign("{\"iss\":\"" + issuer + "\",\"sub\":\"user-1\",\"iat\":" + in(-9) + ",\"exp\":" + in(300) + "}"));
    }

    @Test
    void a_token_has_its_time() {
        refused(rsa(good().issuedAt(in(-600)).expiresAt(in(-120))));
        refused(sign(claims(", \"nbf\":" + in(120) + ",\"exp\":" + in(600))));
        refused(sign(claims("")));
        refused(sign(claims(",\"exp\":\"soon\"")));
        refused(sign(claims(",\"exp\":1000000000000000000")));
        me(sign(claims(",\"exp\":" + in(300)))).statusCode(200);
        // The clocks of two machines are not the same.
        me(sign(claims(",\"exp\":" + in(-20)))).statusCode(200);
    }

    @Test
    void a_token_says_whose_it_is() {
        refused(sign("{\"iss\":\"" + issuer + "\",\"aud\":\"loa\",\"iat\":" + in(-9) + ",\"exp\":" + in(300) + "}"));
        refused(rsa(good().subject(" ")));
        refused(rsa(good().subject("nul\0")));
        refused(rsa(good().subject("x".repeat(256))));
    }

    @Test
    void a_token_that_nobody_signed_is_refused() {
        String payload = encode(claims(",\"exp\":" + in(300)));
        for (String none : List.of("none", "None", "NONE", "")) {
            String header = encode("{\"alg\":\"" + none + "\",\"kid\":\"rsa-1\"}");
            refused(header + "." + payload + ".");
            refused(header + "." + payload + ".AAAA");
        }
        refused(encode("{\"kid\":\"rsa-1\"}") + "." + payload + ".AAAA");
    }

    @Test
    void the_public_key_is_no_secret_to_sign_with() throws GeneralSecurityException {
        String signed = encode("{\"alg\":\"HS256\",\"kid\":\"rsa-1\"}") + "." + encode(claims(",\"exp\":" + in(300)));
        String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(keys[0].getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n";
        for (byte[] secret : List.of(keys[0].getPublic().getEncoded(), pem.getBytes(StandardCharsets.UTF_8))) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            refused(signed + "." + Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
        }
    }

    @Test
    void a_token_that_was_changed_is_refused() {
        String[] parts = rsa(good()).split("\\.");
        refused(parts[0] + "." + encode(claims(",\"exp\":" + in(300) + ",\"realm_access\":{\"roles\":[\"admin\"]}"))
                + "." + parts[2]);
        refused(parts[0] + "." + parts[1] + "." + parts[2].substring(0, 20) + "AAAA" + parts[2].substring(24));
        refused(encode("{\"alg\":\"RS256\",\"kid\":\"ec-1\"}") + "." + parts[1] + "." + parts[2]);
    }

    @Test
    void a_token_that_another_key_signed_is_refused() throws GeneralSecurityException {
        KeyPair other = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        refused(good().jws().keyId(Issuer.RSA_KEY).sign(other.getPrivate()));
        refused(good().jws().keyId("unknown").sign(keys[0].getPrivate()));
        refused(good().jws().keyId("unknown").sign(other.getPrivate()));
        // A token cannot bring its key along.
        refused(good().jws().keyId("unknown").header("jku", issuer + "/keys").sign(other.getPrivate()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b.c", "e30.e30.e30", "e30.e30.", "bnVsbA.bnVsbA.bnVsbA", "W10.W10.W10", "eyJhbGciOiJSUzI1NiIsImtpZCI6InJzYS0xIn0.e30.AAAA",
            "eyJhbGciOiJSUzI1NiIsImtpZCI6InJzYS0xIn0.bm90IGpzb24.AAAA", "eyJraWQiOnt9fQ.e30.AAAA", "a.b.c.d.e", "..", "a..c"})
    void what_only_looks_like_a_token_is_refused(String token) {
        refused(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"admin\":\"x\"}", "7", "[[]]", "[{}]", "[null]", "true"})
    void claims_of_odd_types_are_no_failure(String groups) {
        int status = me(sign(claims(",\"exp\":" + in(300) + ",\"groups\":" + groups))).extract().statusCode();
        assertTrue(status == 200 || status == 401, groups + " " + status);
        refused(sign(claims(",\"exp\":{},\"groups\":" + groups)));
    }

    @Test
    void a_token_longer_than_headers_may_be_is_refused() {
        given().header("Authorization", "Bearer " + rsa(good().claim("padding", "x".repeat(6_000))))
                .get("/api/v1/me").then().statusCode(431);
    }

    @Test
    void public_addresses_do_not_look_at_tokens() {
        Keys.showing("e30.e30.e30").get("/api/v1/articles").then().statusCode(200);
        Keys.showing(rsa(good().expiresAt(in(-600)).issuedAt(in(-900)))).get("/api/v1/visitors").then().statusCode(200);
    }

    private JwtClaimsBuilder good() {
        return withRoles("publisher", "offline_access");
    }

    private JwtClaimsBuilder withRoles(String... roles) {
        return base().claim("realm_access", Map.of("roles", List.of(roles)));
    }

    private JwtClaimsBuilder base() {
        return io.smallrye.jwt.build.Jwt.claims().issuer(issuer).subject("user-1").audience(Issuer.AUDIENCE).expiresIn(300);
    }

    private String rsa(JwtClaimsBuilder claims) {
        return claims.jws().keyId(Issuer.RSA_KEY).sign(keys[0].getPrivate());
    }

    private String claims(String more) {
        return "{\"iss\":\"" + issuer + "\",\"sub\":\"user-1\",\"aud\":[\"loa\"],\"iat\":" + in(-900) + more + "}";
    }

    /** These very claims, which the builder would complete. */
    private String sign(String claims) {
        try {
            org.jose4j.jws.JsonWebSignature signature = new org.jose4j.jws.JsonWebSignature();
            signature.setPayload(claims);
            signature.setAlgorithmHeaderValue("RS256");
            signature.setKeyIdHeaderValue(Issuer.RSA_KEY);
            signature.setKey(keys[0].getPrivate());
            return signature.getCompactSerialization();
        } catch (org.jose4j.lang.JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static long in(long seconds) {
        return Instant.now().getEpochSecond() + seconds;
    }

    private static ValidatableResponse me(String token) {
        return Keys.showing(token).get("/api/v1/me").then();
    }

    private static void refused(String token) {
        me(token).statusCode(401).contentType("application/problem+json").body("code", equalTo("unauthorized"));
    }
}
