package vn.loa.support;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How many SQL statements something costs. */
public final class Statements {

    private Statements() {
    }

    public static long during(Runnable action) {
        long before = CountingDriver.PREPARED.get();
        action.run();
        return CountingDriver.PREPARED.get() - before;
    }

    /** The texts of the statements that something prepares. */
    public static List<String> textsDuring(Runnable action) {
        Queue<String> texts = new ConcurrentLinkedQueue<>();
        CountingDriver.texts = texts;
        try {
            action.run();
        } finally {
            CountingDriver.texts = null;
        }
        return List.copyOf(texts);
    }
}
