package vn.loa.visitor;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import vn.loa.article.CountersTakenOver;

/** What happens to the counters besides counting. */
@ApplicationScoped
class VisitorKeeping {

    private final VisitorCounters counters;

    VisitorKeeping(VisitorCounters counters) {
        this.counters = counters;
    }

    /** In the transaction of the import, so that an article and its base are stored together or not at all. */
    void takeOver(@Observes CountersTakenOver taken) {
        if (taken.views() != null) {
            counters.takeOverArticle(taken.articleId(), taken.views());
        }
        if (taken.siteTotal() != null) {
            counters.takeOverSite(taken.siteTotal());
        }
    }

    @Scheduled(every = "1m", identity = "forget-visitors-of-earlier-days")
    @Transactional
    void forgetEarlierDays() {
        counters.forgetEarlierDays();
    }
}
