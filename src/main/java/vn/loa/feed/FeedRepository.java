package vn.loa.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jsoup.nodes.Element;
import vn.loa.text.VietnameseText;

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

    private final EntityManager entities;
    private final FeedLinks links;

    FeedRepository(EntityManager entities, FeedLinks links) {
        this.entities = entities;
        this.links = links;
    }

    /** The newest first: one statement. */
    List<FeedEntry> newest(FeedFilter filter) {
        StringBuilder sql = new StringBuilder(ENTRIES);
        if (filter.tag() != null) {
            sql.append(" and cast(:tag as text) = any (r.tags)");
        }
        if (filter.directiveType() != null) {
            sql.append(" and r.directive_type_fold = folded(:type)");
        }
        NativeQuery<Tuple> query = entities.unwrap(Session.class)
                .createNativeQuery(sql.append(NEWEST_FIRST).toString(), Tuple.class)
                .setParameter("limit", filter.limit()).setParameter("longest", LONGEST_BODY);
        if (filter.tag() != null) {
            query.setParameter("tag", VietnameseText.oneLine(filter.tag()));
        }
        if (filter.directiveType() != null) {
            query.setParameter("type", filter.directiveType());
        }
        return query.getResultStream().map(this::entry).toList();
    }

    private FeedEntry entry(Tuple row) {
        UUID id = row.get("id", UUID.class);
        String link = links.article(id, row.get("slug", String.class));
        String title = row.get("title", String.class);
        String summary = row.get("summary", String.class);
        String body = row.get("body", String.class);
        return new FeedEntry(id, link, row.get("language", String.class), title, summary, row.get("byline", String.class),
                body == null ? new Element("p").text(summary == null ? title : summary).outerHtml()
                        : AbsoluteLinks.in(body, link), List.of(row.get("tags", String[].class)),
                row.get("directive_type", String.class), row.get("first_published_at", Instant.class),
                row.get("public_updated_at", Instant.class));
    }
}
