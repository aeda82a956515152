package vn.loa.http.pipeline;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BiConsumer;
import vn.loa.http.ApiPaths;
import vn.loa.http.LimitsConfig;
import vn.loa.http.Operations;
import vn.loa.http.client.CallerAddress;
import vn.loa.http.client.IpAddress;
import vn.loa.http.client.TokenBuckets;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/**
 * {@link Stage#READ_LIMIT}: bounds what one client may read, so that it does not keep the database from the others. Callers
 * with a key are counted by it, all others by address. A trusted proxy's own requests, which name no client, are not counted.
 * Each instance counts for itself. The header fields are those of draft-ietf-httpapi-ratelimit-headers-10.
 */
@Singleton
class ReadLimit implements StageHandler {

    static final String POLICY = "RateLimit-Policy";
    static final String STATE = "RateLimit";

    private static final BiConsumer<RoutingContext, Throwable> LEFT_TO_THE_RESOURCE = (request, failure) -> { };

    /** What one kind of clients may read; the buckets are null where there is no limit. */
    private record Quota(TokenBuckets buckets, String policy) {

        private static final Quota NONE = new Quota(null, null);

        private static Quota of(int rate, int burst) {
            return new Quota(new TokenBuckets(Duration.ofSeconds(1).dividedBy(rate), burst),
                    "\"reads\";q=" + burst + ";w=" + Math.max(1, burst / rate));
        }
    }

    private final boolean enabled;
    private final Quota byAddress;
    private final Quota byKey;
    private final Operations operations;
    private final CallerAddress addresses;
    private final Refusal refusal;
    private final Clock clock;
    private final Counter refused;

    ReadLimit(LimitsConfig limits, Operations operations, CallerAddress addresses, Refusal refusal, Clock clock, MeterRegistry metrics) {
        this.enabled = limits.reads().isPresent();
        this.byAddress = enabled ? Quota.of(limits.reads().get(), limits.readsBurst()) : Quota.NONE;
        this.byKey = limits.keyedReads().isPresent() ? Quota.of(limits.keyedReads().get(), limits.readsBurst()) : Quota.NONE;
        this.operations = operations;
        this.addresses = addresses;
        this.refusal = refusal;
        this.clock = clock;
        this.refused = Counter.builder("loa.reads.refused").description("Requests that were refused because their client read too much")
                .register(metrics);
    }

    @Override
    public Stage stage() {
        return Stage.READ_LIMIT;
    }

    @Override
    public void handle(RoutingContext context) {
        int cost = enabled ? cost(context) : 0;
        if (cost == 0) {
            context.next();
        } else if (context.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            countByKey(context, cost);
        } else {
            countByAddress(context, cost);
        }
    }

    private int cost(RoutingContext context) {
        String path = context.normalizedPath();
        HttpMethod method = context.request().method();
        Operations.Operation operation = path.startsWith(ApiPaths.V1) ? operations.find(method.name(), path) : null;
        return operation != null && (operation.isPublic() || method == HttpMethod.GET || method == HttpMethod.HEAD) ? operation.cost() : 0;
    }

    /** Authenticates the caller once, for the resource too. A wrong key counts as none: the address is counted. */
    private void countByKey(RoutingContext context, int cost) {
        Context eventLoop = context.vertx().getOrCreateContext();
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, LEFT_TO_THE_RESOURCE);
        QuarkusHttpUser.getSecurityIdentity(context, null).subscribe().with(
                caller -> eventLoop.runOnContext(known -> count(context, cost, caller)),
                failure -> eventLoop.runOnContext(unknown -> countByAddress(context, cost)));
    }

    private void count(RoutingContext context, int cost, SecurityIdentity caller) {
        if (context.response().ended()) {
            return;
        }
        if (caller.isAnonymous()) {
            countByAddress(context, cost);
        } else {
            String name = caller.getPrincipal().getName();
            take(context, cost, byKey, UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits());
        }
    }

    private void countByAddress(RoutingContext context, int cost) {
        IpAddress client = addresses.client(context.request());
        if (client == null) {
            context.next();
        } else {
            take(context, cost, byAddress, client.clientPrefixBits());
        }
    }

    private void take(RoutingContext context, int cost, Quota quota, long client) {
        if (quota.buckets() == null) {
            context.next();
            return;
        }
        TokenBuckets.Taken taken = quota.buckets().take(client, cost, clock.millis());
        context.response().putHeader(POLICY, quota.policy())
                .putHeader(STATE, "\"reads\";r=" + taken.left() + ";t=" + taken.full());
        if (taken.retryAfter() == 0) {
            context.next();
        } else {
            refused.increment();
            context.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(taken.retryAfter()));
            refusal.refuse(context, Problem.of(ProblemType.TOO_MANY_REQUESTS, "This client reads more than one client may."));
        }
    }

    /** Forgets full buckets, so that no address stays in memory longer than a minute after its bucket refilled. */
    @Scheduled(every = "1m")
    void forget() {
        for (Quota quota : new Quota[] {byAddress, byKey}) {
            if (quota.buckets() != null) {
                quota.buckets().forgetFull(clock.millis());
            }
        }
    }
}
