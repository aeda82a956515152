package vn.loa.changes.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import vn.loa.cache.ChangeHeard;
import vn.loa.changes.RetryPlan;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.ShortTransactions;

/** Runs the thread that delivers messages, and looks after what it leaves behind. */
@ApplicationScoped
class WebhookDelivery {

    private static final Logger LOG = Logger.getLogger(WebhookDelivery.class);
    static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final long LONGEST_STOP_MILLIS = 6000;
    private static final NamedSql TOTALS = NamedSql.of("""
            select count(*) filter (where s.state = 'active')::integer as active,
                   count(*) filter (where s.state = 'paused')::integer as paused,
                   count(*) filter (where s.state = 'disabled')::integer as disabled,
                   count(*) filter (where s.state = 'active' and s.failing_since is not null)::integer as failing,
                   coalesce(max(l.last - s.reached) filter (where s.state = 'active'), 0) as behind
            from change_log l left join webhook_state s on true""");

    /** Something is to be told that is not in the log: CDI event, in the transaction that asks for it. */
    record Asked() {
    }

    private final WebhookConfig config;
    private final DeliveryStore store;
    private final MessageLog log;
    private final AddressRules rules;
    private final SecretBox box;
    private final WebhookMetrics metrics;
    private final ShortTransactions transactions;
    private final Vertx vertx;
    private final Clock clock;
    private ReceiverClient client;
    private volatile Deliverer deliverer;
    private Thread thread;
    private volatile boolean measured;

    WebhookDelivery(WebhookConfig config, DeliveryStore store, MessageLog log, AddressRules rules, SecretBox box, WebhookMetrics metrics,
            ShortTransactions transactions, Vertx vertx, Clock clock) {
        this.config = config;
        this.store = store;
        this.log = log;
        this.rules = rules;
        this.box = box;
        this.metrics = metrics;
        this.transactions = transactions;
        this.vertx = vertx;
        this.clock = clock;
    }

    void start(@Observes StartupEvent start) {
        if (config.deliver() && box.hasKey()) {
            client = new ReceiverClient(vertx, rules, new HostNames(null), config.allowHttp(), config.timeout(), clock);
            deliverer = new Deliverer(store, log, client, metrics, new RetryPlan(new SecureRandom(), FIRST_WAIT, LONGEST_WAIT), config, clock);
            thread = new Thread(deliverer, "loa-webhooks");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        if (deliverer != null) {
            deliverer.stop();
            thread.join(LONGEST_STOP_MILLIS);
            client.close();
        }
    }

    void wake(@Observes ChangeHeard change) {
        wake();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Asked asked) {
        wake();
    }

    private void wake() {
        Deliverer present = deliverer;
        if (present != null) {
            present.wake();
        }
    }

    @Scheduled(every = "15s", identity = "webhook-metrics", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        if (deliverer != null || !measured) {
            transactions.run(transaction -> transaction.read(TOTALS, this::measure));
        }
    }

    private Boolean measure(ResultRow row) {
        for (WebhookStatus status : WebhookStatus.values()) {
            metrics.count(status, row.get(status.word(), Integer.class));
        }
        if (!measured && config.deliver() && !box.hasKey() && row.get(WebhookStatus.ACTIVE.word(), Integer.class) > 0) {
            LOG.warn("There are webhooks, and loa.webhook.encryption-key is not set: this instance delivers no messages");
        }
        measured = true;
        metrics.lag(row.get("failing", Integer.class), row.get("behind", Long.class));
        return true;
    }

    @Scheduled(every = "1h", identity = "forget-old-deliveries")
    void forgetOld() {
        store.forget(clock.instant().minus(config.keepDeliveries()));
    }
}
