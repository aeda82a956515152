package vn.loa.changes;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.EnumMap;
import java.util.Map;
import vn.loa.article.publish.ArticleChanged;
import vn.loa.article.publish.ChangeKind;

/** Counts what this instance published, changed, withdrew and removed. */
@Startup
@ApplicationScoped
class ChangeMetrics {

    private final Map<ChangeKind, Counter> changes = new EnumMap<>(ChangeKind.class);

    ChangeMetrics(MeterRegistry registry) {
        for (ChangeKind kind : ChangeKind.values()) {
            changes.put(kind, Counter.builder("loa.articles.changed").tag("kind", kind.word())
                    .description("Changes of public articles that this instance committed").register(registry));
        }
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ArticleChanged change) {
        changes.get(change.kind()).increment();
    }
}
