package vn.loa.changes.webhook;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Messages are delivered, to receivers of the test, too. */
public class Delivering implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("loa.webhook.deliver", "true", "loa.webhook.allow-http", "true", "loa.webhook.allowed-networks", "127.0.0.0/8",
                "loa.webhook.timeout", "2S", "loa.webhook.give-up-after", "PT1H");
    }
}
