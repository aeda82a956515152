package vn.loa.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/**
 * Limits for answers, those who take them, streams, idle connections and hits that a test can reach, one origin whose pages may read, an issuer
 * of tokens that cannot be reached, and names of an operator's own.
 */
public class TightSettings implements QuarkusTestProfile {

    /** In bytes. */
    public static final int ANSWER = 20_000;
    /** Of the stream of counters. */
    public static final int LISTENERS = 5;

    public static final String ORIGIN = "https://portal.example";

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(Map.of("quarkus.http.cors.origins", ORIGIN,
                "loa.search.synonyms", "HTX=hợp tác xã,TP.HCM=TPHCM=Thành phố Hồ Chí Minh"));
        settings.putAll(Map.of("loa.limits.answer", String.valueOf(ANSWER), "quarkus.http.idle-timeout", "3S",
                "loa.visitor.listeners", String.valueOf(LISTENERS), "loa.visitor.listeners-per-address", "2",
                "loa.visitor.queue", "10", "loa.visitor.address-rate", "1", "loa.visitor.address-burst", "5",
                "loa.visitor.network-ceiling", "10",
                "loa.jwt.issuer", "http://localhost:1", "loa.jwt.audience", "loa"));
        settings.put("loa.limits.answer-window", "1S");
        settings.put("loa.mcp.enabled", "false");
        settings.put("loa.cache.tag-separator", "comma");
        return settings;
    }
}
