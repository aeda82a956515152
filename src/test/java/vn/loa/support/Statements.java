package vn.loa.support;

import io.quarkus.arc.Arc;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;

/** How many SQL statements something costs. */
public final class Statements {

    private Statements() {
    }

    public static long during(Runnable action) {
        Statistics statistics = Arc.container().instance(SessionFactory.class).get().getStatistics();
        long before = statistics.getPrepareStatementCount();
        action.run();
        return statistics.getPrepareStatementCount() - before;
    }
}
