package vn.loa.visitor.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import javax.sql.DataSource;
import vn.loa.support.SiteIn;
import vn.loa.visitor.count.DayKeys;

/** The counters as an instance would show them at a time. */
public final class VisitorsSnapshotQuery {

    private VisitorsSnapshotQuery() {
    }

    public static long online(DataSource database, Instant now) {
        try (Connection connection = database.getConnection()) {
            DayKeys keys = new DayKeys(new SiteIn(ZoneId.of("Asia/Ho_Chi_Minh")));
            return new VisitorsSnapshot(database, keys, null, null, null, null).read(now, connection).online();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
