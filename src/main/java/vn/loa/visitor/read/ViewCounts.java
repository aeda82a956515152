package vn.loa.visitor.read;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.loa.article.ArticleAddress;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ShortTransaction;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/** Reads the views of many public articles with one statement. */
@Startup
@ApplicationScoped
class ViewCounts {

    private static final NamedSql BY_ID = SqlFile.read("visitor/views-by-id");
    private static final NamedSql BY_ADDRESS = SqlFile.read("visitor/views-by-address");

    private final SqlReader rows;

    ViewCounts(SqlReader rows) {
        this.rows = rows;
    }

    /** An article and its views, as JSON. */
    record ArticleViewCount(
            ViewedArticle article,
            long views) {

        /** An article in short. */
        public record ViewedArticle(
                UUID id,
                String slug) {
        }
    }

    /** By id. An article that is not public is left out. */
    static Map<UUID, Long> of(Collection<UUID> articles, ShortTransaction transaction) {
        Map<UUID, Long> views = new HashMap<>();
        if (!articles.isEmpty()) {
            transaction.each(BY_ID.with("articles", articles),
                    row -> views.put(row.get("id", UUID.class), row.get("views", Long.class)));
        }
        return views;
    }

    /** By the address: an id, or a slug that the article has or had. An address of no public article is left out. */
    Map<ArticleAddress, ArticleViewCount> of(Collection<ArticleAddress> addresses) {
        List<UUID> ids = new ArrayList<>();
        List<String> slugs = new ArrayList<>();
        for (ArticleAddress address : addresses) {
            if (address.id() != null) {
                ids.add(address.id());
            } else if (address.slug() != null) {
                slugs.add(address.slug().value());
            }
        }
        Map<ArticleAddress, ArticleViewCount> found = new HashMap<>();
        rows.each(BY_ADDRESS.with("ids", ids).with("slugs", slugs), row -> found.put(
                ArticleAddress.fromString(row.text("address")),
                new ArticleViewCount(new ArticleViewCount.ViewedArticle(row.get("id", UUID.class), row.text("slug")),
                        row.get("views", Long.class))));
        return found;
    }
}
