package vn.loa.visitor;

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

/** Stores hits. What counts is decided in the database, so that it is the same whichever instance a hit comes to. */
@ApplicationScoped
class CounterTables {

    /** A visitor after this long a silence is a new visit. */
    static final Duration VISIT_SILENCE = Duration.ofMinutes(30);
    /** A visitor's further views of an article count again after this long. */
    static final Duration VIEW_WINDOW = Duration.ofMinutes(30);
    /** A visitor is online for this long after each hit. */
    static final Duration ONLINE_WINDOW = Duration.ofMinutes(5);
    /** A time that lies further ahead was written before the clock was set back. */
    static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(1);

    private static final int SLOTS = 16;

    private static final String PUBLISHED =
            "select id from article where id = any (?) and state in ('published', 'withdrawn')";

    private static final String NEW_HITS = """
            insert into visit_hit (id, day) select id, ? from unnest(?) as asked (id) on conflict do nothing returning id""";

    /** Takes them out of the day before, so that they are online once. */
    private static final String GO_ON = """
            update visitor_state set moved = true
            where odd = ? and visitor = any (?) and last_seen > ? and not moved returning visitor""";

    private static final String COUNTED_BEFORE =
            "select view, counted from view_state where odd = ? and view = any (?)";

    /**
     * One statement for all the hits of a second. `today` is empty, and nothing is stored, when the key is not the one
     * that all instances have agreed upon. (Of the key only a hash is sent: servers may log what slow statements are
     * given.) The planner does not know how long the lists are: nothing in here may depend
     * on its choosing well, which is why `counted` asks in a way that can only be hashed.
     */
    private static final String COUNT = """
            with now as (select ?::boolean as odd, ?::date as day, ?::bytea as key_hash, ?::bigint as at,
                                ?::timestamptz as hour, ?::smallint as slot, ?::bigint as hits),
            today as (
                select now.* from now join visitor_key k on k.odd = now.odd and k.day = now.day and sha256(k.key) = now.key_hash),
            seen as (
                insert into visitor_state as s (odd, visitor, last_seen, moved, new_visitor, new_visit)
                select odd, c.visitor, at, false, true, not c.goes_on
                from today, unnest(?::uuid[], ?::boolean[]) as c (visitor, goes_on)
                on conflict (odd, visitor) do update set
                    new_visitor = false,
                    new_visit = s.last_seen <= excluded.last_seen - $silence,
                    last_seen = case when s.last_seen > excluded.last_seen + $difference then excluded.last_seen
                                     else greatest(s.last_seen, excluded.last_seen) end
                returning s.visitor, s.new_visitor, s.new_visit),
            viewed as (
                insert into view_state as s (odd, view, counted, new_view)
                select odd, v.view, v.at, not v.goes_on
                from today, unnest(?::uuid[], ?::bigint[], ?::boolean[]) as v (view, at, goes_on)
                on conflict (odd, view) do update set
                    new_view = s.counted <= excluded.counted - $window,
                    counted = case when s.counted <= excluded.counted - $window
                                     or s.counted > excluded.counted + $difference then excluded.counted
                                   else s.counted end
                returning s.view, s.new_view),
            counted as (
                select v.article_id, count(*) as views from unnest(?::uuid[], ?::uuid[]) as v (view, article_id)
                where (v.view in (select view from viewed where new_view)) is true
                group by v.article_id order by v.article_id),
            site as (
                insert into site_hour as h (hour, slot, day, visits, visitors, hits, views)
                select hour, slot, day, (select count(*) from seen where new_visit),
                       (select count(*) from seen where new_visitor), hits,
                       (select coalesce(sum(views), 0) from counted)
                from today
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
            select exists (select from today), array(select visitor from seen where new_visitor)"""
            .replace("$silence", String.valueOf(VISIT_SILENCE.toSeconds()))
            .replace("$window", String.valueOf(VIEW_WINDOW.toSeconds()))
            .replace("$difference", String.valueOf(CLOCK_DIFFERENCE.toSeconds()));

    private final Site site;
    /** Two instances may have the same one: then they wait for each other's commits, and count as exactly. */
    private final int slot = new SecureRandom().nextInt(SLOTS);

    CounterTables(Site site) {
        this.site = site;
    }

    /** Those of these articles that the public may read. */
    Set<UUID> published(Collection<UUID> articles, Connection database) throws SQLException {
        try (PreparedStatement select = database.prepareStatement(PUBLISHED)) {
            select.setArray(1, array(database, "uuid", articles.stream()));
            return ids(select);
        }
    }

    /** Those of these hits that have not been stored before. */
    Set<UUID> firstTime(Collection<UUID> ids, DayKey key, Connection database) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement(NEW_HITS)) {
            insert.setObject(1, key.day());
            insert.setArray(2, array(database, "uuid", ids.stream().sorted()));
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
            update.setArray(2, array(database, "uuid", batch.visitorsBefore()));
            update.setLong(3, batch.at - VISIT_SILENCE.toSeconds());
            ids(update).forEach(batch::visitGoesOn);
        }
        try (PreparedStatement select = database.prepareStatement(COUNTED_BEFORE)) {
            select.setBoolean(1, !batch.key.odd());
            select.setArray(2, array(database, "uuid", batch.viewsBefore()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    batch.viewCountedBefore(rows.getObject(1, UUID.class), rows.getLong(2));
                }
            }
        }
    }

    /** Stores a batch, up to the commit. Empty, and nothing stored, when the key is not the agreed one; else who is new. */
    Optional<Set<UUID>> count(Batch batch, Connection database) throws SQLException {
        try (PreparedStatement count = database.prepareStatement(COUNT)) {
            count.setBoolean(1, batch.key.odd());
            count.setObject(2, batch.key.day());
            count.setBytes(3, batch.key.fingerprint());
            count.setLong(4, batch.at);
            count.setObject(5, Period.hourOf(batch.instant(), site.zone()).atOffset(ZoneOffset.UTC));
            count.setInt(6, slot);
            count.setLong(7, batch.hits.size());
            count.setArray(8, array(database, "uuid", batch.visitors.keySet().stream()));
            count.setArray(9, array(database, "bool", batch.visitors.values().stream().map(came -> came.goesOn)));
            Array views = array(database, "uuid", batch.views.keySet().stream());
            count.setArray(10, views);
            count.setArray(11, array(database, "int8", batch.views.values().stream().map(read -> read.at)));
            count.setArray(12, array(database, "bool", batch.views.values().stream().map(read -> read.goesOn)));
            count.setArray(13, views);
            count.setArray(14, array(database, "uuid", batch.views.values().stream().map(read -> read.article)));
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getBoolean(1) ? Optional.of(uuids(row.getArray(2))) : Optional.empty();
            }
        }
    }

    private static Array array(Connection database, String type, Stream<?> values) throws SQLException {
        return database.createArrayOf(type, values.toArray());
    }

    private static Set<UUID> uuids(Array array) throws SQLException {
        return new HashSet<>(Arrays.asList((UUID[]) array.getArray()));
    }
}
