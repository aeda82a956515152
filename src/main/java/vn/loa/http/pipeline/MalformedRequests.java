package vn.loa.http.pipeline;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.quarkus.arc.Unremovable;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.datagram.DatagramSocketOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.metrics.MetricsOptions;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.VertxMetricsFactory;
import io.vertx.core.spi.metrics.ClientMetrics;
import io.vertx.core.spi.metrics.DatagramSocketMetrics;
import io.vertx.core.spi.metrics.EventBusMetrics;
import io.vertx.core.spi.metrics.HttpClientMetrics;
import io.vertx.core.spi.metrics.HttpServerMetrics;
import io.vertx.core.spi.metrics.PoolMetrics;
import io.vertx.core.spi.metrics.TCPMetrics;
import io.vertx.core.spi.metrics.VertxMetrics;
import io.vertx.core.spi.observability.HttpRequest;
import jakarta.enterprise.context.ApplicationScoped;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/**
 * Answers requests that the HTTP decoder refuses with a problem. Vert.x has a handler for such requests, but Quarkus makes the
 * server and lets nobody set that handler. Vert.x reports each request to its metrics before it calls the handler, so a
 * metrics object sets it here.
 */
@ApplicationScoped
@Unremovable
class MalformedRequests implements VertxOptionsCustomizer {

    private final Refusal refusal;

    MalformedRequests(Refusal refusal) {
        this.refusal = refusal;
    }

    @Override
    public void accept(VertxOptions options) {
        MetricsOptions metrics = options.getMetricsOptions();
        VertxMetricsFactory others = metrics != null && metrics.isEnabled() ? metrics.getFactory() : null;
        options.setMetricsOptions(new MetricsOptions().setEnabled(true).setFactory(given ->
                new Watching(others == null ? new VertxMetrics() { } : others.metrics(given), this::watch)));
    }

    private void watch(HttpServerRequest request) {
        if (request.decoderResult().isFailure()) {
            ((HttpServerConnection) request.connection()).invalidRequestHandler(this::refuse);
        }
    }

    private void refuse(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        ProblemType type = cause instanceof TooLongHttpLineException ? ProblemType.URI_TOO_LONG
                : cause instanceof TooLongHttpHeaderException ? ProblemType.HEADERS_TOO_LARGE : ProblemType.BAD_REQUEST;
        refusal.refuseUnrouted(request, Problem.of(type, null));
    }

    /** Sees each request before Vert.x does anything with it. */
    private interface Watcher {
        void begun(HttpServerRequest request);
    }

    /** Reports each request of a server to the watcher, and passes everything else on to the metrics that were set before. */
    private record Watching(VertxMetrics others, Watcher watcher) implements VertxMetrics {

        @Override
        public HttpServerMetrics<?, ?, ?> createHttpServerMetrics(HttpServerOptions options, SocketAddress address) {
            // Those that were set before are of Quarkus's traces, which learn the path of a request from RouteTemplate.
            return new HttpServerMetrics<Void, Void, Void>() {
                @Override
                public Void requestBegin(Void connection, HttpRequest request) {
                    watcher.begun((HttpServerRequest) request);
                    return null;
                }
            };
        }

        @Override
        public EventBusMetrics<?> createEventBusMetrics() {
            return others.createEventBusMetrics();
        }

        @Override
        public ClientMetrics<?, ?, ?, ?> createClientMetrics(SocketAddress remote, String type, String namespace) {
            return others.createClientMetrics(remote, type, namespace);
        }

        @Override
        public HttpClientMetrics<?, ?, ?, ?> createHttpClientMetrics(HttpClientOptions options) {
            return others.createHttpClientMetrics(options);
        }

        @Override
        public TCPMetrics<?> createNetServerMetrics(NetServerOptions options, SocketAddress address) {
            return others.createNetServerMetrics(options, address);
        }

        @Override
        public TCPMetrics<?> createNetClientMetrics(NetClientOptions options) {
            return others.createNetClientMetrics(options);
        }

        @Override
        public DatagramSocketMetrics createDatagramSocketMetrics(DatagramSocketOptions options) {
            return others.createDatagramSocketMetrics(options);
        }

        @Override
        public PoolMetrics<?> createPoolMetrics(String type, String name, int size) {
            return others.createPoolMetrics(type, name, size);
        }

        @Override
        public void vertxCreated(Vertx vertx) {
            others.vertxCreated(vertx);
        }

        @Override
        public boolean isMetricsEnabled() {
            return true;
        }

        @Override
        public void close() {
            others.close();
        }
    }
}
