package vn.loa.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** Memory for two request bodies of 200 kB, which must arrive within seconds, an issuer of tokens that answers, and the reader. */
public class SmallBodies implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("loa.limits.bodies", "5M", "loa.limits.body-window", "1S", "loa.limits.body-pace", "20K",
                "loa.limits.body-deadline", "4S", "loa.limits.client-bodies", "8", "loa.reader.enabled", "true");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Issuer.class));
    }
}
