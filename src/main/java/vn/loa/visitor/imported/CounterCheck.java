package vn.loa.visitor.imported;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.loa.article.ArticleAddress;
import vn.loa.article.Site;
import vn.loa.problem.FieldErrors;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/** Finds what is wrong with counters that an admin sends, each fault under the pointer of its item. */
@Startup
@ApplicationScoped
class CounterCheck {

    private static final NamedSql KNOWN = SqlFile.read("visitor/known-articles");
    /** No site counted anything before the web began. */
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

    private final SqlReader rows;
    private final Site site;
    private final Clock clock;

    CounterCheck(SqlReader rows, Site site, Clock clock) {
        this.rows = rows;
        this.site = site;
        this.clock = clock;
    }

    private record Counted(UUID article, LocalDate day) {
    }

    /** One statement. */
    List<ImportedViews> views(List<ViewsRequest.Item> items, FieldErrors errors) {
        List<ArticleAddress> addresses = items.stream().map(item -> item == null || item.article() == null ? null
                : ArticleAddress.fromString(item.article())).toList();
        Map<ArticleAddress, UUID> known = known(addresses);
        Set<Counted> named = new HashSet<>();
        List<ImportedViews> views = new ArrayList<>();
        for (int i = 0; i < items.size() && !errors.isFull(); i++) {
            ViewsRequest.Item item = items.get(i);
            String pointer = "/items/" + i;
            if (item == null) {
                errors.add(pointer, "not-null", "must not be null");
                continue;
            }
            UUID article = addresses.get(i) == null ? null : known.get(addresses.get(i));
            if (article == null) {
                errors.add(pointer + "/article", item.article() == null ? "required" : "not-found",
                        item.article() == null ? "must be given" : "is no article that is published");
            }
            requireOver(pointer + "/day", item.day(), errors);
            requireCount(pointer + "/views", item.views(), true, errors);
            if (article != null && !named.add(new Counted(article, item.day()))) {
                errors.add(pointer, "repeated", "is in another item, too");
            }
            if (article != null && item.views() != null) {
                views.add(new ImportedViews(article, item.day(), item.views()));
            }
        }
        return views;
    }

    List<SiteDay> days(List<DaysRequest.Item> items, FieldErrors errors) {
        Set<LocalDate> named = new HashSet<>();
        List<SiteDay> days = new ArrayList<>();
        for (int i = 0; i < items.size() && !errors.isFull(); i++) {
            DaysRequest.Item item = items.get(i);
            String pointer = "/items/" + i;
            if (item == null) {
                errors.add(pointer, "not-null", "must not be null");
                continue;
            }
            if (item.day() == null) {
                errors.add(pointer + "/day", "required", "must be given");
            } else if (!named.add(item.day())) {
                errors.add(pointer + "/day", "repeated", "is in another item, too");
            }
            requireOver(pointer + "/day", item.day(), errors);
            requireCount(pointer + "/visits", item.visits(), true, errors);
            requireCount(pointer + "/visitors", item.visitors(), false, errors);
            requireCount(pointer + "/hits", item.hits(), false, errors);
            if (item.day() != null && item.visits() != null) {
                days.add(new SiteDay(item.day(), item.visits(), orZero(item.visitors()), orZero(item.hits())));
            }
        }
        return days;
    }

    private static long orZero(Long count) {
        return count == null ? 0 : count;
    }

    private void requireOver(String pointer, LocalDate day, FieldErrors errors) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), site.zone());
        if (day != null && (!day.isBefore(today) || day.isBefore(EARLIEST))) {
            errors.add(pointer, "out-of-range", "must be before today, " + today + ", and not before " + EARLIEST);
        }
    }

    private static void requireCount(String pointer, Long count, boolean needed, FieldErrors errors) {
        if (count == null && needed) {
            errors.add(pointer, "required", "must be given");
        } else if (count != null && (count < 0 || count > ImportedCounters.MOST)) {
            errors.add(pointer, "out-of-range", "must be from 0 to " + ImportedCounters.MOST);
        }
    }

    private Map<ArticleAddress, UUID> known(List<ArticleAddress> addresses) {
        Set<UUID> ids = new HashSet<>();
        Set<String> slugs = new HashSet<>();
        for (ArticleAddress address : addresses) {
            if (address != null && address.id() != null) {
                ids.add(address.id());
            } else if (address != null && address.slug() != null) {
                slugs.add(address.slug().value());
            }
        }
        Map<ArticleAddress, UUID> known = new HashMap<>();
        rows.each(KNOWN.with("ids", ids).with("slugs", slugs), row ->
                known.put(ArticleAddress.fromString(row.text("address")), row.get("id", UUID.class)));
        return known;
    }
}
