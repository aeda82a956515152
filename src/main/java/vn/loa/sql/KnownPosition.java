package vn.loa.sql;

import java.time.Duration;
import java.time.Instant;

/** What this instance knows of what is published. Asked for each read, so it answers from memory. */
public interface KnownPosition {

    /**
     * What a replica must have replayed to be read.
     *
     * @param primaryFailed whether the caller has found that the primary does not answer
     * @return null while no replica may be read, because what is published is not known, or not any more
     */
    Position needed(boolean primaryFailed);

    /**
     * A replica was asked. While the primary does not answer, a replica may have more than this instance has heard of.
     *
     * @param last when the public content changed last; null when it never did
     * @param next when it is to change next; null when nothing is planned
     */
    void replayed(Position position, Instant last, Instant next);

    /** Whether what is published has changed, as far as this instance knows, a moment ago: replicas are about to replay it. */
    boolean changedWithin(Duration time);

    /** Whether the primary said a moment ago what is published: if it is away now, replicas are about to say what they have. */
    boolean heardWithin(Duration time);
}
