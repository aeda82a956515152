package vn.loa.sql;

import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.hibernate.HibernateException;

/**
 * What a failure says about the database, when the request itself is in order: the same request may succeed later (503).
 * The codes are SQLSTATEs (PostgreSQL's documentation, appendix A; those of the driver are in its PSQLState).
 */
public enum DatabaseTrouble {

    /** It cannot be reached, stops, starts, or went away in the middle of something. */
    AWAY("The database cannot be reached."),
    /** A standby, or set to read only. */
    READ_ONLY("The database takes no changes at present."),
    /** No room on its disk. */
    FULL("The database has no room for changes at present."),
    /** A lock, a connection or an answer was not to be had in time, or two transactions were in each other's way. */
    BUSY("The database could not do this in time.");

    private final String detail;

    DatabaseTrouble(String detail) {
        this.detail = detail;
    }

    /** The same for people. */
    public String detail() {
        return detail;
    }

    /**
     * Looks at everything that a failure carries: the driver chains exceptions, and the transaction manager hides what
     * failed in a COMMIT among the suppressed ones, or inside an XAException.
     *
     * @param failure null when none is known of
     * @return empty when the database is not to blame
     */
    public static Optional<DatabaseTrouble> of(Throwable failure) {
        Deque<Throwable> rest = new ArrayDeque<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        add(failure, rest);
        boolean ended = false;
        while (!rest.isEmpty()) {
            Throwable next = rest.poll();
            if (!seen.add(next)) {
                continue;
            }
            if (next instanceof SQLException sql) {
                if (isAboutContent(sql.getSQLState())) {
                    return Optional.empty();
                }
                Optional<DatabaseTrouble> trouble = ofState(sql.getSQLState());
                if (trouble.isPresent()) {
                    return trouble;
                }
                add(sql.getNextException(), rest);
            }
            ended |= isEndWithoutReason(next);
            for (Throwable suppressed : next.getSuppressed()) {
                rest.addLast(suppressed);
            }
            // Causes first: they say more than what happened afterwards.
            if (next.getCause() != null) {
                rest.addFirst(next.getCause());
            }
        }
        return ended ? Optional.of(BUSY) : Optional.empty();
    }

    /**
     * How the transaction manager says that a transaction was ended because of its time; or Hibernate, if it is asked for
     * something between that end and the transaction manager's answer.
     */
    private static boolean isEndWithoutReason(Throwable failure) {
        return (failure instanceof RollbackException || failure instanceof SystemException || isEndInAnotherThread(failure))
                && failure.getCause() == null && failure.getSuppressed().length == 0;
    }

    /** Hibernate has no type of its own for it. */
    private static boolean isEndInAnotherThread(Throwable failure) {
        return failure instanceof HibernateException && failure.getMessage() != null
                && failure.getMessage().startsWith("Transaction was rolled back in a different thread");
    }

    private static void add(Throwable failure, Deque<Throwable> rest) {
        if (failure != null) {
            rest.addLast(failure);
        }
    }

    /** Data and constraints (classes 22 and 23): the same request would fail again. */
    private static boolean isAboutContent(String state) {
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    /** @param state null when the pool says it, which had no connection to give or took one back */
    private static Optional<DatabaseTrouble> ofState(String state) {
        if (state == null || state.length() < 2) {
            return Optional.of(AWAY);
        }
        return Optional.ofNullable(switch (state) {
            case "25006" -> READ_ONLY;
            case "53100" -> FULL;
            // Cancelled (also by a timeout); lock not available; object in use, or closed (the driver's) because its
            // connection was; a transaction that waited too long between two statements, or took too long.
            case "57014", "55P03", "55006", "55000", "25P03", "25P04" -> BUSY;
            // The database is being made anew; what the driver calls unexpected: nothing else throws that.
            case "3D000", "99999" -> AWAY;
            default -> ofClass(state.substring(0, 2));
        });
    }

    private static DatabaseTrouble ofClass(String first) {
        return switch (first) {
            // Connection; who may connect; stopping, crashing, starting; input and output of its files.
            case "08", "28", "57", "58" -> AWAY;
            // Memory, connections; deadlock, serialization.
            case "53", "40" -> BUSY;
            default -> null;
        };
    }
}
