package vn.loa.visitor.count;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.loa.article.Site;

/**
 * The keys of today and, just after midnight, of yesterday: in memory, and in an unlogged table from which the
 * instances have the same ones. Whoever needs a day's key first makes it.
 */
@ApplicationScoped
public class DayKeys {

    /** A visit that began before midnight goes on within 30 minutes; the rest is for clocks that are not the same. */
    static final Duration OVERLAP = Duration.ofMinutes(35);

    private static final int[] HALVES = {0, 1};
    /** Made by the server, from its strong random numbers: what it is sent it might write to a log. */
    private static final String NEW_KEY = """
            insert into visitor_key (odd, day, key)
            values (?, ?, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) on conflict do nothing""";
    private static final String[] TABLES = {"visitor_key", "visitor_state", "view_state"};

    private final Site site;
    private final Map<LocalDate, DayKey> keys = new ConcurrentHashMap<>();

    public DayKeys(Site site) {
        this.site = site;
    }

    /** The day's key. Commits when it has made one. */
    DayKey of(LocalDate day, Instant now, Connection database) throws SQLException {
        DayKey known = keys.get(day);
        if (known != null) {
            return known;
        }
        // What an earlier day left in the same half goes first, while it can go as a whole.
        forget(now, database);
        return agree(day, database);
    }

    /** The key of the day before, while a visit can go on from it and anybody was here. */
    Optional<DayKey> before(LocalDate day, Instant now, Connection database) throws SQLException {
        if (now.isAfter(startOf(day).plus(OVERLAP))) {
            return Optional.empty();
        }
        LocalDate yesterday = day.minusDays(1);
        // Each time: whoever had no hits since the database lost it may have one that others did not agree upon.
        byte[] stored = read(yesterday, database);
        database.commit();
        return stored == null ? Optional.empty() : Optional.of(remember(yesterday, stored));
    }

    /** The table does not have the key: it was emptied by a crash, or another instance has made another key since. */
    void agreeAnew(DayKey key, Connection database) throws SQLException {
        keys.remove(key.day());
        agree(key.day(), database);
    }

    private DayKey agree(LocalDate day, Connection database) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement(NEW_KEY)) {
            insert.setBoolean(1, DayKey.odd(day));
            insert.setObject(2, day);
            insert.executeUpdate();
        }
        byte[] agreed = read(day, database);
        database.commit();
        return remember(day, agreed);
    }

    private DayKey remember(LocalDate day, byte[] key) {
        return keys.merge(day, new DayKey(day, key), (old, fresh) -> old.hasBytes(key) ? old : fresh);
    }

    private static byte[] read(LocalDate day, Connection database) throws SQLException {
        try (PreparedStatement select = database.prepareStatement(
                "select key from visitor_key where odd = ? and day = ?")) {
            select.setBoolean(1, DayKey.odd(day));
            select.setObject(2, day);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getBytes(1) : null;
            }
        }
    }

    /** Destroys the keys in memory of the days that are over. Needs no database. */
    public void forgetInMemory(Instant now) {
        keys.values().removeIf(key -> {
            boolean over = isOver(key.day(), now);
            if (over) {
                key.destroy();
            }
            return over;
        });
    }

    /** Destroys the keys and hashes of the days that are over, with the files that they were in. */
    public void forget(Instant now, Connection database) throws SQLException {
        List<LocalDate> current = current(now);
        for (int half : HALVES) {
            List<LocalDate> days = days(half == 1, database);
            if (!days.isEmpty() && days.stream().noneMatch(current::contains)) {
                truncate(half == 1, current, database);
            } else {
                days.removeAll(current);
                delete(days, database);
            }
            database.commit();
        }
    }

    /** A current day has the same half, because clocks went back and forth: without their keys the hashes are noise. */
    private static void delete(List<LocalDate> days, Connection database) throws SQLException {
        for (LocalDate day : days) {
            try (PreparedStatement delete = database.prepareStatement("delete from visitor_key where odd = ? and day = ?")) {
                delete.setBoolean(1, DayKey.odd(day));
                delete.setObject(2, day);
                delete.executeUpdate();
            }
        }
    }

    private static List<LocalDate> days(boolean odd, Connection database) throws SQLException {
        List<LocalDate> days = new ArrayList<>();
        try (PreparedStatement select = database.prepareStatement("select day from visitor_key where odd = ?")) {
            select.setBoolean(1, odd);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    days.add(rows.getObject(1, LocalDate.class));
                }
            }
        }
        return days;
    }

    /** In the order in which a batch of hits uses them. Hits do not wait long for it: it tries again in a minute. */
    private static void truncate(boolean odd, List<LocalDate> current, Connection database) throws SQLException {
        String half = odd ? "odd" : "even";
        try (Statement statement = database.createStatement()) {
            statement.execute("set local lock_timeout = '1s'");
            statement.execute("lock table visitor_key_" + half + " in access exclusive mode");
            // Another instance may have done it meanwhile, and begun a day of its own there.
            if (days(odd, database).stream().anyMatch(current::contains)) {
                return;
            }
            for (String table : TABLES) {
                statement.execute("truncate " + table + "_" + half);
            }
        }
    }

    /** Today, tomorrow as other instances' clocks may have it, and yesterday as long as its visits may go on. */
    private List<LocalDate> current(Instant now) {
        LocalDate today = day(now);
        return now.isAfter(startOf(today).plus(OVERLAP))
                ? List.of(today, today.plusDays(1)) : List.of(today.minusDays(1), today, today.plusDays(1));
    }

    /** Whether nothing may be kept of the day's visitors any more. */
    boolean isOver(LocalDate day, Instant now) {
        return !current(now).contains(day);
    }

    public LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, site.zone());
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(site.zone()).toInstant();
    }
}
