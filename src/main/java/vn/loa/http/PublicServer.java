package vn.loa.http;

import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.IntSupplier;

/**
 * The address at which the public reaches this API. Without a setting it has the HTTP port; where that is 0, the operating system
 * chooses a port when Loa begins to listen, so the address is read each time and kept by nobody.
 */
@Singleton
public class PublicServer {

    private static final String LOCAL = "http://localhost:";
    private static final String ANY_PORT = LOCAL + "0";

    private final PublicUrl configured;
    private final IntSupplier port;
    private volatile PublicUrl listening;

    @Inject
    PublicServer(PublicAddress address, HttpServer http) {
        this(address, http::getPort);
    }

    public PublicServer(PublicAddress address, IntSupplier port) {
        this.configured = address.publicUrl();
        this.port = port;
    }

    public PublicUrl url() {
        if (!configured.value().equals(ANY_PORT)) {
            return configured;
        }
        PublicUrl known = listening;
        if (known == null && port.getAsInt() > 0) {
            known = new PublicUrl(LOCAL + port.getAsInt());
            listening = known;
        }
        return known == null ? configured : known;
    }
}
