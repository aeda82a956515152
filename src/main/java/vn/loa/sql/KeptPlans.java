package vn.loa.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * Has PostgreSQL plan the statements of a transaction once for each connection, and not for the values of each execution. A step in
 * the life of an article takes some sixty statements, which find a few rows by a key whatever the values are, and planning them takes
 * longer than running them. Lists and searches are planned for their values: they run in no such transaction.
 */
@ApplicationScoped
public class KeptPlans {

    private static final NamedSql KEEP = NamedSql.of("set local plan_cache_mode = force_generic_plan");

    private final SqlWriter changes;
    private final TransactionSynchronizationRegistry transaction;

    KeptPlans(SqlWriter changes, TransactionSynchronizationRegistry transaction) {
        this.changes = changes;
        this.transaction = transaction;
    }

    /** From here to the end of the present transaction. */
    public void keep() {
        if (transaction.getResource(KeptPlans.class) == null) {
            transaction.putResource(KeptPlans.class, Boolean.TRUE);
            changes.update(KEEP);
        }
    }
}
