package vn.loa.changes;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;
import vn.loa.support.LocalServer;

/** Messages are delivered, to receivers of the test, too; and Loa purges a Varnish that tests start, in vain where they start none. */
public class Neighbours implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(Map.of("loa.webhook.deliver", "true", "loa.webhook.allow-http", "true",
                "loa.webhook.allowed-networks", "127.0.0.0/8", "loa.webhook.timeout", "2S", "loa.webhook.give-up-after", "PT1H"));
        settings.put("loa.edge.varnish", "http://127.0.0.1:" + LocalServer.freePort() + "/");
        return settings;
    }
}
