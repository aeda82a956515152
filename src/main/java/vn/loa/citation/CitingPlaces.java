package vn.loa.citation;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.loa.article.publish.LiveTextChanged;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlWriter;

/**
 * Keeps the places in public texts that cite documents, in the transaction that changes a text. Of a text's sections, only
 * those that were added or dropped are written.
 */
@Startup
@ApplicationScoped
class CitingPlaces {

    private static final NamedSql ADD = SqlFile.read("citation/citing-places-added");
    private static final NamedSql ADD_OUTSIDE = SqlFile.read("citation/citing-places-added-outside");
    private static final NamedSql DELETE = NamedSql.of("delete from citing_place where article_id = :article "
            + "and (section_id is null or section_id = any (:dropped))");

    private final SqlWriter changes;

    CitingPlaces(SqlWriter changes) {
        this.changes = changes;
    }

    void follow(@Observes LiveTextChanged change) {
        changes.update(DELETE.with("article", change.articleId()).with("dropped", change.dropped()));
        if (change.isPublic()) {
            changes.update(ADD_OUTSIDE.with("article", change.articleId()));
        }
        if (!change.added().isEmpty()) {
            changes.update(ADD.with("article", change.articleId()).with("sections", change.added()));
        }
    }
}
