package vn.loa.directive.force;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.BooleanSupplier;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;

/**
 * The status of a document as the column {@code force} of a statement that reads other things, too. It is either the stored one, which
 * nearly always is that of the present day and costs a list of twenty a tenth of the other; or it is looked up. For one statement:
 * see {@link Forces#read}.
 */
public final class ForceColumn {

    private static final String NAME = "force";
    /** Written in the place of a stored status that is one of other days: no status is null in JSON. */
    private static final String OF_OTHER_DAYS = "null";
    /** Nothing was read that says it: {@link ForceView#UNKNOWN}. */
    private static final byte[] UNKNOWN = ("{\"status\":\"" + ForceView.UNKNOWN_STATUS
            + "\",\"since\":null,\"until\":null,\"knownUntil\":null,\"effects\":[]}").getBytes(StandardCharsets.US_ASCII);
    /** The condition that the row s of {@code shown_force} is of the day. */
    static final String HOLDS = ":forceDay::date >= s.shown_from and :forceDay::date < s.shown_before";
    private static final String OF_ITS_DAYS = " then s.shown else '" + OF_OTHER_DAYS + "' end";
    private static final String STORED = "(select case when " + HOLDS + OF_ITS_DAYS + " from shown_force s where s.article_id = ";
    /** The column of the stored status where the view is joined as s with a column {@code holds}. */
    static final String JOINED = "case when s.article_id is null then null when s.holds" + OF_ITS_DAYS + " as " + NAME;

    private final LocalDate day;
    private final boolean stored;
    private boolean outdated;

    private ForceColumn(LocalDate day, boolean stored) {
        this.day = day;
        this.stored = stored;
    }

    static ForceColumn stored(LocalDate day) {
        return new ForceColumn(day, true);
    }

    static ForceColumn lookedUp(LocalDate day) {
        return new ForceColumn(day, false);
    }

    /** @param article the SQL expression of the article's id */
    public NamedSql sql(String article) {
        return new NamedSql(stored ? STORED + article + ") as " + NAME : Forces.column(article), Map.of(Forces.DAY, day));
    }

    /** The column as JSON in UTF-8. */
    public byte[] json(ResultRow row) {
        return json(row, () -> true);
    }

    /**
     * The column as JSON in UTF-8; null if there is no document.
     *
     * @param carriesDocument is asked when nothing is known
     */
    public byte[] json(ResultRow row, BooleanSupplier carriesDocument) {
        byte[] found = row.utf8(NAME);
        if (found == null) {
            return carriesDocument.getAsBoolean() ? UNKNOWN : null;
        }
        outdated |= isOfOtherDays(found);
        return found;
    }

    static boolean isOfOtherDays(byte[] json) {
        return json[0] == OF_OTHER_DAYS.charAt(0);
    }

    /** Whether a stored status was one of other days, so that the statement must be run again with those that are looked up. */
    boolean isOutdated() {
        return outdated;
    }
}
