package vn.loa.visitor.count;

import java.time.Duration;

/** How long a visit, a view and a visitor's presence last, and how far clocks may differ. */
public final class CountingWindows {

    /** A visitor who returns after this much silence begins a new visit. */
    static final Duration VISIT_SILENCE = Duration.ofMinutes(30);
    /** A visitor's next view of the same article counts after this long. */
    static final Duration VIEW_WINDOW = Duration.ofMinutes(30);
    /** A visitor is online for this long after each hit. */
    public static final Duration ONLINE_WINDOW = Duration.ofMinutes(5);
    /** A stored time that is further ahead than this was written before a clock was set back. */
    public static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(1);

    private CountingWindows() {
    }
}
