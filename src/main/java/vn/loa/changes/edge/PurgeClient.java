package vn.loa.changes.edge;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import vn.loa.changes.RetryPlan;
import vn.loa.changes.edge.Target.Call;

/** Sends a request to a target and waits for its answer, whose body is not kept. Redirects are not followed. */
final class PurgeClient {

    private static final int FIRST_SUCCESS = 200;
    private static final int FIRST_REDIRECT = 300;

    private final HttpClient http;
    private final Duration timeout;
    private final Clock clock;

    /** @param timeout from the connection to the end of the answer */
    PurgeClient(Duration timeout, Clock clock) {
        this.timeout = timeout;
        this.clock = clock;
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout).build();
    }

    Duration timeout() {
        return timeout;
    }

    /** A request that fails has an answer, too. */
    PurgeAnswer send(Call call) {
        long begun = System.nanoTime();
        CompletableFuture<HttpResponse<Void>> asked = null;
        try {
            asked = http.sendAsync(call.request(timeout), BodyHandlers.discarding());
            HttpResponse<Void> answer = asked.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            boolean purged = answer.statusCode() >= FIRST_SUCCESS && answer.statusCode() < FIRST_REDIRECT;
            Long retryAfter = RetryPlan.seconds(answer.headers().firstValue("Retry-After").orElse(null), clock.instant());
            return new PurgeAnswer(purged ? null : "status", answer.statusCode(), retryAfter, since(begun));
        } catch (ExecutionException e) {
            return new PurgeAnswer(failure(e.getCause()), null, null, since(begun));
        } catch (TimeoutException e) {
            return new PurgeAnswer("timeout", null, null, since(begun));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PurgeAnswer("interrupted", null, null, since(begun));
        } finally {
            if (asked != null) {
                asked.cancel(true);
            }
        }
    }

    private static String failure(Throwable e) {
        if (e instanceof HttpTimeoutException) {
            return "timeout";
        }
        return e instanceof SSLException ? "tls" : e instanceof ConnectException ? "not-connected"
                : e instanceof IOException ? "connection-lost" : "not-sent";
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
