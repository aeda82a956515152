package vn.loa.visitor.read;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import vn.loa.sql.ShortTransactions;
import vn.loa.sql.UncheckedSqlException;

/** The views of the articles that listeners of the event stream name. One statement a second reads them, if there are any. */
@ApplicationScoped
class WatchedViews {

    private static final Logger LOG = Logger.getLogger(WatchedViews.class);
    private static final String NAME = "views";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ShortTransactions transactions;
    private final ObjectMapper json;
    /** What was sent last, of the articles that are watched. */
    private final Map<UUID, Long> sent = new ConcurrentHashMap<>();

    WatchedViews(ShortTransactions transactions, ObjectMapper json) {
        this.transactions = transactions;
        this.json = json;
    }

    /** The first event of a listener. */
    StreamEvent first(UUID article, ViewsView views) {
        sent.putIfAbsent(article, views.views());
        return event(views, true);
    }

    private StreamEvent event(ViewsView views, boolean isNew) {
        return StreamEvent.of(NAME, views, isNew, json);
    }

    /** The events of the articles, without those that are no longer public; none while the database is away. */
    Map<UUID, StreamEvent> events(Set<UUID> watched, Instant now) {
        try {
            Map<UUID, Long> read = watched.isEmpty() ? Map.of()
                    : transactions.run(PATIENCE, transaction -> ViewCounts.of(watched, transaction));
            Map<UUID, StreamEvent> events = new HashMap<>();
            read.forEach((article, views) ->
                    events.put(article, event(new ViewsView(views, now), !views.equals(sent.get(article)))));
            sent.keySet().retainAll(read.keySet());
            sent.putAll(read);
            return events;
        } catch (UncheckedSqlException e) {
            LOG.debugf(e, "The views of %d articles could not be read; it is tried again", watched.size());
            return Map.of();
        }
    }
}
