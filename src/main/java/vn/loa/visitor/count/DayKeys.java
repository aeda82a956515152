package vn.loa.visitor.count;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.loa.article.Site;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ShortTransaction;

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
    private static final NamedSql NEW_KEY = NamedSql.of("insert into visitor_key (odd, day, key) values "
            + "(:odd, :day, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) on conflict do nothing");
    private static final NamedSql KEY = NamedSql.of("select key from visitor_key where odd = :odd and day = :day");
    private static final NamedSql DAYS = NamedSql.of("select day from visitor_key where odd = :odd");
    private static final NamedSql DELETE = NamedSql.of("delete from visitor_key where odd = :odd and day = :day");
    private static final String[] TABLES = {"visitor_key", "visitor_state", "view_state"};

    private final Site site;
    private final Map<LocalDate, DayKey> keys = new ConcurrentHashMap<>();

    public DayKeys(Site site) {
        this.site = site;
    }

    /** The day's key. Commits when it has made one. */
    DayKey of(LocalDate day, Instant now, ShortTransaction database) {
        DayKey known = keys.get(day);
        if (known != null) {
            return known;
        }
        // What an earlier day left in the same half goes first, while it can go as a whole.
        forget(now, database);
        return agree(day, database);
    }

    /** The key of the day before, while a visit can go on from it and anybody was here. */
    Optional<DayKey> before(LocalDate day, Instant now, ShortTransaction database) {
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
    void agreeAnew(DayKey key, ShortTransaction database) {
        keys.remove(key.day());
        agree(key.day(), database);
    }

    private DayKey agree(LocalDate day, ShortTransaction database) {
        database.update(of(NEW_KEY, day));
        byte[] agreed = read(day, database);
        database.commit();
        return remember(day, agreed);
    }

    private static NamedSql of(NamedSql sql, LocalDate day) {
        return sql.with("odd", DayKey.odd(day)).with("day", day);
    }

    private DayKey remember(LocalDate day, byte[] key) {
        return keys.merge(day, new DayKey(day, key), (old, fresh) -> old.hasBytes(key) ? old : fresh);
    }

    private static byte[] read(LocalDate day, ShortTransaction database) {
        return database.read(of(KEY, day), row -> row.get("key", byte[].class)).stream().findFirst().orElse(null);
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
    public void forget(Instant now, ShortTransaction database) {
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
    private static void delete(List<LocalDate> days, ShortTransaction database) {
        days.forEach(day -> database.update(of(DELETE, day)));
    }

    private static List<LocalDate> days(boolean odd, ShortTransaction database) {
        return database.read(DAYS.with("odd", odd), row -> row.get("day", LocalDate.class));
    }

    /** In the order in which a batch of hits uses them. Hits do not wait long for it: it tries again in a minute. */
    private static void truncate(boolean odd, List<LocalDate> current, ShortTransaction database) {
        String half = odd ? "odd" : "even";
        database.execute("set local lock_timeout = '1s'");
        database.execute("lock table visitor_key_" + half + " in access exclusive mode");
        // Another instance may have done it meanwhile, and begun a day of its own there.
        if (days(odd, database).stream().noneMatch(current::contains)) {
            for (String table : TABLES) {
                database.execute("truncate " + table + "_" + half);
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
