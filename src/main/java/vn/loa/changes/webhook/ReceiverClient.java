package vn.loa.changes.webhook;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import vn.loa.changes.RetryPlan;
import vn.loa.changes.webhook.Answer.Failure;
import vn.loa.http.client.IpAddress;

/**
 * Sends a message to a receiver, and waits for no thread. The receiver's name is resolved once, all of its addresses are checked,
 * and the connection is made to a checked one, so that a name that has another address a moment later leads nowhere else. No
 * redirect is followed and no proxy is used.
 */
final class ReceiverClient implements AutoCloseable {

    /** Of an answer's body, which says nothing that Loa needs. */
    private static final int MOST_BYTES = 16 * 1024;
    private static final int MOST_HEADER_BYTES = 16 * 1024;
    /** To one address. Messages under way are bounded elsewhere: one receiver must not wait for another at the same address. */
    private static final int MOST_CONNECTIONS = 1000;
    private static final int IDLE_SECONDS = 5;
    /** Addresses of a name that are tried one after the other. */
    private static final int MOST_ADDRESSES = 4;

    private final Vertx vertx;
    private final AddressRules rules;
    private final HostNames names;
    private final boolean allowHttp;
    private final Duration timeout;
    private final Clock clock;
    private final HttpClient http;

    ReceiverClient(Vertx vertx, AddressRules rules, HostNames names, boolean allowHttp, Duration timeout, Clock clock) {
        this.vertx = vertx;
        this.rules = rules;
        this.names = names;
        this.allowHttp = allowHttp;
        this.timeout = timeout;
        this.clock = clock;
        this.http = vertx.createHttpClient(new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_1_1)
                .setConnectTimeout((int) timeout.toMillis()).setMaxPoolSize(MOST_CONNECTIONS).setKeepAliveTimeout(IDLE_SECONDS)
                .setVerifyHost(true).setTrustAll(false).setMaxHeaderSize(MOST_HEADER_BYTES).setDecompressionSupported(false)
                // A trace would have the receiver's address, which may hold a secret, and the receiver would be told of the trace.
                .setUseAlpn(false).setTracingPolicy(TracingPolicy.IGNORE));
    }

    /** The body as bytes; a try that fails is an answer, too. */
    CompletionStage<Answer> send(ReceiverUrl url, Map<String, String> headers, byte[] body) {
        Try sent = new Try(url, headers, Buffer.buffer(body));
        sent.begin();
        return sent.answer.future().toCompletionStage();
    }

    @Override
    public void close() {
        http.close();
        names.close();
    }

    /** One try. Its parts may run on several threads; the first that ends it wins. */
    private final class Try {

        private final ReceiverUrl url;
        private final Map<String, String> headers;
        private final Buffer body;
        private final long begun = System.nanoTime();
        private final Promise<Answer> answer = Promise.promise();
        private final AtomicReference<HttpClientRequest> request = new AtomicReference<>();

        Try(ReceiverUrl url, Map<String, String> headers, Buffer body) {
            this.url = url;
            this.headers = headers;
            this.body = body;
        }

        void begin() {
            if (!url.secure() && !allowHttp) {
                fail(Failure.ADDRESS_REFUSED);
                return;
            }
            long timer = vertx.setTimer(timeout.toMillis(), id -> {
                fail(Failure.TIMEOUT);
                abandon();
            });
            answer.future().onComplete(done -> vertx.cancelTimer(timer));
            addresses().onFailure(e -> fail(Failure.NAME_NOT_FOUND)).onSuccess(this::connect);
        }

        private Future<List<InetAddress>> addresses() {
            if (url.literal().isPresent()) {
                try {
                    return Future.succeededFuture(List.of(InetAddress.getByAddress(url.literal().get().toBytes())));
                } catch (UnknownHostException e) {
                    return Future.failedFuture(e);
                }
            }
            return Future.fromCompletionStage(names.addresses(url.name()));
        }

        private void connect(List<InetAddress> addresses) {
            if (addresses.isEmpty()) {
                fail(Failure.NAME_NOT_FOUND);
            } else if (!addresses.stream().allMatch(this::isAllowed)) {
                fail(Failure.ADDRESS_REFUSED);
            } else {
                connect(addresses, 0);
            }
        }

        /** An address with a zone cannot be read, and is none of the public internet. */
        private boolean isAllowed(InetAddress address) {
            return IpAddress.parse(address.getHostAddress()).filter(rules::allow).isPresent();
        }

        private void connect(List<InetAddress> addresses, int next) {
            if (answer.future().isComplete()) {
                return;
            }
            RequestOptions options = new RequestOptions().setMethod(HttpMethod.POST)
                    .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(addresses.get(next), url.port())))
                    .setHost(url.name()).setPort(url.port()).setSsl(url.secure()).setURI(url.path()).setFollowRedirects(false);
            headers.forEach(options::putHeader);
            http.request(options).onSuccess(this::send).onFailure(e -> {
                Failure failure = failure(e);
                if (failure == Failure.NOT_CONNECTED && next + 1 < Math.min(addresses.size(), MOST_ADDRESSES)) {
                    connect(addresses, next + 1);
                } else {
                    fail(failure);
                }
            });
        }

        private void send(HttpClientRequest made) {
            request.set(made);
            if (answer.future().isComplete()) {
                abandon();
                return;
            }
            made.send(body).onSuccess(this::read).onFailure(e -> fail(failure(e)));
        }

        private void read(HttpClientResponse response) {
            Answer whole = Answer.of(response.statusCode(), RetryPlan.seconds(response.getHeader("Retry-After"), clock.instant()), null);
            int[] bytes = new int[1];
            response.exceptionHandler(e -> fail(Failure.CONNECTION_LOST));
            response.endHandler(end -> succeed(whole));
            response.handler(part -> {
                bytes[0] += part.length();
                if (bytes[0] > MOST_BYTES) {
                    succeed(whole);
                    abandon();
                }
            });
        }

        private void succeed(Answer whole) {
            answer.tryComplete(new Answer(whole.status(), whole.failure(), whole.retryAfter(), took()));
        }

        private void fail(Failure failure) {
            answer.tryComplete(Answer.none(failure, took()));
        }

        private Duration took() {
            return Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        }

        /** The connection is closed: of HTTP/1.1 an answer cannot be left unread otherwise. */
        private void abandon() {
            HttpClientRequest made = request.get();
            if (made != null) {
                made.reset();
            }
        }
    }

    private static Failure failure(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return Failure.TLS;
            }
            if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
                return Failure.NOT_CONNECTED;
            }
        }
        return Failure.CONNECTION_LOST;
    }
}
