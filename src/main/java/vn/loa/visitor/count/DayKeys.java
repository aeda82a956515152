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
 * The {@link DayKey}s of today and, just after midnight, of yesterday. They are in memory, and in an unlogged table through
 * which all instances agree on them. The first instance that needs a day's key has the database make it.
 */
@ApplicationScoped
public class DayKeys {

    /** How long after midnight yesterday's key is kept: 30 minutes in which a visit may go on, and 5 for differing clocks. */
    static final Duration OVERLAP = Duration.ofMinutes(35);

    private static final int[] HALVES = {0, 1};
    /** The server makes the key, from its strong random numbers, because it might log a key that is sent to it. */
    private static final NamedSql NEW_KEY = NamedSql.of("insert into visitor_key (odd, day, key) values "
            + "(:odd, :day, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) on conflict do nothing");
    private static final NamedSql KEY = NamedSql.of("select key from visitor_key where odd = :odd and day = :day");
    private static final NamedSql DAYS = NamedSql.of("select day from visitor_key where odd = :odd");
    private static final NamedSql NOTE_KEY = NamedSql.of("insert into visitor_key_end (day) values (:day) on conflict do nothing");
    /** A key may also end by a crash of the server, which empties its table. */
    private static final NamedSql NOTE_END = NamedSql.of("update visitor_key_end e set destroyed_at = :now "
            + "where destroyed_at is null and day < :first and not exists (select from visitor_key k where k.day = e.day)");
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
        // Rows that an earlier day left in the same half go first, while the half can be truncated.
        forget(now, database);
        return agree(day, database);
    }

    /** The key of the day before. Empty when no visit can go on from that day any more, or nobody came on it. */
    Optional<DayKey> before(LocalDate day, Instant now, ShortTransaction database) {
        if (now.isAfter(startOf(day).plus(OVERLAP))) {
            return Optional.empty();
        }
        LocalDate yesterday = day.minusDays(1);
        // Read for every batch: after a crash of PostgreSQL the others may have agreed on a new key while this one was idle.
        byte[] stored = read(yesterday, database);
        database.commit();
        return stored == null ? Optional.empty() : Optional.of(remember(yesterday, stored));
    }

    /** Called when the table does not have the key: a crash emptied it, or another instance has made another key since. */
    void agreeAnew(DayKey key, ShortTransaction database) {
        keys.remove(key.day());
        agree(key.day(), database);
    }

    private DayKey agree(LocalDate day, ShortTransaction database) {
        database.update(of(NEW_KEY, day));
        database.update(NOTE_KEY.with("day", day));
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

    /** Destroys, in memory, the keys of days that are over. Needs no database. */
    public void forgetInMemory(Instant now) {
        keys.values().removeIf(key -> {
            boolean over = isOver(key.day(), now);
            if (over) {
                key.destroy();
            }
            return over;
        });
    }

    /** Destroys, in the database, the keys and hashes of days that are over. Truncating removes their files, too. */
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
        database.update(NOTE_END.with("now", now).with("first", current.get(0)));
        database.commit();
    }

    /** Deletes only the keys, where a current day shares the half because clocks went back and forth. The hashes are noise then. */
    private static void delete(List<LocalDate> days, ShortTransaction database) {
        days.forEach(day -> database.update(of(DELETE, day)));
    }

    private static List<LocalDate> days(boolean odd, ShortTransaction database) {
        return database.read(DAYS.with("odd", odd), row -> row.get("day", LocalDate.class));
    }

    /** Locks tables in the order in which a batch of hits uses them. Gives up after a second, so that hits do not wait long. */
    private static void truncate(boolean odd, List<LocalDate> current, ShortTransaction database) {
        String half = odd ? "odd" : "even";
        database.execute("set local lock_timeout = '1s'");
        database.execute("lock table visitor_key_" + half + " in access exclusive mode");
        // Another instance may have truncated the half meanwhile, and begun a new day there.
        if (days(odd, database).stream().noneMatch(current::contains)) {
            for (String table : TABLES) {
                database.execute("truncate " + table + "_" + half);
            }
        }
    }

    /** Today; tomorrow, which other instances' clocks may have reached; and yesterday, while its visits may go on. */
    private List<LocalDate> current(Instant now) {
        LocalDate today = day(now);
        return now.isAfter(startOf(today).plus(OVERLAP))
                ? List.of(today, today.plusDays(1)) : List.of(today.minusDays(1), today, today.plusDays(1));
    }

    /** Whether the day's key and hashes must be destroyed. */
    boolean isOver(LocalDate day, Instant now) {
        return !current(now).contains(day);
    }

    /** The day in the site's zone. */
    public LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, site.zone());
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(site.zone()).toInstant();
    }
}
