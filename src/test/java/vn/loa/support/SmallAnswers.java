package vn.loa.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Limits of answers, streams and silence that a test reaches. */
public class SmallAnswers implements QuarkusTestProfile {

    /** In bytes. */
    public static final int ANSWER = 20_000;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("loa.limits.answer", String.valueOf(ANSWER), "loa.visitor.listeners", "5",
                "loa.visitor.listeners-per-address", "2", "quarkus.http.idle-timeout", "2S");
    }
}
