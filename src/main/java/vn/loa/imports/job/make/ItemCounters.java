package vn.loa.imports.job.make;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import vn.loa.sql.Together;
import vn.loa.visitor.imported.ImportedCounters;
import vn.loa.visitor.imported.ImportedViews;

/** Takes over what an article's views were elsewhere. Joins the caller's transaction, which does it last. */
@ApplicationScoped
class ItemCounters {

    private final ImportedCounters counters;
    private final Together together;
    private final Consumer<List<List<ImportedViews>>> putting = this::put;

    ItemCounters(ImportedCounters counters, Together together) {
        this.counters = counters;
        this.together = together;
    }

    void put(UUID article, ItemContent content) {
        List<ImportedViews> all = new ArrayList<>();
        if (content.views() != null) {
            all.add(new ImportedViews(article, null, content.views()));
        }
        content.days().forEach(day -> all.add(new ImportedViews(article, day.day(), day.views())));
        if (!all.isEmpty()) {
            together.run(putting, all);
        }
    }

    private void put(List<List<ImportedViews>> of) {
        counters.putViews(of.stream().flatMap(List::stream).toList());
    }
}
