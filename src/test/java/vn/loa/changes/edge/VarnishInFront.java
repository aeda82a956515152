package vn.loa.changes.edge;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import vn.loa.support.LocalServer;

/** Loa purges a Varnish that tests start. */
public class VarnishInFront implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("loa.edge.varnish", "http://127.0.0.1:" + LocalServer.freePort() + "/");
    }
}
