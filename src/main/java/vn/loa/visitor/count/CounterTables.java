package vn.loa.visitor.count;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import vn.loa.article.Site;
import vn.loa.visitor.Period;

/** Stores hits. What counts is decided in the database, so that it is the same whichever instance a hit comes to. */
@ApplicationScoped
public class CounterTables {

    /** A visitor after this long a silence is a new visit. */
    static final Duration VISIT_SILENCE = Duration.ofMinutes(30);
    /** A visitor's further views of an article count again after this long. */
    static final Duration VIEW_WINDOW = Duration.ofMinutes(30);
    /** A visitor is online for this long after each hit. */
    public static final Duration ONLINE_WINDOW = Duration.ofMinutes(5);
    /** A time that lies further ahead was written before the clock was set back. */
    public static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(1);

    private static final int SLOTS = 16;

    /**
     * Until the commit: an instance that vanishes in the middle of a batch, with its machine, must not hold its rows for
     * hours; and one that waits for such rows must not leave its statement waiting in the database when it gives up itself.
     */
    private static final String BEGIN = """
            select a.id
            from (select set_config('idle_in_transaction_session_timeout', '10s', true) as idle,
                         set_config('lock_timeout', '$waiting', true) as waiting) limits
            left join article a on a.id = any (?) and a.state in ('published', 'withdrawn')
            where idle is not null and waiting is not null"""
            .replace("$waiting", HitStore.LOCK_TIMEOUT_MILLIS + "ms");

    private static final String NEW_HITS = """
            insert into visit_hit (id, day) select id, ? from unnest(?) as asked (id) on conflict do nothing returning id""";

    /** Takes them out of the day before, so that they are online once. In the order in which all rows are locked. */
    private static final String GO_ON = """
            update visitor_state s set moved = true
            from (select odd, visitor from visitor_state where odd = ? and visitor = any (?) and last_seen > ? and not moved
                order by visitor for update) l
            where s.odd = l.odd and s.visitor = l.visitor returning s.visitor""";

    private static final String COUNTED_BEFORE =
            "select view, counted from view_state where odd = ? and view = any (?)";

    /**
     * One statement for all the hits of a second. `today` is empty, and nothing is stored, when the key is not the one
     * that all instances have agreed upon. (Of the key only a hash is sent: servers may log what slow statements are
     * given.) Rows that stay as they are, of a view that has been counted or a visitor who was here in the same second, are
     * not written. Without hits it only tells when visitors were seen last, which other instances may know better; where
     * the row is further behind than an instance trusts its memory, a clock was set back. The planner does not know how long
     * the lists are: nothing in here may depend on its choosing well, which is why `counted` asks in a way that can only be
     * hashed. It names the half of the tables, which is found faster so.
     */
    private static final String COUNT = """
            with now as (select ?::date as day, ?::bytea as key_hash, ?::timestamptz as hour, ?::smallint as slot,
                                ?::bigint as hits),
            today as (
                select now.* from now join visitor_key_$half k on k.day = now.day and sha256(k.key) = now.key_hash),
            seen as (
                insert into visitor_state_$half as s (odd, visitor, last_seen, moved, new_visitor, new_visit)
                select $odd, c.visitor, c.at, false, hits > 0, hits > 0 and not c.goes_on
                from today, unnest(?::bigint[], ?::bigint[], ?::boolean[]) as c (visitor, at, goes_on)
                on conflict (visitor) do update set
                    new_visitor = false,
                    new_visit = s.last_seen <= excluded.last_seen - $silence,
                    last_seen = excluded.last_seen
                where s.last_seen < excluded.last_seen
                        and (excluded.new_visitor or s.last_seen > excluded.last_seen - $trusted)
                    or excluded.new_visitor and s.last_seen > excluded.last_seen + $difference
                returning s.visitor, s.new_visitor, s.new_visit),
            asked as materialized (
                select * from unnest(?::bigint[], ?::bigint[], ?::boolean[], ?::uuid[]) as v (view, at, goes_on, article_id)),
            viewed as (
                insert into view_state_$half as s (odd, view, counted, new_view)
                select $odd, v.view, v.at, not v.goes_on from today, asked v
                on conflict (view) do update set
                    new_view = s.counted <= excluded.counted - $window,
                    counted = excluded.counted
                where s.counted <= excluded.counted - $window or s.counted > excluded.counted + $difference
                returning s.view, s.new_view),
            counted as (
                select article_id, count(*) as views from asked
                where (view in (select view from viewed where new_view)) is true
                group by article_id order by article_id),
            site as (
                insert into site_hour as h (hour, slot, day, visits, visitors, hits, views)
                select hour, slot, day, (select count(*) from seen where new_visit),
                       (select count(*) from seen where new_visitor), hits,
                       (select coalesce(sum(views), 0) from counted)
                from today where hits > 0
                on conflict (hour, slot) do update set
                    visits = h.visits + excluded.visits, visitors = h.visitors + excluded.visitors,
                    hits = h.hits + excluded.hits, views = h.views + excluded.views),
            hours as (
                insert into article_hour as h (article_id, hour, slot, day, views)
                select c.article_id, t.hour, t.slot, t.day, c.views from counted c, today t
                on conflict (article_id, hour, slot) do update set views = h.views + excluded.views),
            totals as (
                insert into article_views as t (article_id, slot, views)
                select c.article_id, today.slot, c.views from counted c, today
                on conflict (article_id, slot) do update set views = t.views + excluded.views)
            select exists (select from today), array(select visitor from seen where new_visitor),
                   array(select view from viewed where new_view)"""
            .replace("$silence", String.valueOf(VISIT_SILENCE.toSeconds()))
            .replace("$trusted", String.valueOf(PresenceCache.TRUSTED))
            .replace("$window", String.valueOf(VIEW_WINDOW.toSeconds()))
            .replace("$difference", String.valueOf(CLOCK_DIFFERENCE.toSeconds()));
    private static final String COUNT_ODD = COUNT.replace("$odd", "true").replace("$half", "odd");
    private static final String COUNT_EVEN = COUNT.replace("$odd", "false").replace("$half", "even");

    private final Site site;
    /** Two instances may have the same one: then they wait for each other's commits, and count as exactly. */
    private final int slot = new SecureRandom().nextInt(SLOTS);

    CounterTables(Site site) {
        this.site = site;
    }

    /** The first statement of a batch, which finds those of these articles that the public may read. */
    Set<UUID> begin(Collection<UUID> articles, Connection database) throws SQLException {
        try (PreparedStatement select = database.prepareStatement(BEGIN)) {
            select.setArray(1, uuids(database, articles.stream()));
            return ids(select);
        }
    }

    /** Those of these hits that have not been stored before. */
    Set<UUID> firstTime(Collection<UUID> ids, DayKey key, Connection database) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement(NEW_HITS)) {
            insert.setObject(1, key.day());
            insert.setArray(2, uuids(database, ids.stream().sorted()));
            return ids(insert);
        }
    }

    private static Set<UUID> ids(PreparedStatement statement) throws SQLException {
        Set<UUID> ids = new HashSet<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    /** Just after midnight: tells the batch which visits and views go on from the day before. */
    void carryOver(Batch batch, Connection database) throws SQLException {
        try (PreparedStatement update = database.prepareStatement(GO_ON)) {
            update.setBoolean(1, !batch.key.odd());
            update.setArray(2, longs(database, batch.visitorsBefore()));
            update.setLong(3, batch.at - VISIT_SILENCE.toSeconds());
            try (ResultSet rows = update.executeQuery()) {
                while (rows.next()) {
                    batch.visitGoesOn(rows.getLong(1));
                }
            }
        }
        try (PreparedStatement select = database.prepareStatement(COUNTED_BEFORE)) {
            select.setBoolean(1, !batch.key.odd());
            select.setArray(2, longs(database, batch.viewsBefore()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    batch.viewCountedBefore(rows.getLong(1), rows.getLong(2));
                }
            }
        }
    }

    /** Who is new on this day, and which views count. */
    record News(Set<Long> visitors, Set<Long> views) {
    }

    static final News NOTHING_NEW = new News(Set.of(), Set.of());

    /** Stores a batch, up to the commit. Empty, and nothing stored, when the key is not the agreed one. */
    Optional<News> count(Batch batch, Connection database) throws SQLException {
        try (PreparedStatement count = database.prepareStatement(batch.key.odd() ? COUNT_ODD : COUNT_EVEN)) {
            count.setObject(1, batch.key.day());
            count.setBytes(2, batch.key.fingerprint());
            count.setObject(3, Period.hourOf(batch.instant(), site.zone()).atOffset(ZoneOffset.UTC));
            count.setInt(4, slot);
            count.setLong(5, batch.hits.size());
            count.setArray(6, longs(database, batch.visitors.keySet().stream()));
            count.setArray(7, longs(database, batch.visitors.values().stream().map(came -> came.at)));
            count.setArray(8, booleans(database, batch.visitors.values().stream().map(came -> came.goesOn)));
            count.setArray(9, longs(database, batch.views.keySet().stream()));
            count.setArray(10, longs(database, batch.views.values().stream().map(read -> read.at)));
            count.setArray(11, booleans(database, batch.views.values().stream().map(read -> read.goesOn)));
            count.setArray(12, uuids(database, batch.views.values().stream().map(read -> read.article)));
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getBoolean(1)
                        ? Optional.of(new News(longs(row.getArray(2)), longs(row.getArray(3)))) : Optional.empty();
            }
        }
    }

    // Arrays of these types are sent as bytes, all others as text.
    private static Array longs(Connection database, Stream<Long> values) throws SQLException {
        return database.createArrayOf("int8", values.toArray(Long[]::new));
    }

    private static Set<Long> longs(Array values) throws SQLException {
        return new HashSet<>(Arrays.asList((Long[]) values.getArray()));
    }

    private static Array booleans(Connection database, Stream<Boolean> values) throws SQLException {
        return database.createArrayOf("bool", values.toArray(Boolean[]::new));
    }

    private static Array uuids(Connection database, Stream<UUID> values) throws SQLException {
        return database.createArrayOf("uuid", values.toArray());
    }
}
