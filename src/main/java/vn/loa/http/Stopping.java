package vn.loa.http;

import io.netty.channel.Channel;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * A stop that no request notices. From SIGTERM on readiness fails, and for a while ({@code quarkus.shutdown.delay}) every
 * request is served still, on connections that Quarkus closes after it: balancers that ask have time to turn away. Then
 * nobody can connect any more, which balancers that do not ask take for a reason to use another instance, as an answer
 * of 503 would not be. Requests that run by then end.
 */
@Singleton
public class Stopping {

    private static final Logger LOG = Logger.getLogger(Stopping.class);
    /** Before Quarkus's own delay ends: it stops as soon as no request is running, and then none may come. */
    private static final Duration EARLIER = Duration.ofMillis(200);

    private final Duration delay;
    private final Set<Channel> listening = ConcurrentHashMap.newKeySet();
    private final List<Runnable> endings = new CopyOnWriteArrayList<>();
    private volatile boolean listens;
    private volatile boolean asked;

    Stopping(@ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay) {
        this.delay = delay.orElse(Duration.ZERO);
    }

    void start(@Observes StartupEvent start) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-listening"));
    }

    /** Nobody waits for what never listened: a start that fails ends at once. */
    void listens(@ObservesAsync HttpServerStart start) {
        listens = true;
    }

    /** What lasts longer than a request is ended then, as a stop waits for it. */
    public void atTheEnd(Runnable ending) {
        endings.add(ending);
    }

    private void stop() {
        asked = true;
        Duration pause = delay.minus(EARLIER);
        if (listens && !pause.isNegative()) {
            LOG.infof("Stopping in %d s (quarkus.shutdown.delay): readiness fails, requests are still served", delay.toSeconds());
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        listening.forEach(channel -> channel.close().awaitUninterruptibly());
        endings.forEach(Runnable::run);
    }

    /** Notes the socket that a request came in by, once Loa stops: only a connection that was accepted knows its socket. */
    public void note(HttpServerRequest request) {
        if (asked && request.connection() instanceof ConnectionBase connection && connection.channel().parent() != null) {
            listening.add(connection.channel().parent());
        }
    }
}
