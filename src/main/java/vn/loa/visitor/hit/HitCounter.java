package vn.loa.visitor.hit;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import vn.loa.http.client.IpAddress;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.visitor.DropReason;
import vn.loa.visitor.DroppedHits;
import vn.loa.visitor.count.GroupCommit;
import vn.loa.visitor.count.Hit;
import vn.loa.visitor.count.Visitor;

/** Counts a hit that somebody looks at, of an address that has not sent too many. */
@ApplicationScoped
class HitCounter {

    private final GroupCommit commits;
    private final HitFilter uncounted;
    private final AddressRateLimiter limit;
    private final DroppedHits refusals;
    private final Clock clock;

    HitCounter(GroupCommit commits, HitFilter uncounted, AddressRateLimiter limit, DroppedHits refusals,
            Clock clock) {
        this.commits = commits;
        this.uncounted = uncounted;
        this.limit = limit;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** Completes when the hit is stored or need not be, or with the problem that says why it is not. */
    CompletionStage<Void> count(HitRequest hit, IpAddress address, HttpServerRequest request) {
        IpAddress household = address.household();
        long now = clock.millis();
        long wait = limit.take(household, now);
        if (wait > 0) {
            refusals.count(DropReason.ADDRESS_RATE);
            return CompletableFuture.failedStage(
                    Problem.of(ProblemType.TOO_MANY_REQUESTS, "Too many hits come from this address.").asException()
                            .withHeader("Retry-After", String.valueOf(wait)));
        }
        DropReason reason = uncounted.reason(request.headers());
        if (reason != null) {
            refusals.count(reason);
            return CompletableFuture.completedStage(null);
        }
        return commits.add(new Hit(new Visitor(household, request.getHeader("User-Agent")), hit.articleId(),
                hit.hitId(), Math.floorDiv(now, 1000L)));
    }
}
