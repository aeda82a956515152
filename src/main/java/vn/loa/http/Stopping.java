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
 * Stops the server without failing a request. After SIGTERM readiness fails, but requests are still served for
 * {@code quarkus.shutdown.delay}, each on a connection that Quarkus closes after the answer. A balancer that asks for
 * readiness has time to choose other instances. Then the listening sockets are closed: a balancer that does not ask fails to
 * connect and takes another instance, which it would not do after a 503. Requests that run at that time are completed.
 */
@Singleton
public class Stopping {

    private static final Logger LOG = Logger.getLogger(Stopping.class);
    /** How long before Quarkus's delay ends the sockets close. Quarkus stops when no request runs, and none may come then. */
    private static final Duration HEAD_START = Duration.ofMillis(200);
    /** For the requests on connections that were accepted last. */
    private static final Duration LAST_REQUESTS = Duration.ofMillis(100);

    private final Duration delay;
    private final Set<Channel> listeningSockets = ConcurrentHashMap.newKeySet();
    private final List<Runnable> endings = new CopyOnWriteArrayList<>();
    private volatile boolean hasListened;
    private volatile boolean stopRequested;

    Stopping(@ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay) {
        this.delay = delay.orElse(Duration.ZERO);
    }

    void start(@Observes StartupEvent start) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-listening"));
    }

    /** Only a server that has listened waits when it stops: a failed start ends at once. */
    void listens(@ObservesAsync HttpServerStart start) {
        hasListened = true;
    }

    /**
     * Runs shortly after the sockets are closed. It must end answers without an end, such as event streams: a stop waits for
     * them. It must refuse what is stored after its request was read: a connection that was kept open may still bring
     * requests, and those that come when Quarkus has seen none get no answer.
     */
    public void atTheEnd(Runnable ending) {
        endings.add(ending);
    }

    private void stop() {
        stopRequested = true;
        Duration pause = delay.minus(HEAD_START);
        if (hasListened && !pause.isNegative()) {
            LOG.infof("Stopping in %d s (quarkus.shutdown.delay): readiness fails, requests are still served", delay.toSeconds());
            sleep(pause);
            listeningSockets.forEach(channel -> channel.close().awaitUninterruptibly());
            sleep(LAST_REQUESTS);
        }
        endings.forEach(Runnable::run);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Notes the socket that a request came in by, once Loa stops: only a connection that was accepted knows its socket. */
    public void note(HttpServerRequest request) {
        if (stopRequested && request.connection() instanceof ConnectionBase connection && connection.channel().parent() != null) {
            listeningSockets.add(connection.channel().parent());
        }
    }
}
