package vn.loa.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Limits of answers, streams, silence and hits that a test reaches, and an issuer of tokens where nobody listens. */
public class TightSettings implements QuarkusTestProfile {

    /** In bytes. */
    public static final int ANSWER = 20_000;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("loa.limits.answer", String.valueOf(ANSWER), "loa.visitor.listeners", "5",
                "loa.visitor.listeners-per-address", "2", "quarkus.http.idle-timeout", "2S", "loa.visitor.queue", "10",
                "loa.jwt.issuer", "http://localhost:1", "loa.jwt.audience", "loa");
    }
}
