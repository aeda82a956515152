package vn.loa.sql;

import java.util.UUID;

/**
 * How much a database server has of what was committed.
 *
 * @param stamp of the public content; another one after every change of it
 * @param log a place in the write-ahead log, in bytes: what a primary has written, or a standby has replayed
 */
public record Position(UUID stamp, long log) {

    /** The place in the log, at either. Read by the statement that reads the stamp, it is never before the stamp's commit. */
    public static final String LOG = "(case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end "
            + "- '0/0'::pg_lsn)::bigint";

    /** Whether whoever is here has all that is needed. Two servers with the same stamp show the public the same. */
    boolean reaches(Position needed) {
        return log >= needed.log && stamp.equals(needed.stamp);
    }
}
