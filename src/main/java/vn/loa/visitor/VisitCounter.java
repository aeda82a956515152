package vn.loa.visitor;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import vn.loa.visitor.VisitResource.Visit;
import vn.loa.web.IpAddress;
import vn.loa.web.Problem;
import vn.loa.web.ProblemType;

/** Counts a hit that somebody looks at, of an address that has not sent too many. */
@ApplicationScoped
class VisitCounter {

    private final GroupCommit commits;
    private final Uncounted uncounted;
    private final AddressLimit limit;
    private final Refusals refusals;
    private final Clock clock;

    VisitCounter(GroupCommit commits, Uncounted uncounted, AddressLimit limit, Refusals refusals,
            Clock clock) {
        this.commits = commits;
        this.uncounted = uncounted;
        this.limit = limit;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** Completes when the hit is stored or need not be, or with the problem that says why it is not. */
    CompletionStage<Void> count(Visit visit, IpAddress address, HttpServerRequest request) {
        IpAddress household = address.household();
        long now = clock.millis();
        long wait = limit.take(household, now);
        if (wait > 0) {
            refusals.count(Refusal.ADDRESS_RATE);
            return CompletableFuture.failedStage(
                    Problem.of(ProblemType.TOO_MANY_REQUESTS, "Too many visits come from this address.").asException()
                            .withHeader("Retry-After", String.valueOf(wait)));
        }
        Refusal reason = uncounted.reason(request.headers());
        if (reason != null) {
            refusals.count(reason);
            return CompletableFuture.completedStage(null);
        }
        return commits.add(new Hit(new Visitor(household, request.getHeader("User-Agent")), visit.articleId(),
                visit.hitId(), Math.floorDiv(now, 1000L)));
    }
}
