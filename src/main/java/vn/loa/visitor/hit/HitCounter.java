package vn.loa.visitor.hit;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import vn.loa.http.Prefer;
import vn.loa.http.client.IpAddress;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.visitor.DropReason;
import vn.loa.visitor.DroppedHits;
import vn.loa.visitor.count.GroupCommit;
import vn.loa.visitor.count.Hit;
import vn.loa.visitor.count.Visitor;
import vn.loa.visitor.read.FreshCounters;

/** Counts a hit, unless its address has sent too many or its headers say that nobody looks at the page. */
@ApplicationScoped
class HitCounter {

    private final GroupCommit commits;
    private final HitFilter filter;
    private final AddressRateLimiter rateLimiter;
    private final DroppedHits dropped;
    private final FreshCounters counters;
    private final Clock clock;

    HitCounter(GroupCommit commits, HitFilter filter, AddressRateLimiter rateLimiter, DroppedHits dropped,
            FreshCounters counters, Clock clock) {
        this.commits = commits;
        this.filter = filter;
        this.rateLimiter = rateLimiter;
        this.dropped = dropped;
        this.counters = counters;
        this.clock = clock;
    }

    /** Completes when the hit is stored, or is not to be counted; or with the problem that says why it is refused. */
    CompletionStage<HitAnswer> count(HitRequest hit, IpAddress address, HttpServerRequest request) {
        boolean wantsCounters = Prefer.of(request.headers()) == Prefer.REPRESENTATION;
        CompletableFuture<HitAnswer> answer = new CompletableFuture<>();
        outcome(hit, address, request).whenComplete((notCounted, problem) -> {
            if (problem != null) {
                answer.completeExceptionally(problem);
            } else if (wantsCounters) {
                counters.read(hit.articleId()).thenAccept(read -> answer.complete(new HitAnswer(notCounted, read)));
            } else {
                answer.complete(HitAnswer.of(notCounted));
            }
        });
        return answer;
    }

    /** Null of a hit that was counted. */
    private CompletionStage<DropReason> outcome(HitRequest hit, IpAddress address, HttpServerRequest request) {
        IpAddress client = address.clientPrefix();
        long now = clock.millis();
        long wait = rateLimiter.take(client, now);
        if (wait > 0) {
            dropped.count(DropReason.ADDRESS_RATE);
            return CompletableFuture.failedStage(
                    Problem.of(ProblemType.TOO_MANY_REQUESTS, "Too many hits come from this address.").asException()
                            .withHeader("Retry-After", String.valueOf(wait))
                            .withHeader(DropReason.HEADER, DropReason.ADDRESS_RATE.word()));
        }
        DropReason reason = filter.dropReason(request.headers());
        if (reason != null) {
            dropped.count(reason);
            return CompletableFuture.completedStage(reason);
        }
        return commits.add(new Hit(new Visitor(client, request.getHeader("User-Agent")), hit.articleId(),
                hit.hitId(), Math.floorDiv(now, 1000L)));
    }
}
