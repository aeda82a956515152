package vn.loa.citation;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import vn.loa.article.publish.LiveTextChanged;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlWriter;
import vn.loa.sql.Together;

/**
 * Keeps the places in public texts that cite documents, in the transaction that changes a text. Of a text's sections, only
 * those that were added or dropped are written.
 */
@Startup
@ApplicationScoped
class CitingPlaces {

    private static final NamedSql ADD = SqlFile.read("citation/citing-places-added");
    private static final NamedSql ADD_OUTSIDE = SqlFile.read("citation/citing-places-added-outside");
    private static final NamedSql DELETE = NamedSql.of("delete from citing_place where article_id = any (:articles) "
            + "and (section_id is null or section_id = any (:dropped))");

    private final SqlWriter changes;
    private final Together together;
    private final Consumer<List<LiveTextChanged>> following = this::follow;

    CitingPlaces(SqlWriter changes, Together together) {
        this.changes = changes;
        this.together = together;
    }

    void follow(@Observes LiveTextChanged change) {
        together.run(following, change);
    }

    private void follow(List<LiveTextChanged> all) {
        List<UUID> articles = all.stream().map(LiveTextChanged::articleId).toList();
        changes.update(DELETE.with("articles", articles).with("dropped", all.stream().flatMap(change -> change.dropped().stream()).toList()));
        List<UUID> shown = all.stream().filter(LiveTextChanged::isPublic).map(LiveTextChanged::articleId).toList();
        if (!shown.isEmpty()) {
            changes.update(ADD_OUTSIDE.with("articles", shown));
        }
        List<Long> added = all.stream().flatMap(change -> change.added().stream()).toList();
        if (!added.isEmpty()) {
            changes.update(ADD.with("articles", articles).with("sections", added));
        }
    }
}
