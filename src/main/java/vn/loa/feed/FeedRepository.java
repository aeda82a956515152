package vn.loa.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.nodes.Element;
import vn.loa.article.FileAddresses;
import vn.loa.article.Pictures;
import vn.loa.article.PortalLinks;
import vn.loa.article.read.ArticleList;
import vn.loa.category.ArticleCategories;
import vn.loa.http.answer.AnswerBudget;
import vn.loa.http.answer.AnswerLimit;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlReader;

/**
 * Reads the published articles for feeds. Withdrawn articles are left out, because a feed has no place for the notice
 * that must go with them.
 */
@ApplicationScoped
class FeedRepository {

    private static final String COLUMNS = """
            a.id, a.slug, a.first_published_at, a.public_updated_at, r.id as revision_id, r.language, r.title,
            r.summary, r.byline, r.tags, r.picture::text, r.directive_type, r.body_bytes, length(r.body) <= :longest as short,
            """ + ArticleCategories.COLUMNS;
    private static final String CATEGORY = ArticleCategories.join("a.category_id");

    /** In characters of HTML, because up to a hundred bodies are read at once. */
    private static final int MAX_BODY_LENGTH = 100_000;

    /** In percent. A body grows in a feed, because its HTML is escaped once more. */
    private static final int ESCAPED_SIZE_PERCENT = 140;
    private static final int ENTRY_OVERHEAD = 1_000;

    /**
     * An entry whose HTML is still the summary.
     *
     * @param bytes the size of the body in the feed; 0 when it is too long for any feed
     */
    private record FeedRow(FeedEntry entry, long revisionId, long bytes) {
    }

    private final SqlReader rows;
    private final PortalLinks links;
    private final Pictures pictures;
    private final FileAddresses addresses;
    private final AnswerLimit limit;
    private final AnswerBudget budget;

    FeedRepository(SqlReader rows, PortalLinks links, Pictures pictures, FileAddresses addresses, AnswerLimit limit,
            AnswerBudget budget) {
        this.rows = rows;
        this.links = links;
        this.pictures = pictures;
        this.addresses = addresses;
        this.limit = limit;
        this.budget = budget;
    }

    /** The newest entries first, with as many bodies as fit into one response, in two statements. */
    List<FeedEntry> newest(FeedRequest request) {
        NamedSql newest = request.articles().rows(COLUMNS, ArticleList.ARTICLES, Set.of(ArticleList.TEXT, CATEGORY), "a.state = 'published'",
                request.limit(), 0);
        return withBodies(rows.read(newest.with("longest", MAX_BODY_LENGTH), this::feedRow));
    }

    private FeedRow feedRow(ResultRow row) {
        UUID id = row.get("id", UUID.class);
        String title = row.text("title");
        String summary = row.text("summary");
        return new FeedRow(new FeedEntry(id, links.article(id, row.text("slug")), row.text("language"), title, summary,
                row.text("byline"), new Element("p").text(summary == null ? title : summary).outerHtml(), row.texts("tags"),
                FeedPicture.of(pictures.read(row), pictures.view(row)), ArticleCategories.listed(row), row.text("directive_type"),
                row.get("first_published_at", Instant.class),
                row.get("public_updated_at", Instant.class)), row.get("revision_id", Long.class),
                row.get("short", Boolean.class) ? row.get("body_bytes", Long.class) * ESCAPED_SIZE_PERCENT / 100 : 0);
    }

    /** Gives bodies to the first entries. A body that does not fit leaves its room to shorter ones after it. */
    private List<FeedEntry> withBodies(List<FeedRow> feedRows) {
        long available = limit.bytes() - (long) ENTRY_OVERHEAD * feedRows.size();
        long taken = 0;
        Set<Long> withBody = new HashSet<>();
        for (FeedRow each : feedRows) {
            if (each.bytes > 0 && taken + each.bytes <= available) {
                taken += each.bytes;
                withBody.add(each.revisionId);
            }
        }
        budget.reserve(taken + (long) ENTRY_OVERHEAD * feedRows.size());
        Map<Long, String> bodies = new HashMap<>();
        rows.each("select id, body from revision where id = any (?)",
                row -> bodies.put(row.get("id", Long.class), row.text("body")), withBody);
        return feedRows.stream().map(each -> bodies.containsKey(each.revisionId)
                ? each.entry.withHtml(AbsoluteLinks.in(addresses.shown(bodies.get(each.revisionId)), each.entry.link())) : each.entry).toList();
    }
}
