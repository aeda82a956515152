package vn.loa.cache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.UUID;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlWriter;

/**
 * Notifies other instances, by PostgreSQL's NOTIFY in the present transaction: they hear it when the transaction is
 * committed. {@link ChangeListener} is the other end.
 */
@ApplicationScoped
public class OtherInstances {

    public static final String CHANNEL = "loa_public_change";
    /** The notification's text when only a scheduled change was added or removed; otherwise the text is the new stamp. */
    static final String ONLY_SCHEDULE = "next";

    /** Has every instance forget its answers when the transaction is committed, though nothing was published. */
    public static final NamedSql FORGET = NamedSql.of("select pg_notify('" + CHANNEL + "', 'forget')");

    private final SqlWriter database;
    private final TransactionSynchronizationRegistry transaction;

    OtherInstances(SqlWriter database, TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** @param stamp of the public content after the present transaction */
    public void notifyChanged(UUID stamp) {
        send(stamp.toString());
        transaction.putResource(OtherInstances.class, stamp);
    }

    /** Of which the present transaction notifies others; null when it does not, or is over and forgotten. */
    UUID notified() {
        try {
            return (UUID) transaction.getResource(OtherInstances.class);
        } catch (IllegalStateException noTransaction) {
            return null;
        }
    }

    void notifyPlanned(@Observes PublicChange change) {
        if (change == PublicChange.PLANNED) {
            send(ONLY_SCHEDULE);
        }
    }

    private void send(String payload) {
        database.call(NamedSql.of("select pg_notify(:channel, :payload)").with("channel", CHANNEL).with("payload", payload));
    }
}
