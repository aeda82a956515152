package vn.loa.directive;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlWriter;

/** Keeps, of the text that the public reads of an article, what one read of the article needs: see {@link ShownSections}. */
@Startup
@ApplicationScoped
public class ShownTexts {

    /** A statement that makes those that are missing. */
    public static final String MAKE = "select make_shown_texts()";
    private static final NamedSql PUT = SqlFile.read("directive/shown-text-put");

    private final SqlWriter changes;

    ShownTexts(SqlWriter changes) {
        this.changes = changes;
    }

    /** The public reads this revision of the article from now on. Joins the caller's transaction. */
    public void publish(UUID article, long revision) {
        changes.update(PUT.with("article", article).with("revision", revision));
    }
}
