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

/** Counts a hit, unless its address has sent too many or its headers say that nobody looks at the page. */
@ApplicationScoped
class HitCounter {

    private final GroupCommit commits;
    private final HitFilter filter;
    private final AddressRateLimiter rateLimiter;
    private final DroppedHits dropped;
    private final Clock clock;

    HitCounter(GroupCommit commits, HitFilter filter, AddressRateLimiter rateLimiter, DroppedHits dropped,
            Clock clock) {
        this.commits = commits;
        this.filter = filter;
        this.rateLimiter = rateLimiter;
        this.dropped = dropped;
        this.clock = clock;
    }

    /** Completes when the hit is stored or dropped silently, or with the problem that says why it is refused. */
    CompletionStage<Void> count(HitRequest hit, IpAddress address, HttpServerRequest request) {
        IpAddress client = address.clientPrefix();
        long now = clock.millis();
        long wait = rateLimiter.take(client, now);
        if (wait > 0) {
            dropped.count(DropReason.ADDRESS_RATE);
            return CompletableFuture.failedStage(
                    Problem.of(ProblemType.TOO_MANY_REQUESTS, "Too many hits come from this address.").asException()
                            .withHeader("Retry-After", String.valueOf(wait)));
        }
        DropReason reason = filter.dropReason(request.headers());
        if (reason != null) {
            dropped.count(reason);
            return CompletableFuture.completedStage(null);
        }
        return commits.add(new Hit(new Visitor(client, request.getHeader("User-Agent")), hit.articleId(),
                hit.hitId(), Math.floorDiv(now, 1000L)));
    }
}
