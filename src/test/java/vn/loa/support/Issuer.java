package vn.loa.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** An OpenID Connect issuer: its discovery document and its keys. Tests get the key pairs, by which they sign. */
public class Issuer implements QuarkusTestResourceLifecycleManager {

    public static final String AUDIENCE = "loa";
    public static final String RSA_KEY = "rsa-1";
    public static final String EC_KEY = "ec-1";

    private final KeyPair rsa = generate("RSA", 2048);
    private final KeyPair ec = generate("EC", 256);
    private HttpServer server;

    private static KeyPair generate(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String address = "http://localhost:" + server.getAddress().getPort();
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange,
                "{\"issuer\":\"" + address + "\",\"jwks_uri\":\"" + address + "/keys\"}"));
        server.createContext("/keys", exchange -> answer(exchange, keys()));
        server.start();
        return Map.of("loa.jwt.issuer", address, "loa.jwt.audience", "other," + AUDIENCE,
                "loa.jwt.roles", "realm_access/roles");
    }

    private String keys() {
        try {
            return new JsonWebKeySet(List.of(named(rsa, RSA_KEY), named(ec, EC_KEY))).toJson();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonWebKey named(KeyPair keys, String id) throws JoseException {
        PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(keys.getPublic());
        key.setKeyId(id);
        key.setUse("sig");
        return key;
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void inject(TestInjector tests) {
        tests.injectIntoFields(new KeyPair[] {rsa, ec}, new TestInjector.MatchesType(KeyPair[].class));
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
