package vn.loa.cache;

import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Notices that the database's notifications do not arrive, and logs that once. The usual reason is a pooler that gives each
 * transaction another connection: the LISTEN then belongs to a connection that somebody else has now. Changes are seen all
 * the same, because {@link ChangeListener} asks for them.
 */
final class MissingNotifications {

    private static final Logger LOG = Logger.getLogger(MissingNotifications.class);
    /** They come a moment after the change can be seen. */
    private static final long LATE = Duration.ofSeconds(1).toNanos();

    private Integer server;
    private Long waitingSince;
    private boolean said;

    /** A connection was made. */
    void listening() {
        server = null;
        waitingSince = null;
    }

    void arrived() {
        waitingSince = null;
    }

    /**
     * @param process the server's that answered
     * @param changed whether its answer has a change of which nothing was told
     */
    void asked(int process, boolean changed, long time) {
        if (server != null && server != process) {
            say("the connection's server process has changed");
        } else if (waitingSince != null && time - waitingSince > LATE) {
            say("a change was not told");
        }
        if (server != null && changed && waitingSince == null) {
            waitingSince = time;
        }
        server = process;
    }

    private void say(String reason) {
        if (!said) {
            LOG.warnf("Notifications of the database do not arrive (%s): a pooler between has to keep sessions. Until it "
                    + "does, what other instances publish is seen when the database is asked, five times a second.", reason);
        }
        said = true;
    }

    boolean said() {
        return said;
    }
}
