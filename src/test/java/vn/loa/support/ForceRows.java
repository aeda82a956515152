package vn.loa.support;

import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import javax.sql.DataSource;
import vn.loa.cache.PublicCache;

/** Says when the document of a published article is in force, in the place of what its text says. */
public final class ForceRows {

    private static final String ALWAYS = "-infinity";
    private static final String NEVER = "infinity";

    private static final String COUNT = ") insert into public_count (field, value, change) select 'inForceOn', value, %scount(*) from changed group by value";
    private static final String LEAVE = "with changed as (delete from in_force_range where article_id = ? returning value" + COUNT.formatted("-");
    private static final String ENTER = "with changed as (insert into in_force_range (value, published_at, issued_on, article_id) select value, "
            + "published_at, issued_on, article_id from in_force_range_entry where article_id = ? returning value" + COUNT.formatted("");

    private final UUID article;

    private ForceRows(UUID article) {
        this.article = article;
    }

    /** @param knownUntil a date; null for none */
    public static ForceRows of(String article, String knownUntil) {
        ForceRows rows = new ForceRows(UUID.fromString(article));
        rows.run(LEAVE, rows.article);
        rows.run("delete from force where article_id = ?", rows.article);
        rows.run("insert into force (article_id, keys, known_until, issued_on, year) values (?, '{}', ?::date, (select issued_on from document "
                + "where article_id = ? limit 1), (select directive_year from article a join revision r on r.id = a.live_revision_id where a.id = ?))",
                rows.article, knownUntil, rows.article, rows.article);
        return rows;
    }

    /**
     * A status of a section; an empty eId stands for the document.
     *
     * @param from the first day; null for none
     * @param before the first day after it; null for none
     */
    public ForceRows has(String eId, String from, String before, String status, UUID... effects) {
        run(LEAVE, article);
        run("insert into force_period (article_id, eid, from_day, before_day, status, effects, shown) values (?, ?, ?::date, ?::date, ?, ?, "
                + "'null')", article, eId, from == null ? ALWAYS : from, before == null ? NEVER : before, status, effects);
        run(ENTER, article);
        run("update force set in_force_from = (select min(from_day) from force_period where article_id = ? and status in ('in-force', 'partly')) "
                + "where article_id = ?", article, article);
        run("update force set section_bytes = 1000 where article_id = ? and ? <> ''", article, eId);
        run("update force_period p set since = (select max(o.before_day) from force_period o where o.article_id = p.article_id "
                + "and o.eid = p.eid and o.from_day < p.from_day and o.status <> p.status), until = (select min(o.from_day) - 1 "
                + "from force_period o where o.article_id = p.article_id and o.eid = p.eid and o.from_day > p.from_day "
                + "and o.status <> p.status) where p.article_id = ? and p.eid = ?", article, eId);
        run("update force_period p set shown = shown_status(p.status, p.since, p.until, f.known_until, p.effects) from force f "
                + "where f.article_id = p.article_id and p.article_id = ? and p.eid = ?", article, eId);
        // As the day's task stores what is shown today.
        LocalDate today = LocalDate.ofInstant(Arc.container().instance(Clock.class).get().instant(), ZoneId.of("Asia/Ho_Chi_Minh"));
        run("update force f set shown = s.shown, shown_sections = s.sections, shown_from = s.from_day, shown_before = s.before_day "
                + "from shown_on(?, ?) s where f.article_id = ?", article, today, article);
        return this;
    }

    /** Unknown before a day, and in force from then on. */
    public ForceRows inForceFrom(String day, UUID... effects) {
        return has("", null, day, "unknown").has("", day, null, "in-force", effects);
    }

    private void run(String sql, Object... values) {
        execute(sql, values);
        execute("with changed as (update change_log set stamp = gen_random_uuid() returning stamp) "
                + "select pg_notify('loa_public_change', stamp::text) from changed");
        Arc.container().instance(PublicCache.class).get().invalidate();
    }

    private static void execute(String sql, Object... values) {
        try (Connection connection = Arc.container().instance(DataSource.class).get().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] instanceof UUID[] ids) {
                    statement.setArray(i + 1, connection.createArrayOf("uuid", ids));
                } else {
                    statement.setObject(i + 1, values[i]);
                }
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
