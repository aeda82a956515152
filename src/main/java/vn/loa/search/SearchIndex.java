package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.loa.article.publish.LiveTextChanged;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlWriter;

/** Keeps the entries of the search true, in the transaction that changes a text: see {@code R__search.sql}. */
@ApplicationScoped
class SearchIndex {

    private final SqlWriter changes;

    SearchIndex(SqlWriter changes) {
        this.changes = changes;
    }

    /** One statement: 4 to 5 ms for each section. */
    void follow(@Observes LiveTextChanged change) {
        changes.call(NamedSql.of("select search_refresh(:article)").with("article", change.articleId()));
    }
}
