package vn.loa.cache;

import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Notices that the database's notifications do not arrive, and logs it once. The usual cause is a pooler that gives
 * each transaction another connection, so that LISTEN is in force on a connection that another client has now.
 * {@link ChangeListener} still finds the changes by polling.
 */
final class MissingNotifications {

    private static final Logger LOG = Logger.getLogger(MissingNotifications.class);
    /** Notifications arrive a moment after the change is visible. */
    private static final long TOLERATED_DELAY = Duration.ofSeconds(1).toNanos();

    private Integer serverProcess;
    private Long expectedSince;
    private boolean warned;

    /** Starts again with a new connection. */
    void connected() {
        serverProcess = null;
        expectedSince = null;
    }

    void arrived() {
        expectedSince = null;
    }

    /**
     * @param process the process id of the database server that answered
     * @param changed whether the answer shows a change for which no notification has arrived
     */
    void polled(int process, boolean changed, long time) {
        if (serverProcess != null && serverProcess != process) {
            warnOnce("the connection's server process has changed");
        } else if (expectedSince != null && time - expectedSince > TOLERATED_DELAY) {
            warnOnce("a change came without one");
        }
        if (serverProcess != null && changed && expectedSince == null) {
            expectedSince = time;
        }
        serverProcess = process;
    }

    private void warnOnce(String reason) {
        if (!warned) {
            LOG.warnf("The database's notifications do not arrive (%s). A pooler in between must keep sessions. Until it does, "
                    + "changes by other instances are noticed by polling, five times a second.", reason);
        }
        warned = true;
    }

    boolean warned() {
        return warned;
    }
}
