package vn.loa.visitor;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import javax.sql.DataSource;
import vn.loa.support.SiteIn;

/** The counters as an instance would show them at a time. */
final class VisitorsSnapshotQuery {

    private VisitorsSnapshotQuery() {
    }

    static long online(DataSource database, Instant now) {
        try (Connection connection = database.getConnection()) {
            DayKeys keys = new DayKeys(new SiteIn(ZoneId.of("Asia/Ho_Chi_Minh")));
            return new VisitorsSnapshot(database, keys, null, null, null, null).read(now, connection).online();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
