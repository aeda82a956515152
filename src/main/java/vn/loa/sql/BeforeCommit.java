package vn.loa.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Keeps work for the end of a transaction: for locks that should be held no longer than a commit takes. */
@ApplicationScoped
public class BeforeCommit {

    private final TransactionSynchronizationRegistry transaction;

    BeforeCommit(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    /**
     * Does this right before the present transaction commits, in that transaction, after everything that entities have
     * changed is sent to the database. If it fails, the transaction is rolled back.
     */
    public void run(Runnable work) {
        // Interposed synchronizations run in the order in which they are registered. Hibernate's, which flushes, is
        // registered when the transaction's first entity is read.
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                work.run();
            }

            @Override
            public void afterCompletion(int status) {
                // Nothing is left to do.
            }
        });
    }
}
