package vn.loa.search.known;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.loa.category.ArticleCategories;
import vn.loa.category.ArticleCategory;
import vn.loa.search.index.EntryText.Labels;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/**
 * What searches have read of the public content, in memory. A search reads the stamp of the content together with its matches,
 * and what was read under the same stamp is still true: the stamp is another one after every change. Under another stamp all
 * is forgotten.
 */
@Startup
@ApplicationScoped
public class KnownContent {

    /** When so many entries are kept, about 14 MB, they are forgotten. */
    private static final int MOST_ENTRIES = 20_000;
    private static final int MOST_CATEGORIES = 5_000;
    /** Queries that match nothing. */
    private static final int MOST_UNMATCHED = 1_000;
    private static final NamedSql ENTRIES = SqlFile.read("search/known-entries");
    private static final NamedSql CATEGORIES = NamedSql.of("select k.category_id, " + ArticleCategories.COLUMNS_WITH_PATH
            + ", (select stamp from public_moments) as stamp from article_category k where k.category_id = any ((select :categories::uuid[])::uuid[])");

    /** @param unmatched queries that match no entry */
    private record Known(UUID stamp, long table, Map<Long, KnownEntry> entries, Map<UUID, ArticleCategory> categories, Set<String> unmatched) {

        static Known nothing(UUID stamp, long table) {
            return new Known(stamp, table, new ConcurrentHashMap<>(), new ConcurrentHashMap<>(),
                    Collections.synchronizedSet(Collections.newSetFromMap(new LastUsed<>(MOST_UNMATCHED))));
        }

        boolean isOf(UUID theStamp, long theTable) {
            return theStamp.equals(stamp) && theTable == table;
        }
    }

    private final SqlReader rows;
    private final ArticleCategories names;
    private volatile Known entries = Known.nothing(null, 0);
    private volatile Known categories = Known.nothing(null, 0);

    KnownContent(SqlReader rows, ArticleCategories names) {
        this.rows = rows;
        this.names = names;
    }

    /**
     * Those of the entries that are there, by their ids.
     *
     * @param stamp of the content that was searched
     * @param table of the entries, by its oid: ids begin anew in another table
     */
    public Map<Long, KnownEntry> entries(Collection<Long> ids, UUID stamp, long table) {
        Known known = present(stamp, table);
        Map<Long, KnownEntry> found = new HashMap<>(ids.size() * 2);
        List<Long> missing = new ArrayList<>();
        for (Long id : ids) {
            KnownEntry entry = known.entries.get(id);
            if (entry == null) {
                missing.add(id);
            } else {
                found.put(id, entry);
            }
        }
        if (!missing.isEmpty()) {
            read(missing, known, found);
        }
        return found;
    }

    private Known present(UUID stamp, long table) {
        Known present = entries;
        if (present.isOf(stamp, table) && present.entries.size() < MOST_ENTRIES) {
            return present;
        }
        Known fresh = Known.nothing(stamp, table);
        entries = fresh;
        return fresh;
    }

    private void read(List<Long> ids, Known known, Map<Long, KnownEntry> found) {
        Map<String, Labels> labels = new HashMap<>();
        Map<String, Statuses> statuses = new HashMap<>();
        rows.each(ENTRIES.with("ids", ids).with("table", known.table), row -> {
            KnownEntry entry = new KnownEntry(row.get("id", Long.class), row.get("article_id", UUID.class), row.get("section_id", Long.class),
                    row.get("part", Integer.class), row.get("published_at", Instant.class),
                    labels.computeIfAbsent(row.text("labels"), Labels::read), statuses.computeIfAbsent(row.text("statuses"), Statuses::read));
            found.put(entry.id(), entry);
            if (known.stamp.equals(row.get("stamp", UUID.class))) {
                known.entries.put(entry.id(), entry);
            }
        });
    }

    /** Whether it is known that a query matches no entry, if entries of this stamp were read last. */
    public boolean isUnmatched(String tsquery, UUID stamp) {
        Known known = entries;
        return stamp != null && stamp.equals(known.stamp) && known.unmatched.contains(tsquery);
    }

    /** Keeps that a query matches no entry, if entries of this stamp were read last. */
    public void putUnmatched(String tsquery, UUID stamp) {
        Known known = entries;
        if (stamp != null && stamp.equals(known.stamp)) {
            known.unmatched.add(tsquery);
        }
    }

    /**
     * Those of the categories that are there, with their paths, by their identities.
     *
     * @param stamp of the content that was searched
     */
    public Map<UUID, ArticleCategory> categories(Collection<UUID> identities, UUID stamp) {
        Map<UUID, ArticleCategory> found = new HashMap<>();
        if (identities.isEmpty()) {
            return found;
        }
        Known known = categories;
        if (!stamp.equals(known.stamp) || known.categories.size() >= MOST_CATEGORIES) {
            known = Known.nothing(stamp, 0);
            categories = known;
        }
        for (UUID identity : identities) {
            ArticleCategory category = known.categories.get(identity);
            if (category != null) {
                found.put(identity, category);
            }
        }
        List<UUID> missing = identities.stream().filter(identity -> !found.containsKey(identity)).toList();
        if (!missing.isEmpty()) {
            Map<UUID, ArticleCategory> kept = known.categories;
            rows.each(CATEGORIES.with("categories", missing), row -> {
                UUID identity = row.get("category_id", UUID.class);
                found.put(identity, names.read(row));
                if (stamp.equals(row.get("stamp", UUID.class))) {
                    kept.put(identity, found.get(identity));
                }
            });
        }
        return found;
    }
}
