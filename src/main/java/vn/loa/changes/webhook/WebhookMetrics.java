package vn.loa.changes.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What is measured of webhooks. Those of all webhooks are as the database had them a quarter of a minute ago. */
@ApplicationScoped
class WebhookMetrics {

    private final MeterRegistry registry;
    private final AtomicInteger held = new AtomicInteger();
    private final Map<WebhookStatus, AtomicInteger> webhooks = new EnumMap<>(WebhookStatus.class);
    private final AtomicInteger failing = new AtomicInteger();
    private final AtomicLong behind = new AtomicLong();

    WebhookMetrics(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("loa.webhook.held", held, AtomicInteger::get)
                .description("Webhooks that this instance has something to tell").register(registry);
        for (WebhookStatus status : WebhookStatus.values()) {
            webhooks.put(status, new AtomicInteger());
            Gauge.builder("loa.webhook.endpoints", webhooks.get(status), AtomicInteger::get).description("Webhooks")
                    .tag("state", status.word()).register(registry);
        }
        Gauge.builder("loa.webhook.failing", failing, AtomicInteger::get).description("Active webhooks whose last try failed")
                .register(registry);
        Gauge.builder("loa.webhook.behind", behind, AtomicLong::get)
                .description("Changes that the active webhook that is farthest behind was not told of").register(registry);
    }

    void held(int webhooksHeld) {
        held.set(webhooksHeld);
    }

    void tried(EventType type, Answer answer) {
        Timer.builder("loa.webhook.tries").description("Tries to deliver messages, and how long receivers took")
                .tag("type", type.word()).tag("outcome", answer.delivered() ? "delivered" : answer.failureWord())
                .register(registry).record(answer.took());
    }

    void count(WebhookStatus status, int number) {
        webhooks.get(status).set(number);
    }

    void lag(int failingWebhooks, long changesBehind) {
        failing.set(failingWebhooks);
        behind.set(changesBehind);
    }
}
