package vn.loa.changes.webhook;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.loa.listing.ListField;
import vn.loa.listing.Page;
import vn.loa.listing.PageQuery;
import vn.loa.listing.PagedSql;
import vn.loa.listing.SortOrder;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/** Reads webhooks and their deliveries as they are shown. */
@Startup
@ApplicationScoped
class WebhookRepository {

    static final SortOrder NEWEST_FIRST = SortOrder.descending(ListField.instant("createdAt", "w.created_at"), ListField.id("w.id"));
    static final SortOrder LATEST_FIRST = SortOrder.descending(ListField.instant("triedAt", "d.tried_at"), ListField.integer("id", "d.id"));

    private static final NamedSql COUNT = NamedSql.of("select count(*) as total from webhook");
    private static final PagedSql ALL = PagedSql.read("changes/webhook-shown", COUNT, Map.of("where", "true"));
    private static final NamedSql ONE = NamedSql.of(SqlFile.read("changes/webhook-shown", Map.of("where", "w.id = :id", "after", "",
            "total", "null::bigint")).text()).with("limit", 1).with("offset", 0);
    private static final NamedSql COUNT_DELIVERIES =
            NamedSql.of("select count(*) as total from webhook_delivery where webhook_id = :webhook");
    private static final PagedSql DELIVERIES = PagedSql.read("changes/webhook-deliveries", COUNT_DELIVERIES, Map.of());

    /** A webhook with its version. */
    record Found(WebhookView view, int version, long reached) {
    }

    private record Listed(WebhookView view, Long total) {
    }

    private record Tried(DeliveryView view, long id, Long total) {
    }

    private final SqlReader rows;
    private final Clock clock;

    WebhookRepository(SqlReader rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    Page<WebhookView> list(PageQuery query) {
        List<Listed> found = rows.read(ALL.page(query).with("now", clock.instant()),
                row -> new Listed(view(row), row.get("total", Long.class)));
        Page<Listed> page = query.page(found, () -> found.isEmpty()
                ? query.totalOfEmptyPage(() -> rows.count(COUNT)) : found.get(0).total,
                listed -> List.of(listed.view.createdAt(), listed.view.id()));
        return page.withItems(page.items().stream().map(Listed::view).toList());
    }

    /** @throws ProblemException 404 when there is none */
    Found get(UUID id) {
        return rows.read(ONE.with("id", id).with("now", clock.instant()),
                row -> new Found(view(row), row.get("version", Integer.class), row.get("reached", Long.class)))
                .stream().findFirst().orElseThrow(WebhookRepository::notFound);
    }

    static ProblemException notFound() {
        return Problem.of(ProblemType.NOT_FOUND, "There is no webhook with this id.").asException();
    }

    /** @throws ProblemException 404 when there is no such webhook */
    Page<DeliveryView> deliveries(UUID webhook, PageQuery query) {
        get(webhook);
        List<Tried> found = rows.read(DELIVERIES.page(query).with("webhook", webhook),
                row -> new Tried(delivery(row), row.get("id", Long.class), row.get("total", Long.class)));
        Page<Tried> page = query.page(found, () -> found.isEmpty()
                ? query.totalOfEmptyPage(() -> rows.count(COUNT_DELIVERIES.with("webhook", webhook))) : found.get(0).total,
                tried -> List.of(tried.view.triedAt(), tried.id));
        return page.withItems(page.items().stream().map(Tried::view).toList());
    }

    private static DeliveryView delivery(ResultRow row) {
        Long number = row.get("number", Long.class);
        return new DeliveryView(row.text("message_id"), row.text("event_type"), number == null ? null : Message.cursor(number),
                row.get("tried_at", Instant.class), row.get("tries", Integer.class), row.get("status", Integer.class),
                row.text("failure"), row.get("millis", Integer.class), row.get("next_try_at", Instant.class));
    }

    private static WebhookView view(ResultRow row) {
        Long replayTo = row.get("replay_to", Long.class);
        WebhookHealth health = new WebhookHealth(WebhookStatus.of(row.text("state")), row.text("reason"),
                Message.cursor(row.get("reached", Long.class)), row.get("behind", Long.class),
                replayTo == null ? null : Message.cursor(replayTo), row.get("failed_tries", Integer.class),
                row.get("failing_since", Instant.class), row.get("next_try_at", Instant.class),
                row.get("last_delivered_at", Instant.class), row.get("last_status", Integer.class), row.text("last_failure"));
        return new WebhookView(row.get("id", UUID.class), row.text("name"), row.text("url"), row.texts("event_types"),
                row.texts("categories"), row.texts("tags"), row.texts("directive_types"), row.get("ordered", Boolean.class),
                row.get("created_at", Instant.class), row.text("created_by"),
                row.texts("public_keys").stream().map(SigningKeys::publicKeyWords).collect(Collectors.toList()),
                row.get("former_until", Instant.class), health, null);
    }
}
