package vn.loa.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Tries a reading at one server after the other. What another server would refuse, too, ends it. */
final class ReadAttempts<T> {

    /** A statement that is cancelled sooner was not cancelled because it took too long. */
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final String CANCELLED = "57014";
    private static final String NO_GRANT = "42501";
    /** An unlogged table at a standby. */
    private static final String NOT_THERE = "0A000";
    /** The driver's: its connection was cut meanwhile. */
    private static final String CLOSED = "55000";

    private final ReadServers.Reading<T> reading;
    private final List<Replica> tried = new ArrayList<>();
    private T answer;
    private SQLException failure;

    ReadAttempts(ReadServers.Reading<T> reading) {
        this.reading = reading;
    }

    boolean succeed(Replica replica) throws SQLException {
        tried.add(replica);
        boolean answered = succeed(replica.pool());
        if (!answered && isLasting(failure.getSQLState())) {
            replica.rest();
        }
        return answered;
    }

    /** @return false when the server is to blame */
    boolean succeed(DataSource server) throws SQLException {
        long begun = System.nanoTime();
        try (Connection connection = server.getConnection()) {
            answer = reading.by(connection);
            return true;
        } catch (SQLException e) {
            if (!isOfTheServer(e, System.nanoTime() - begun)) {
                throw e;
            }
            failure = e;
            return false;
        }
    }

    /**
     * It is away; it has no connection or no memory left (class 53), or a file that is broken (XX); its role lacks a grant, for
     * that of the other one is another (42501); it is a standby and cancelled the statement because that held up the replay (40);
     * or somebody cancelled it. A statement that took too long is not among them: it would take as long elsewhere.
     */
    private static boolean isOfTheServer(SQLException e, long nanos) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("40") || isLasting(state) || state.equals(NOT_THERE) || state.equals(CLOSED)
                || state.equals(CANCELLED) && nanos < SOON.toNanos())
                || DatabaseTrouble.of(e).filter(DatabaseTrouble.AWAY::equals).isPresent();
    }

    private static boolean isLasting(String state) {
        return state != null && (state.startsWith("53") || state.startsWith("XX") || state.equals(NO_GRANT));
    }

    boolean include(Replica replica) {
        return tried.contains(replica);
    }

    T answer() {
        return answer;
    }

    /** Of the server that was tried last. */
    SQLException failure() {
        return failure;
    }

    /** Whether that server was not reached. */
    boolean isAway() {
        return failure != null && DatabaseTrouble.of(failure).filter(DatabaseTrouble.AWAY::equals).isPresent();
    }
}
