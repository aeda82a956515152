package vn.loa.article.revision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.loa.article.AttachmentList;
import vn.loa.article.Pictures;
import vn.loa.article.read.ArticleView;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.TextSize;
import vn.loa.listing.ListField;
import vn.loa.listing.PageQuery;
import vn.loa.listing.PagedSql;
import vn.loa.listing.SortOrder;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlReader;

/** Reads the metadata and sizes of revisions without their texts, which may be long and many. */
@ApplicationScoped
public class RevisionRepository {

    private static final String DRAFT_TEXT_ID = """
            coalesce((select w.id from revision w where w.article_id = a.id and w.number is null), a.live_revision_id)""";

    static final SortOrder LATEST_FIRST = SortOrder.descending(ListField.integer("number", "number"));
    private static final PagedSql PUBLISHED = PagedSql.of("""
            select number, title, published_at, change_note, minor from revision
            where article_id = :article and number <= :number {after} order by number desc limit :limit offset :offset""");

    private final SqlReader rows;
    private final AttachmentList attachments;
    private final Pictures pictures;

    RevisionRepository(SqlReader rows, AttachmentList attachments, Pictures pictures) {
        this.attachments = attachments;
        this.pictures = pictures;
        this.rows = rows;
    }

    /** The page's published revisions up to a number, the latest first, and one more when others follow; in one statement. */
    List<RevisionView> publishedUpTo(int number, UUID article, PageQuery page) {
        return rows.read(PUBLISHED.page(page).with("article", article).with("number", number), row -> new RevisionView(row.get("number", Integer.class), row.text("title"),
                        row.get("published_at", Instant.class), row.text("change_note"), row.get("minor", Boolean.class)));
    }

    /** The publishes that are not small corrections, the latest first, by article, in one statement. */
    public Map<UUID, List<ArticleView.Change>> history(Collection<UUID> articles) {
        Map<UUID, List<ArticleView.Change>> changes = new HashMap<>();
        rows.each("""
                select article_id, number, published_at, change_note from revision
                where article_id = any (?) and number is not null and (not minor or number = 1) order by number desc""",
                row -> changes.computeIfAbsent(row.get("article_id", UUID.class), id -> new ArrayList<>())
                        .add(new ArticleView.Change(row.get("number", Integer.class), row.get("published_at", Instant.class),
                                row.text("change_note"))), articles);
        return changes;
    }

    /** The size of the text that editors see; 0 for an article that does not exist. One statement. */
    public long bytesOfDraft(UUID article) {
        return rows.read("select " + TextSize.COLUMNS + " from article a join revision r on r.id = " + DRAFT_TEXT_ID
                + " where a.id = ?", TextSize::read, article).stream().mapToLong(TextSize::all).sum();
    }

    /** Two published texts, by their numbers, without the sections; in one statement. */
    Map<Integer, ComparedRevision> compared(UUID article, int one, int other) {
        return rows.read("""
                select r.id, r.number, r.title, r.summary, r.byline, r.language, r.tags, r.category_id, r.attachments::text, r.picture::text,
                       r.body, r.directive_type, r.directive_number, r.directive_issuer, r.directive_issued_on, r.directive_title
                from revision r where r.article_id = ? and r.number in (?, ?)""", this::compared, article, one, other).stream()
                .collect(Collectors.toMap(ComparedRevision::number, Function.identity()));
    }

    private ComparedRevision compared(ResultRow row) {
        return new ComparedRevision(row.get("id", Long.class), row.get("number", Integer.class), row.text("title"), row.text("summary"),
                row.text("byline"), row.text("language"), row.texts("tags"), row.get("category_id", UUID.class), attachments.read(row),
                pictures.read(row), row.text("body"), DirectiveView.read(row, "directive_"));
    }

    /** The size of two published texts together; a text that does not exist counts 0. One statement. */
    long bytes(UUID article, int one, int other) {
        return rows.read("select " + TextSize.COLUMNS + " from revision r where r.article_id = ? and r.number in (?, ?)",
                TextSize::read, article, one, other).stream().mapToLong(TextSize::all).sum();
    }

    /** The bodies by the ids of their revisions, in one statement. */
    public Map<Long, String> bodies(Collection<Long> ids) {
        Map<Long, String> bodies = new HashMap<>();
        rows.each("select id, body from revision where id = any (?)",
                row -> bodies.put(row.get("id", Long.class), row.text("body")), ids);
        return bodies;
    }
}
