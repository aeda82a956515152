package vn.loa.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlReader;

/**
 * What search engines are shown: published articles, in the order in which they were made, so that what is new changes
 * the last part only.
 */
@ApplicationScoped
class SitemapRepository {

    /** An address, and when what is there last changed. */
    record Place(String address, Instant changedAt) {
    }

    private final SqlReader rows;
    private final FeedLinks links;

    SitemapRepository(SqlReader rows, FeedLinks links) {
        this.rows = rows;
        this.links = links;
    }

    /** One statement. */
    long count() {
        return rows.count(new NamedSql("select count(*) as total from article where state = 'published'", Map.of()));
    }

    /** The articles of one part: one statement. */
    List<Place> articles(int offset, int limit) {
        return rows.read("""
                select id, slug, public_updated_at from article where state = 'published' order by id limit ? offset ?""",
                row -> new Place(links.article(row.get("id", UUID.class), row.text("slug")),
                        row.get("public_updated_at", Instant.class)), limit, offset);
    }

    /** When something in each part of this size last changed, in order: one statement. */
    List<Instant> parts(int size) {
        return rows.read("""
                select max(public_updated_at) as changed_at
                from (select public_updated_at, (row_number() over (order by id) - 1) / ? as part
                      from article where state = 'published') numbered
                group by part order by part""", row -> row.get("changed_at", Instant.class), size);
    }
}
