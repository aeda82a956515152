package vn.loa.imports.legacy;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import vn.loa.listing.ListField;
import vn.loa.listing.Page;
import vn.loa.listing.PageQuery;
import vn.loa.listing.PagedSql;
import vn.loa.listing.SortOrder;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;

/** Stores and finds old addresses. */
@Startup
@ApplicationScoped
class OldAddressRepository {

    static final SortOrder NEWEST_FIRST = SortOrder.descending(ListField.id("o.id"));

    private static final NamedSql LEADS_TO = SqlFile.read("imports/old-address-leads-to");
    private static final NamedSql RECORDED = SqlFile.read("imports/old-addresses-recorded");
    private static final NamedSql MAP = SqlFile.read("imports/old-address-map");

    private static final Shown ALL = Shown.of("true");
    private static final Shown OF_TARGET = Shown.of("(o.article_id = :target or o.category_id = :target or o.media_id = :target)");

    /** The statements of a list. */
    private record Shown(PagedSql page, NamedSql count) {

        static Shown of(String where) {
            NamedSql count = NamedSql.of("select count(*) as total from old_address o where " + where);
            return new Shown(PagedSql.read("imports/old-addresses", count, Map.of("where", where)), count);
        }
    }

    /** A recorded address. */
    record Recorded(UUID id, String address, String key, Instant at, Place place) {
    }

    /**
     * What an address leads to. The components of the other kinds are null.
     *
     * @param articleState of the article
     * @param fileIsPublic whether the public may read the file; false where that was not looked up
     */
    record Place(UUID article, String articleSlug, String articleState, UUID category, String categorySlug, UUID file, boolean fileIsPublic) {

        /** Of which no more is known. */
        static Place ofArticle(UUID article) {
            return new Place(article, null, null, null, null, null, false);
        }

        /** Of which no more is known. */
        static Place ofFile(UUID file) {
            return new Place(null, null, null, null, null, file, false);
        }

        boolean isSame(Place other) {
            return Objects.equals(article, other.article) && Objects.equals(category, other.category) && Objects.equals(file, other.file);
        }
    }

    /**
     * Where readers who ask for an address are sent.
     *
     * @param place at the end of all redirects
     * @param article to which the address was given
     * @param removal why that article was removed; null when it was not
     */
    record Way(Place place, UUID article, String removal, Instant removedAt) {
    }

    /** An address of a map, and whether another one equals it but for its case. */
    record Mapped(Recorded recorded, boolean alike) {
    }

    private record Listed(Recorded recorded, Long total) {
    }

    private final SqlReader rows;
    private final SqlWriter changes;

    OldAddressRepository(SqlReader rows, SqlWriter changes) {
        this.rows = rows;
        this.changes = changes;
    }

    /** @param target the article, category or file to which they lead; null for all */
    Page<Recorded> list(PageQuery query, UUID target) {
        Shown shown = target == null ? ALL : OF_TARGET;
        List<Listed> found = rows.read(with(shown.page.page(query), target),
                row -> new Listed(recorded(row), row.get("total", Long.class)));
        Page<Listed> page = query.page(found, () -> found.isEmpty()
                ? query.totalOfEmptyPage(() -> rows.count(with(shown.count, target))) : found.get(0).total,
                listed -> List.of(listed.recorded.id()));
        return page.withItems(page.items().stream().map(Listed::recorded).toList());
    }

    private static NamedSql with(NamedSql sql, UUID target) {
        return target == null ? sql : sql.with("target", target);
    }

    /** In one statement. */
    Optional<Way> way(String key) {
        return rows.read(LEADS_TO.with("key", key), row -> new Way(
                new Place(row.get("last_id", UUID.class), row.text("last_slug"), row.text("last_state"),
                        row.get("category_id", UUID.class), row.text("category_slug"), row.get("media_id", UUID.class), row.get("media_public", Boolean.class)),
                row.get("article_id", UUID.class), row.text("removal_explanation"), row.get("removed_at", Instant.class)))
                .stream().findFirst();
    }

    /** What these keys lead to now, by key; their slugs are not read. */
    Map<String, Place> places(Collection<String> keys) {
        Map<String, Place> places = new HashMap<>();
        rows.each("select address_key, article_id, category_id, media_id from old_address where address_key = any (?)",
                row -> places.put(row.text("address_key"), new Place(row.get("article_id", UUID.class), null, null,
                        row.get("category_id", UUID.class), null, row.get("media_id", UUID.class), false)), keys);
        return places;
    }

    /**
     * Records addresses, but for those that are recorded.
     *
     * @return how many were not
     */
    int record(List<UUID> ids, Map<OldAddress, Place> addresses, Map<OldAddress, String> asGiven, Instant now) {
        List<Place> places = List.copyOf(addresses.values());
        return changes.update(RECORDED.with("ids", ids)
                .with("keys", addresses.keySet().stream().map(OldAddress::key).toList())
                .with("addresses", addresses.keySet().stream().map(asGiven::get).toList())
                .with("articles", places.stream().map(Place::article).toList())
                .with("categories", places.stream().map(Place::category).toList())
                .with("files", places.stream().map(Place::file).toList()).with("now", now));
    }

    /** @return the deleted address; empty when there is none */
    Optional<String> delete(UUID id) {
        List<String> address = rows.read("select address from old_address where id = ?", row -> row.text("address"), id);
        return changes.update(NamedSql.of("delete from old_address where id = :id").with("id", id)) == 0 ? Optional.empty()
                : address.stream().findFirst();
    }

    /** The addresses behind one, in the order in which they were recorded. */
    List<Mapped> behind(UUID id, int limit) {
        return rows.read(MAP.with("after", id).with("limit", limit),
                row -> new Mapped(recorded(row), row.get("alike", Boolean.class)));
    }

    private static Recorded recorded(ResultRow row) {
        return new Recorded(row.get("id", UUID.class), row.text("address"), row.text("address_key"), row.get("recorded_at", Instant.class),
                new Place(row.get("article_id", UUID.class), row.text("article_slug"), row.text("article_state"),
                        row.get("category_id", UUID.class), row.text("category_slug"), row.get("media_id", UUID.class),
                        row.get("media_public", Boolean.class)));
    }
}
