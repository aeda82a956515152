package vn.loa.support;

/** How many SQL statements something costs. */
public final class Statements {

    private Statements() {
    }

    public static long during(Runnable action) {
        long before = CountingDriver.PREPARED.get();
        action.run();
        return CountingDriver.PREPARED.get() - before;
    }
}
