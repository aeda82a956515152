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
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import vn.loa.http.ApiPaths;
import vn.loa.http.LimitsConfig;
import vn.loa.http.Operations;
import vn.loa.http.client.CallerAddress;
import vn.loa.http.client.IpAddress;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/**
 * {@link Stage#READ_LIMIT}: bounds what one client may read, so that it does not keep the database from the others. Callers
 * with a key are counted by it, all others by address. A trusted proxy's own requests, which name no client, are not counted.
 * Each instance counts for itself.
 */
@Singleton
class ReadLimit implements StageHandler {

    /** Null where reading has no limit. */
    private final ReadQuota byAddress;
    /** Null where callers with a key have none. */
    private final ReadQuota byKey;
    private final Operations operations;
    private final CallerAddress addresses;
    private final Refusal refusal;
    private final Refusal.Prepared tooMuch;
    private final Clock clock;
    private final Counter refused;

    ReadLimit(LimitsConfig limits, Operations operations, CallerAddress addresses, Refusal refusal, Clock clock, MeterRegistry metrics) {
        this.byAddress = limits.reads().map(rate -> ReadQuota.of(rate, limits.readsBurst())).orElse(null);
        this.byKey = limits.keyedReads().map(rate -> ReadQuota.of(rate, limits.readsBurst())).orElse(null);
        this.operations = operations;
        this.addresses = addresses;
        this.refusal = refusal;
        this.tooMuch = refusal.prepare(Problem.of(ProblemType.TOO_MANY_REQUESTS, "This client reads more than one client may."));
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
        int cost = byAddress == null ? 0 : cost(context);
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
        } else if (byKey == null) {
            context.next();
        } else {
            byte[] name = caller.getPrincipal().getName().getBytes(StandardCharsets.UTF_8);
            take(context, byKey, UUID.nameUUIDFromBytes(name).getMostSignificantBits(), cost);
        }
    }

    private void countByAddress(RoutingContext context, int cost) {
        IpAddress client = addresses.client(context.request());
        if (client == null) {
            context.next();
        } else {
            take(context, byAddress, client.clientPrefixBits(), cost);
        }
    }

    private void take(RoutingContext context, ReadQuota quota, long client, int cost) {
        if (quota.take(context, client, cost, clock.millis())) {
            context.next();
        } else {
            refused.increment();
            refusal.refuse(context, tooMuch);
        }
    }

    /** Forgets full buckets, so that no address stays in memory longer than a minute after its bucket refilled. */
    @Scheduled(every = "1m")
    void forget() {
        Stream.of(byAddress, byKey).filter(Objects::nonNull).forEach(quota -> quota.buckets().forgetFull(clock.millis()));
    }
}
