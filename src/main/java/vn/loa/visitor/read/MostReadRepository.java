package vn.loa.visitor.read;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.loa.listing.ListField;
import vn.loa.listing.Page;
import vn.loa.listing.PageQuery;
import vn.loa.listing.PagedSql;
import vn.loa.listing.SortOrder;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/** Which public articles were read most in the last days. */
@Startup
@ApplicationScoped
class MostReadRepository {

    private static final PagedSql MOST_READ =
            PagedSql.read("visitor/most-read", NamedSql.of("select count(*) from read"), Map.of());
    private static final NamedSql COUNT = SqlFile.read("visitor/most-read-count");
    static final SortOrder MOST_VIEWS_FIRST =
            SortOrder.descending(ListField.integer("views", "r.views"), ListField.id("r.article_id"));

    /** @param total the number of articles that were read; null when the client does not want it */
    record ReadArticle(UUID id, long views, Long total) {
    }

    private final SqlReader rows;

    MostReadRepository(SqlReader rows) {
        this.rows = rows;
    }

    /** A page of the articles with their views since a day: one statement, and another for a page that is empty. */
    Page<ReadArticle> page(LocalDate since, PageQuery page) {
        List<ReadArticle> found = rows.read(MOST_READ.page(page).with("since", since), row -> new ReadArticle(
                row.get("article_id", UUID.class), row.get("views", Long.class), row.get("total", Long.class)));
        return page.page(found, () -> found.isEmpty()
                ? page.totalOfEmptyPage(() -> rows.count(COUNT.with("since", since))) : found.get(0).total,
                article -> List.of(article.views, article.id));
    }
}
