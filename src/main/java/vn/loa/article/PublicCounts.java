package vn.loa.article;

import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlWriter;
import vn.loa.sql.Together;

/**
 * Keeps how many public articles, and how many of each tag, type and the like there are, so that no list counts its rows, and
 * which they are, in the order of lists (article_filter), so that none looks for them. A step that the public sees takes the
 * article out as it was, and enters it as it then is, in its transaction.
 */
@Startup
@ApplicationScoped
public class PublicCounts {

    private static final NamedSql COUNTED = SqlFile.read("article/counted");
    private static final NamedSql FILTERS_ENTERED = SqlFile.read("article/filters-entered");
    private static final NamedSql FILTERS_LEFT = SqlFile.read("article/filters-left");
    private static final NamedSql SUMMED = SqlFile.read("article/counts-summed").with("values", 1000);

    private final SqlWriter writer;
    private final Together together;
    private final Consumer<List<UUID>> entering = this::enter;
    private final AtomicBoolean changed = new AtomicBoolean(true);

    PublicCounts(SqlWriter writer, Together together) {
        this.writer = writer;
        this.together = together;
    }

    /** Before the article changes. Does nothing when it is not public. */
    public void leave(UUID article) {
        count(List.of(article), -1);
        writer.update(FILTERS_LEFT.with("article", article));
    }

    /** After the change, which must have been written to the database. Does nothing when the article is not public then. */
    public void enter(UUID article) {
        together.run(entering, article);
    }

    private void enter(List<UUID> articles) {
        count(articles, 1);
        writer.update(FILTERS_ENTERED.with("articles", articles));
    }

    private void count(List<UUID> articles, int change) {
        writer.update(COUNTED.with("articles", articles).with("change", change));
        changed();
    }

    /** Others who add to the kept numbers say so, because these are summed up later. */
    public void changed() {
        changed.set(true);
    }

    /** Sums up what this instance has added, so that a reader adds up few rows. */
    @Scheduled(every = "10s", identity = "sum-up-counts", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sumUp() {
        if (changed.getAndSet(false) && writer.update(SUMMED) > 0) {
            // There may be more values with many changes.
            changed.set(true);
        }
    }
}
