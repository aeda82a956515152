package vn.loa.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import vn.loa.text.VietnameseText;
import vn.loa.web.Row;
import vn.loa.web.Rows;
import vn.loa.web.Sql;

/**
 * Articles as feeds tell of them: those that are published. Withdrawn ones are left out, since a feed has no place for
 * the notice that they may not be read without.
 */
@ApplicationScoped
class FeedRepository {

    private static final String ENTRIES = """
            select a.id, a.slug, a.first_published_at, a.public_updated_at, r.language, r.title, r.summary, r.byline,
                   case when length(r.body) <= :longest then r.body end as body, r.tags, r.directive_type
            from article a join revision r on r.id = a.live_revision_id
            where a.state = 'published' and r.number is not null""";
    private static final String NEWEST_FIRST = " order by a.first_published_at desc, a.id desc limit :limit";

    /** In characters of HTML: a hundred of them are read at once. */
    private static final int LONGEST_BODY = 100_000;

    private final Rows rows;
    private final FeedLinks links;

    FeedRepository(Rows rows, FeedLinks links) {
        this.rows = rows;
        this.links = links;
    }

    /** The newest first: one statement. */
    List<FeedEntry> newest(FeedFilter filter) {
        StringBuilder sql = new StringBuilder(ENTRIES);
        Map<String, Object> values = new HashMap<>(Map.of("limit", filter.limit(), "longest", LONGEST_BODY));
        if (filter.tag() != null) {
            sql.append(" and :tag = any (r.tags)");
            values.put("tag", VietnameseText.oneLine(filter.tag()));
        }
        if (filter.directiveType() != null) {
            sql.append(" and r.directive_type_fold = folded(:type)");
            values.put("type", filter.directiveType());
        }
        return rows.read(new Sql(sql.append(NEWEST_FIRST).toString(), values), this::entry);
    }

    private FeedEntry entry(Row row) {
        UUID id = row.get("id", UUID.class);
        String link = links.article(id, row.text("slug"));
        String title = row.text("title");
        String summary = row.text("summary");
        String body = row.text("body");
        return new FeedEntry(id, link, row.text("language"), title, summary, row.text("byline"),
                body == null ? new Element("p").text(summary == null ? title : summary).outerHtml()
                        : AbsoluteLinks.in(body, link), row.texts("tags"),
                row.text("directive_type"), row.get("first_published_at", Instant.class),
                row.get("public_updated_at", Instant.class));
    }
}
