package vn.loa.feed;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.loa.article.PictureView;
import vn.loa.article.Pictures;
import vn.loa.article.PortalLinks;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/**
 * Reads the published articles for the sitemap, in the order of their creation, so that a new article changes only the
 * last part.
 */
@Startup
@ApplicationScoped
class SitemapRepository {

    /**
     * The URI of an article's page, and the time of its last change.
     *
     * @param image the address of the article's picture; null without one
     */
    record SitemapUrl(String uri, Instant changedAt, String image) {
    }

    private static final NamedSql PUBLISHED = NamedSql.of("select coalesce(sum(change), 0)::bigint as total from public_count "
            + "where field = 'articles.state' and value = 'published'");
    private static final NamedSql PARTS = SqlFile.read("feed/sitemap-parts");

    private final SqlReader rows;
    private final PortalLinks links;
    private final Pictures pictures;

    SitemapRepository(SqlReader rows, PortalLinks links, Pictures pictures) {
        this.rows = rows;
        this.links = links;
        this.pictures = pictures;
    }

    /** The number of published articles, which is kept: one statement. */
    long count() {
        return rows.count(PUBLISHED);
    }

    /** The articles of one part, in one statement. */
    List<SitemapUrl> articles(int offset, int limit) {
        return rows.read("""
                select a.id, a.slug, a.public_updated_at, r.picture::text
                from (select id, slug, public_updated_at, live_revision_id from article where state = 'published' order by id
                      limit ? offset ?) a
                left join revision r on r.id = a.live_revision_id and r.picture is not null order by a.id""",
                this::url, limit, offset);
    }

    private SitemapUrl url(ResultRow row) {
        PictureView picture = pictures.view(row);
        return new SitemapUrl(links.article(row.get("id", UUID.class), row.text("slug")), row.get("public_updated_at", Instant.class),
                picture == null ? null : picture.widest());
    }

    /** The latest change in each part of this size, in the order of the parts, in one statement. */
    List<Instant> parts(int size) {
        return rows.read(PARTS.with("size", size), row -> row.get("changed_at", Instant.class));
    }
}
