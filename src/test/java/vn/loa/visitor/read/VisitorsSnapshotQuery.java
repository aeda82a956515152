package vn.loa.visitor.read;

import java.time.Instant;
import java.time.ZoneId;
import javax.sql.DataSource;
import vn.loa.sql.ShortTransactions;
import vn.loa.support.SiteIn;
import vn.loa.visitor.count.DayKeys;

/** The counters as an instance would show them at a time. */
public final class VisitorsSnapshotQuery {

    private VisitorsSnapshotQuery() {
    }

    public static long online(DataSource database, Instant now) {
        DayKeys keys = new DayKeys(new SiteIn(ZoneId.of("Asia/Ho_Chi_Minh")));
        ShortTransactions transactions = new ShortTransactions(database);
        VisitorsSnapshot snapshot = new VisitorsSnapshot(transactions, keys, null, null, null, null);
        return transactions.run(transaction -> snapshot.read(now, transaction)).online();
    }
}
